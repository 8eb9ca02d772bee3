package io.wiredesk.registry.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.Deleted;
import io.wiredesk.registry.RegisteredSchema;
import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.RegistryMode;
import io.wiredesk.registry.SchemaReference;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.SchemaText;
import io.wiredesk.registry.SubjectVersion;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registry reached over Confluent's REST interface: Confluent's own, Apicurio under {@code
 * /apis/ccompat/v7}, Karapace, Redpanda, or ours. Remembers nothing: {@link SchemaCache} does. Safe
 * for many threads.
 */
public final class RestRegistry implements SchemaRegistry {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpExchanges http;

  /** Connects to nothing yet: the first question does. */
  public RestRegistry(ClientConfig config) {
    this(config, Thread::sleep);
  }

  RestRegistry(ClientConfig config, HttpExchanges.Pause pause) {
    this.http = new HttpExchanges(config, pause);
  }

  @Override
  public int register(String subject, SchemaText schema, boolean normalize) {
    String path = subject(subject) + "/versions?normalize=" + normalize;
    return number(http.ask("POST", path, request(schema)), "id");
  }

  @Override
  public RegisteredSchema lookup(
      String subject, SchemaText schema, boolean normalize, boolean deleted) {
    String path = subject(subject) + "?normalize=" + normalize + "&deleted=" + deleted;
    return registered(http.ask("POST", path, request(schema)));
  }

  @Override
  public SchemaText schema(int id) {
    return text(http.ask("GET", "/schemas/ids/" + id + "?fetchMaxId=false", null));
  }

  @Override
  public SchemaText schema(String guid) {
    return text(http.ask("GET", "/schemas/guids/" + encode(guid), null));
  }

  @Override
  public List<SubjectVersion> uses(int id, boolean deleted) {
    List<SubjectVersion> uses = new ArrayList<>();
    for (JsonNode use :
        http.ask("GET", "/schemas/ids/" + id + "/versions?deleted=" + deleted, null)) {
      uses.add(new SubjectVersion(string(use, "subject"), number(use, "version")));
    }
    return uses;
  }

  @Override
  public List<String> subjects(String prefix, Deleted deleted) {
    List<String> subjects = new ArrayList<>();
    String path = "/subjects?subjectPrefix=" + encode(prefix) + "&" + query(deleted);
    http.ask("GET", path, null).forEach(s -> subjects.add(s.asText()));
    return subjects;
  }

  @Override
  public List<Integer> versions(String subject, Deleted deleted) {
    return numbers(http.ask("GET", subject(subject) + "/versions?" + query(deleted), null));
  }

  @Override
  public RegisteredSchema version(String subject, int version, boolean deleted) {
    return registered(http.ask("GET", versionPath(subject, version) + "?deleted=" + deleted, null));
  }

  @Override
  public List<Integer> referencedBy(String subject, int version) {
    return numbers(http.ask("GET", versionPath(subject, version) + "/referencedby", null));
  }

  @Override
  public List<Integer> deleteSubject(String subject, boolean permanent) {
    return numbers(http.ask("DELETE", subject(subject) + "?permanent=" + permanent, null));
  }

  @Override
  public int deleteVersion(String subject, int version, boolean permanent) {
    return http.ask("DELETE", versionPath(subject, version) + "?permanent=" + permanent, null)
        .asInt();
  }

  @Override
  public List<String> incompatibilities(
      String subject, SchemaText schema, @Nullable Integer version, boolean normalize) {
    String versions = version == null ? "" : "/" + name(version);
    JsonNode answer =
        http.ask(
            "POST",
            "/compatibility"
                + subject(subject)
                + "/versions"
                + versions
                + "?verbose=true&normalize="
                + normalize,
            request(schema));
    List<String> messages = new ArrayList<>();
    answer.path("messages").forEach(m -> messages.add(m.asText()));
    if (messages.isEmpty() && !answer.path("is_compatible").asBoolean()) {
      messages.add("incompatible; the registry does not say why");
    }
    return messages;
  }

  @Override
  public CompatibilityLevel compatibility(@Nullable String subject, boolean orGlobal) {
    String path = setting("/config", subject);
    JsonNode answer = http.ask("GET", subject == null ? path : path + global(orGlobal), null);
    return level(answer);
  }

