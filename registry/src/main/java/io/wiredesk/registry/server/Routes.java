package io.wiredesk.registry.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.Deleted;
import io.wiredesk.registry.RegisteredSchema;
import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.RegistryMode;
import io.wiredesk.registry.SchemaReference;
import io.wiredesk.registry.SchemaText;
import io.wiredesk.registry.store.LogBackedRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Confluent's REST interface as a table: method, path, what is done. Safe for many threads, as the
 * registry behind it is.
 */
final class Routes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUBJECTS = "/subjects/{subject}";
  private static final String VERSIONS = SUBJECTS + "/versions";
  private static final String VERSION = VERSIONS + "/{version}";
  private static final String ID = "/schemas/ids/{id}";
  private static final String COMPATIBILITY = "/compatibility" + VERSIONS;

  private final LogBackedRegistry registry;

  Routes(LogBackedRegistry registry) {
    this.registry = registry;
  }

  List<Route> table() {
    return List.of(
        Route.of("GET", "/", r -> JSON.createObjectNode()),
        Route.of("GET", "/subjects", this::subjects),
        Route.of("POST", SUBJECTS, this::lookup),
        Route.of("DELETE", SUBJECTS, this::deleteSubject),
        Route.of("GET", VERSIONS, r -> numbers(registry.versions(r.subject(), r.deleted()))),
        Route.of("POST", VERSIONS, this::register),
        Route.of("GET", VERSION, r -> full(version(r))),
        Route.of("GET", VERSION + "/schema", r -> raw(version(r).schema())),
        Route.of("GET", VERSION + "/referencedby", this::referencedBy),
        Route.of("DELETE", VERSION, this::deleteVersion),
        Route.of("GET", "/schemas", this::schemas),
        Route.of("GET", "/schemas/types", r -> JSON.createArrayNode().add("AVRO")),
        Route.of("GET", ID, this::byId),
        Route.of("GET", ID + "/schema", r -> raw(registry.schema(r.id()))),
        Route.of("GET", ID + "/subjects", this::subjectsOfId),
        Route.of("GET", ID + "/versions", this::versionsOfId),
        Route.of("POST", COMPATIBILITY, r -> compatible(r, null)),
        Route.of("POST", COMPATIBILITY + "/{version}", r -> compatible(r, r.version())),
        Route.of("GET", "/config", r -> level(registry.compatibility(null, true))),
        Route.of("PUT", "/config", this::setLevel),
        Route.of("DELETE", "/config", this::clearLevel),
        Route.of("GET", "/config/{subject}", this::levelOfSubject),
        Route.of("PUT", "/config/{subject}", this::setLevel),
        Route.of("DELETE", "/config/{subject}", this::clearLevel),
        Route.of("GET", "/mode", r -> mode(registry.mode(null, true))),
        Route.of("PUT", "/mode", this::setMode),
        Route.of("DELETE", "/mode", r -> mode(registry.clearMode(null))),
        Route.of("GET", "/mode/{subject}", this::modeOfSubject),
        Route.of("PUT", "/mode/{subject}", this::setMode),
        Route.of("DELETE", "/mode/{subject}", r -> mode(registry.clearMode(r.subject()))),
        Route.of("GET", "/contexts", r -> JSON.createArrayNode().add(".")));
  }

  private JsonNode subjects(Request r) {
    // ":*:" is how Confluent's clients ask for every context; there is but one here
    String prefix = r.query().getOrDefault("subjectPrefix", "").replaceFirst("^:\\*:", "");
    return strings(registry.subjects(prefix, r.deleted()));
  }

  private JsonNode register(Request r) {
    int id = r.body().path("id").asInt(-1);
    if (id > 0) {
      int version = r.body().path("version").asInt(0);
      id = registry.importSchema(new RegisteredSchema(r.subject(), version, id, r.schema()));
    } else {
      id = registry.register(r.subject(), r.schema(), r.flag("normalize"));
    }
    return JSON.createObjectNode().put("id", id);
  }

  private JsonNode lookup(Request r) {
    return full(registry.lookup(r.subject(), r.schema(), r.flag("normalize"), r.flag("deleted")));
  }

  private JsonNode deleteSubject(Request r) {
    return numbers(registry.deleteSubject(r.subject(), r.flag("permanent")));
  }

  private JsonNode deleteVersion(Request r) {
    return IntNode.valueOf(registry.deleteVersion(r.subject(), r.version(), r.flag("permanent")));
  }

  private RegisteredSchema version(Request r) {
    return registry.version(r.subject(), r.version(), r.flag("deleted"));
  }

  private JsonNode referencedBy(Request r) {
    return numbers(registry.referencedBy(r.subject(), r.version()));
  }

  private JsonNode schemas(Request r) {
    ArrayNode all = JSON.createArrayNode();
    Deleted deleted = r.deleted();
    for (String subject : registry.subjects(r.query().getOrDefault("subjectPrefix", ""), deleted)) {
      List<Integer> versions = new ArrayList<>(registry.versions(subject, deleted));
      if (r.flag("latestOnly")) {
        versions = versions.subList(versions.size() - 1, versions.size());
      }
      versions.forEach(v -> all.add(full(registry.version(subject, v, deleted != Deleted.HIDDEN))));
    }
    return page(all, r);
  }

  private JsonNode byId(Request r) {
    ObjectNode json = JSON.createObjectNode();
    describe(json, registry.schema(r.id()));
    return json;
  }

  private JsonNode subjectsOfId(Request r) {
    return page(
        strings(
            registry.uses(r.id(), r.flag("deleted")).stream()
                .map(u -> u.subject())
                .distinct()
                .toList()),
        r);
  }

  private JsonNode versionsOfId(Request r) {
    ArrayNode all = JSON.createArrayNode();
    registry
        .uses(r.id(), r.flag("deleted"))
        .forEach(u -> all.addObject().put("subject", u.subject()).put("version", u.version()));
    return page(all, r);
  }

  private static JsonNode page(ArrayNode all, Request r) {
    int offset = Math.max(0, r.number("offset", 0));
    int limit = r.number("limit", -1);
    ArrayNode page = JSON.createArrayNode();
    for (int i = offset; i < all.size() && (limit < 0 || page.size() < limit); i++) {
      page.add(all.get(i));
    }
    return page;
  }

  private JsonNode compatible(Request r, @org.jspecify.annotations.Nullable Integer version) {
    List<String> problems =
        registry.incompatibilities(r.subject(), r.schema(), version, r.flag("normalize"));
    ObjectNode answer = JSON.createObjectNode().put("is_compatible", problems.isEmpty());
    if (r.flag("verbose")) {
      answer.set("messages", strings(problems));
    }
    return answer;
  }

  private JsonNode levelOfSubject(Request r) {
    return level(registry.compatibility(r.subject(), r.flag("defaultToGlobal")));
  }

  private JsonNode setLevel(Request r) {
    String name = r.body().path("compatibility").asText();
    CompatibilityLevel level;
    try {
      level = CompatibilityLevel.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new RegistryException(
          422,
          42203,
          "Invalid compatibility level. Valid values are none, backward, forward, full,"
              + " backward_transitive, forward_transitive, and full_transitive");
    }
    registry.setCompatibility(r.path().get("subject"), level);
    return JSON.createObjectNode().put("compatibility", level.name());
  }

  private JsonNode clearLevel(Request r) {
    return level(registry.clearCompatibility(r.path().get("subject")));
  }

  private JsonNode modeOfSubject(Request r) {
    return mode(registry.mode(r.subject(), r.flag("defaultToGlobal")));
  }

  private JsonNode setMode(Request r) {
    String name = r.body().path("mode").asText();
    RegistryMode mode;
    try {
      mode = RegistryMode.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new RegistryException(
          422,
          42204,
          "Invalid mode. Valid values are READWRITE, READONLY, READONLY_OVERRIDE, and IMPORT");
    }
    registry.setMode(r.path().get("subject"), mode, r.flag("force"));
    return mode(mode);
  }

  private static JsonNode level(CompatibilityLevel level) {
    return JSON.createObjectNode().put("compatibilityLevel", level.name());
  }

  private static JsonNode mode(RegistryMode mode) {
    return JSON.createObjectNode().put("mode", mode.name());
  }

  private static JsonNode full(RegisteredSchema schema) {
    ObjectNode json = JSON.createObjectNode().put("subject", schema.subject());
    json.put("version", schema.version()).put("id", schema.id());
    describe(json, schema.schema());
    return json;
  }

  private static void describe(ObjectNode json, SchemaText schema) {
    json.put("schemaType", "AVRO");
    if (!schema.references().isEmpty()) {
      ArrayNode references = json.putArray("references");
      for (SchemaReference r : schema.references()) {
        references
            .addObject()
            .put("name", r.name())
            .put("subject", r.subject())
            .put("version", r.version());
      }
    }
    json.put("schema", schema.text());
  }

  private static JsonNode raw(SchemaText schema) {
    try {
      return JSON.readTree(schema.text());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new RegistryException(500, 50001, "A stored schema is not JSON");
    }
  }

  private static ArrayNode strings(List<String> values) {
    ArrayNode array = JSON.createArrayNode();
    values.forEach(array::add);
    return array;
  }

  private static ArrayNode numbers(List<Integer> values) {
    ArrayNode array = JSON.createArrayNode();
    values.forEach(array::add);
    return array;
  }
}
