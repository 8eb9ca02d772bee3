package io.wiredesk.registry.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.registry.Deleted;
import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.SchemaReference;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.SchemaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request after routing. Immutable.
 *
 * @param path values of the route's variables
 * @param query query parameters, decoded; the first of each name
 * @param body JSON body, a missing node where there is none
 * @param isOperator did the operator's key come with it?
 */
record Request(
    Map<String, String> path, Map<String, String> query, JsonNode body, boolean isOperator) {

  private static final Set<String> RESERVED = Set.of("__GLOBAL", "__EMPTY", "");

  String subject() {
    return inDefaultContext(path.getOrDefault("subject", ""));
  }

  /** The subject that a question about an identifier names; empty where it names none. */
  String subjectParameter() {
    return inDefaultContext(query.getOrDefault("subject", ""));
  }

  String prefix() {
    // ":*:" is how Confluent's clients ask for every context; there is but one here
    return inDefaultContext(query.getOrDefault("subjectPrefix", "").replaceFirst("^:\\*:", ""));
  }

  String guid() {
    return path.getOrDefault("guid", "");
  }

  /** There are no contexts here: the schema of another one is never answered for them. */
  private static String inDefaultContext(String name) {
    String own = name.startsWith(":.:") ? name.substring(3) : name;
    if (own.startsWith(":.") || own.startsWith(":*:")) {
      throw new RegistryException(422, 42208, "Contexts are not supported: " + name);
    }
    return own;
  }

  void requireValidSubject() {
    if (RESERVED.contains(subject())) {
      throw new RegistryException(
          422, 42208, "The specified subject '" + subject() + "' is not a valid.");
    }
  }

  /** Rules that nobody would keep must not look as if they were kept. */
  void requireNoContract() {
    for (String part : List.of("metadata", "ruleSet", "schemaTagsToAdd", "schemaTagsToRemove")) {
      if (!body.path(part).isEmpty()) {
        throw new RegistryException(422, 42201, "Data contracts are not supported: " + part);
      }
    }
  }

  boolean hasSchema() {
    return body.path("schema").isTextual() && !body.path("schema").asText().isBlank();
  }

  /** The version asked for; "latest" and -1 are the newest. */
  int version() {
    String version = path.getOrDefault("version", "");
    if (version.equals("latest") || version.equals("-1")) {
      return SchemaRegistry.LATEST;
    }
    int number = number(version);
    if (number < 1) {
      throw new RegistryException(
          422,
          42202,
          "The version " + version + " is not valid: it must be 1 to 2147483647 or \"latest\"");
    }
    return number;
  }

  int id() {
    int id = number(path.getOrDefault("id", ""));
    if (id < 0) {
      throw new RegistryException(404, 404, "HTTP 404 Not Found");
    }
    return id;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(query.getOrDefault(name, "false"));
  }

  int number(String name, int otherwise) {
    String text = query.get(name);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("-?\\d{1,9}")) { // as JAX-RS takes a parameter that is no number
      throw new RegistryException(404, 404, "HTTP 404 Not Found");
    }
    return Integer.parseInt(text);
  }

  Deleted deleted() {
    if (flag("deletedOnly")) {
      return Deleted.ONLY;
    }
    return flag("deleted") ? Deleted.INCLUDED : Deleted.HIDDEN;
  }

  /** The schema in the body. */
  SchemaText schema() {
    String type = body.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO") && !body.path("schemaType").isNull()) {
      throw new RegistryException(422, 42201, "Invalid schema type " + type + ": only AVRO");
    }
    if (!hasSchema()) {
      throw new RegistryException(422, 42201, "Empty schema");
    }
    List<SchemaReference> references = new ArrayList<>();
    for (JsonNode r : body.path("references")) {
      references.add(
          new SchemaReference(
              r.path("name").asText(), r.path("subject").asText(), r.path("version").asInt()));
    }
    return new SchemaText(body.path("schema").asText(), references);
  }
}
