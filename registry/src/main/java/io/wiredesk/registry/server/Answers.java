package io.wiredesk.registry.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wiredesk.registry.RegisteredSchema;
import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.SchemaReference;
import io.wiredesk.registry.SchemaText;
import java.util.List;

/** The shapes of Confluent's answers. Stateless. */
final class Answers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Answers() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static ArrayNode array() {
    return JSON.createArrayNode();
  }

  /** A version of a subject, whole. */
  static ObjectNode full(RegisteredSchema schema) {
    ObjectNode json = object().put("subject", schema.subject());
    json.put("version", schema.version()).put("id", schema.id());
    describe(json, schema.schema());
    return json;
  }

  static void describe(ObjectNode json, SchemaText schema) {
    json.put("guid", schema.guid()).put("schemaType", "AVRO");
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

  static JsonNode raw(SchemaText schema) {
    try {
      return JSON.readTree(schema.text());
    } catch (JsonProcessingException e) {
      throw new RegistryException(500, 50001, "A stored schema is not JSON");
    }
  }

  static ArrayNode strings(List<String> values) {
    ArrayNode array = array();
    values.forEach(array::add);
    return array;
  }

  static ArrayNode numbers(List<Integer> values) {
    ArrayNode array = array();
    values.forEach(array::add);
    return array;
  }

  /** The part that {@code offset} and {@code limit} name; a limit below 1 is none. */
  static ArrayNode page(ArrayNode all, Request r) {
    int offset = Math.max(0, r.number("offset", 0));
    int limit = r.number("limit", -1);
    ArrayNode page = array();
    for (int i = offset; i < all.size() && (limit <= 0 || page.size() < limit); i++) {
      page.add(all.get(i));
    }
    return page;
  }
}
