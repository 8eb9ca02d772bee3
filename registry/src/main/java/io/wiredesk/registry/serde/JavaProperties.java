package io.wiredesk.registry.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Takes the properties out of a schema that concern Java alone ({@code avro.java.string} and so
 * on), which generated classes carry and no other language needs. Stateless.
 */
final class JavaProperties {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIX = "avro.java";

  private JavaProperties() {}

  static Schema removed(Schema schema) {
    try {
      JsonNode json = JSON.readTree(schema.toString());
      strip(json);
      Schema.Parser parser = new Schema.Parser();
      parser.setValidateDefaults(false);
      return parser.parse(json.toString());
    } catch (JsonProcessingException e) {
      throw new SerializationException("A schema is not JSON", e);
    }
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object && object.has("type")) {
      for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
        if (names.next().startsWith(PREFIX)) {
          names.remove();
        }
      }
    }
    node.forEach(JavaProperties::strip);
  }
}
