package io.wiredesk.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.RegisteredSchema;
import io.wiredesk.registry.RegistryMode;
import io.wiredesk.registry.SchemaReference;
import io.wiredesk.registry.SchemaText;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values of the log, in the layout of Confluent's {@code _schemas} topic: {@code
 * {"keytype":"SCHEMA","subject":…,"version":…,"magic":1}} and so on. Stateless.
 */
final class LogRecords {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LogRecords() {}

  static String schemaKey(String subject, int version) {
    ObjectNode key = JSON.createObjectNode().put("keytype", "SCHEMA");
    return key.put("subject", subject).put("version", version).put("magic", 1).toString();
  }

  static String schemaValue(RegisteredSchema entry, boolean deleted) {
    ObjectNode value = JSON.createObjectNode().put("subject", entry.subject());
    value.put("version", entry.version()).put("id", entry.id());
    if (!entry.schema().references().isEmpty()) {
      ArrayNode references = value.putArray("references");
      for (SchemaReference r : entry.schema().references()) {
        references
            .addObject()
            .put("name", r.name())
            .put("subject", r.subject())
            .put("version", r.version());
      }
    }
    return value.put("schema", entry.schema().text()).put("deleted", deleted).toString();
  }

  static String deleteSubjectKey(String subject) {
    return subjectKey("DELETE_SUBJECT", subject);
  }

  static String deleteSubjectValue(String subject, int upToVersion) {
    return JSON.createObjectNode().put("subject", subject).put("version", upToVersion).toString();
  }

  static String configKey(@Nullable String subject) {
    return subjectKey("CONFIG", subject);
  }

  static String configValue(SubjectConfig config) {
    ObjectNode value = JSON.createObjectNode();
    if (config.level() != null) {
      value.put("compatibilityLevel", config.level().name());
    }
    if (config.normalize() != null) {
      value.put("normalize", config.normalize());
    }
    return value.toString();
  }

  static SubjectConfig config(JsonNode value) {
    JsonNode level = value.path("compatibilityLevel");
    JsonNode normalize = value.path("normalize");
    return new SubjectConfig(
        level.isTextual() ? CompatibilityLevel.valueOf(level.asText()) : null,
        normalize.isBoolean() ? normalize.asBoolean() : null);
  }

  static String modeKey(@Nullable String subject) {
    return subjectKey("MODE", subject);
  }

  static String modeValue(RegistryMode mode) {
    return JSON.createObjectNode().put("mode", mode.name()).toString();
  }

  static RegistryMode mode(JsonNode value) {
    return RegistryMode.valueOf(value.path("mode").asText());
  }

  /** Key of the note that keeps identifiers from being given out twice. */
  static String noopKey() {
    return JSON.createObjectNode().put("keytype", "NOOP").put("magic", 0).toString();
  }

  static String noopValue(int greatestId) {
    return JSON.createObjectNode().put("greatestId", greatestId).toString();
  }

  private static String subjectKey(String type, @Nullable String subject) {
    ObjectNode key = JSON.createObjectNode().put("keytype", type);
    return key.put("subject", subject).put("magic", 0).toString();
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("A record of the schema log is not JSON: " + json, e);
    }
  }

  static RegisteredSchema schema(JsonNode value) {
    List<SchemaReference> references = new ArrayList<>();
    for (JsonNode r : value.path("references")) {
      references.add(
          new SchemaReference(
              r.path("name").asText(), r.path("subject").asText(), r.path("version").asInt()));
    }
    return new RegisteredSchema(
        value.path("subject").asText(),
        value.path("version").asInt(),
        value.path("id").asInt(),
        new SchemaText(value.path("schema").asText(), references));
  }
}
