package io.wiredesk.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.wiredesk.registry.SchemaReference;
import io.wiredesk.registry.SchemaText;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.Schema;

/**
 * The form in which schemas are kept and compared: without white space, names as short as Avro
 * writes them; documentation, defaults and properties stay. Stateless.
 */
final class CanonicalForm {
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final ObjectMapper SORTED =
      new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  private CanonicalForm() {}

  /** The canonical form; with {@code normalize} attributes and references are in order as well. */
  static SchemaText of(SchemaText given, Schema parsed, boolean normalize) {
    // Avro would write what is referred to in full: with references the JSON stays as it was given
    String text = given.references().isEmpty() ? parsed.toString() : compact(given.text());
    return normalize
        ? new SchemaText(sorted(text), sorted(given.references()))
        : new SchemaText(text, given.references());
  }

  private static String compact(String json) {
    return rewrite(PLAIN, json);
  }

  private static String sorted(String json) {
    return rewrite(SORTED, json);
  }

  private static String rewrite(ObjectMapper mapper, String json) {
    try {
      return mapper.writeValueAsString(mapper.readValue(json, Object.class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Avro took a schema that is not JSON", e);
    }
  }

  private static List<SchemaReference> sorted(List<SchemaReference> references) {
    return references.stream()
        .distinct()
        .sorted(Comparator.comparing(SchemaReference::name))
        .toList();
  }
}
