package io.wiredesk.ingest.parse.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * JSON as text, in its shortest form. The same as {@link JsonNode#toString}, which makes a writer
 * and a generator for each of the many small values that become extras. Stateless.
 */
final class WrittenJson {

  private static final JsonStringEncoder ESCAPES = JsonStringEncoder.getInstance();

  private WrittenJson() {}

  static String of(JsonNode node) {
    StringBuilder out = new StringBuilder(64);
    write(node, out);
    return out.toString();
  }

  private static void write(JsonNode node, StringBuilder out) {
    switch (node.getNodeType()) {
      case OBJECT -> object(node, out);
      case ARRAY -> array(node, out);
      case STRING -> string(node.textValue(), out);
      case NUMBER -> number(node, out);
      default -> out.append(node.asText());
    }
  }

  private static void object(JsonNode node, StringBuilder out) {
    char before = '{';
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      string(each.getKey(), out.append(before));
      write(each.getValue(), out.append(':'));
      before = ',';
    }
    out.append(node.isEmpty() ? "{}" : "}");
  }

  private static void array(JsonNode node, StringBuilder out) {
    char before = '[';
    for (JsonNode each : node) {
      write(each, out.append(before));
      before = ',';
    }
    out.append(node.isEmpty() ? "[]" : "]");
  }

  /** JSON has no NaN and no infinity: they are written as texts. */
  private static void number(JsonNode node, StringBuilder out) {
    if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
      string(node.asText(), out);
    } else {
      out.append(node.asText());
    }
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    if (isPlain(text)) {
      out.append(text);
    } else {
      ESCAPES.quoteAsString(text, out);
    }
    out.append('"');
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }
}
