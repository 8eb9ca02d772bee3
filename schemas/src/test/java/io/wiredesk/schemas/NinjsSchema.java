package io.wiredesk.schemas;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The official ninjs 3.1 schema, formats asserted. Safe to share. */
final class NinjsSchema {

  private static final ObjectMapper JSON = new ObjectMapper();
  private final JsonSchema schema;

  NinjsSchema() {
    JsonSchemaFactory factory =
        JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder ->
                builder.schemaLoaders(
                    loaders ->
                        loaders.schemas(
                            Map.of(
                                "https://geojson.org/schema/GeoJSON.json",
                                "{\"$id\":\"https://geojson.org/schema/GeoJSON.json\",\"type\":\"object\"}"))));
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    try (InputStream in = NinjsSchema.class.getResourceAsStream("/ninjs/ninjs-schema_3.1.json")) {
      schema = factory.getSchema(JSON.readTree(in), config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with the view, empty where it is valid. */
  List<String> faults(Map<String, Object> view) {
    return schema.validate(JSON.valueToTree(view)).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }
}