  @Override
  public void setCompatibility(@Nullable String subject, CompatibilityLevel level) {
    http.ask(
        "PUT",
        setting("/config", subject),
        JSON.createObjectNode().put("compatibility", level.name()));
  }

  @Override
  public CompatibilityLevel clearCompatibility(@Nullable String subject) {
    return level(http.ask("DELETE", setting("/config", subject), null));
  }

  @Override
  public RegistryMode mode(@Nullable String subject, boolean orGlobal) {
    String path = setting("/mode", subject);
    JsonNode answer = http.ask("GET", subject == null ? path : path + global(orGlobal), null);
    return RegistryMode.valueOf(string(answer, "mode"));
  }

  @Override
  public void setMode(@Nullable String subject, RegistryMode mode, boolean force) {
    http.ask(
        "PUT",
        setting("/mode", subject) + "?force=" + force,
        JSON.createObjectNode().put("mode", mode.name()));
  }

  @Override
  public RegistryMode clearMode(@Nullable String subject) {
    return RegistryMode.valueOf(
        string(http.ask("DELETE", setting("/mode", subject), null), "mode"));
  }

  @Override
  public void close() {
    // connections belong to the JDK's keep-alive cache
  }

  private static String subject(String subject) {
    return "/subjects/" + encode(subject);
  }

  private static String versionPath(String subject, int version) {
    return subject(subject) + "/versions/" + name(version);
  }

  private static String name(int version) {
    return version == LATEST ? "latest" : Integer.toString(version);
  }

  private static String setting(String kind, @Nullable String subject) {
    return subject == null ? kind : kind + "/" + encode(subject);
  }

  private static String global(boolean orGlobal) {
    return "?defaultToGlobal=" + orGlobal;
  }

  private static String query(Deleted deleted) {
    return "deleted="
        + (deleted != Deleted.HIDDEN)
        + (deleted == Deleted.ONLY ? "&deletedOnly=true" : "");
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static ObjectNode request(SchemaText schema) {
    ObjectNode request = JSON.createObjectNode().put("schema", schema.text());
    if (!schema.references().isEmpty()) {
      ArrayNode references = request.putArray("references");
      for (SchemaReference r : schema.references()) {
        references
            .addObject()
            .put("name", r.name())
            .put("subject", r.subject())
            .put("version", r.version());
      }
    }
    return request;
  }

  private static RegisteredSchema registered(JsonNode json) {
    return new RegisteredSchema(
        string(json, "subject"), number(json, "version"), number(json, "id"), text(json));
  }

  private static SchemaText text(JsonNode json) {
    String type = json.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      throw new RegistryException(422, 42201, "The schema is of type " + type + ", not AVRO");
    }
    List<SchemaReference> references = new ArrayList<>();
    for (JsonNode r : json.path("references")) {
      references.add(
          new SchemaReference(string(r, "name"), string(r, "subject"), number(r, "version")));
    }
    return new SchemaText(string(json, "schema"), references);
  }

  private static CompatibilityLevel level(JsonNode json) {
    // Confluent names the field differently in answers to GET and DELETE over the years
    String level = json.path("compatibilityLevel").asText(json.path("compatibility").asText());
    try {
      return CompatibilityLevel.valueOf(level);
    } catch (IllegalArgumentException e) {
      throw unexpected("a compatibility level", json);
    }
  }

  private static List<Integer> numbers(JsonNode json) {
    List<Integer> numbers = new ArrayList<>();
    json.forEach(n -> numbers.add(n.asInt()));
    return numbers;
  }

  private static int number(JsonNode json, String field) {
    if (!json.path(field).isInt()) {
      throw unexpected(field, json);
    }
    return json.path(field).asInt();
  }

  private static String string(JsonNode json, String field) {
    if (!json.path(field).isTextual()) {
      throw unexpected(field, json);
    }
    return json.path(field).asText();
  }

  private static RegistryException unexpected(String what, JsonNode json) {
    String shown = json.toString();
    return RegistryException.noAnswer(
        "The schema registry answered without "
            + what
            + ": "
            + shown.substring(0, Math.min(200, shown.length())),
        new IOException("unexpected JSON"));
  }
}
