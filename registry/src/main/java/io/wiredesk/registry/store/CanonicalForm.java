package io.wiredesk.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.registry.SchemaParser;
import io.wiredesk.registry.SchemaReference;
import io.wiredesk.registry.SchemaText;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The form in which schemas are kept and compared: without white space, names as short as Avro
 * writes them; documentation, defaults and properties stay. Stateless.
 */
final class CanonicalForm {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> OF_AVRO =
      Set.of(
          "type",
          "name",
          "namespace",
          "doc",
          "fields",
          "symbols",
          "items",
          "values",
          "size",
          "default",
          "order",
          "aliases");

  private CanonicalForm() {}

  /**
   * The canonical form; with {@code normalize} further attributes and references are in order as
   * well, and documentation that says nothing is left out.
   */
  static SchemaText of(SchemaText given, SchemaParser.Parsed parsed, boolean normalize) {
    String text = written(parsed);
    return normalize
        ? new SchemaText(sorted(text), sorted(given.references()))
        : new SchemaText(text, given.references());
  }

  @SuppressWarnings("deprecation") // the way to write what is referred to by its name alone
  private static String written(SchemaParser.Parsed parsed) {
    return parsed.references().isEmpty()
        ? parsed.schema().toString()
        : parsed.schema().toString(parsed.references(), false);
  }

  private static String sorted(String json) {
    try {
      return JSON.writeValueAsString(normal(JSON.readValue(json, Object.class)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Avro wrote a schema that is not JSON", e);
    }
  }

  /** Avro's own attributes as Avro orders them, then the others; defaults are data and stay. */
  private static Object normal(Object node) {
    if (node instanceof List<?> list) {
      return list.stream().map(CanonicalForm::normal).toList();
    }
    if (!(node instanceof Map<?, ?> map)) {
      return node;
    }
    Map<String, Object> avros = new LinkedHashMap<>();
    Map<String, Object> others = new TreeMap<>();
    map.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (!name.equals("doc") || !"".equals(value)) {
            (OF_AVRO.contains(name) ? avros : others)
                .put(name, name.equals("default") ? value : normal(value));
          }
        });
    avros.putAll(others);
    return avros;
  }

  private static List<SchemaReference> sorted(List<SchemaReference> references) {
    return references.stream()
        .distinct()
        .sorted(Comparator.comparing(SchemaReference::name))
        .toList();
  }
}
