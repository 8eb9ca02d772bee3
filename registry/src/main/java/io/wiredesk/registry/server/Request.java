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

/**
 * A request after routing. Immutable.
 *
 * @param path values of the route's variables
 * @param query query parameters, decoded; the first of each name
 * @param body JSON body, a missing node where there is none
 */
record Request(Map<String, String> path, Map<String, String> query, JsonNode body) {

  String subject() {
    return path.getOrDefault("subject", "");
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
    return query.containsKey(name) ? number(query.getOrDefault(name, "")) : otherwise;
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
    if (!body.path("schema").isTextual() || body.path("schema").asText().isBlank()) {
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
