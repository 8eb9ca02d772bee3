package io.wiredesk.wire.parse.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fields about an embargo or a status that stand twice in one object. JSON leaves open which of
 * them counts (RFC 8259 §4), and readers keep the last one: that must not open what the other one
 * closes. Stateless.
 */
final class DoubledFields {

  private static final Pattern CLOSING = Pattern.compile("embargo|pub\\w*status|releas");

  private DoubledFields() {}

  /**
   * The first such field, in lower case; null where there is none.
   *
   * @param parser at the beginning of the text; what follows broken JSON is not looked at
   */
  static @Nullable String first(JsonParser parser) {
    Deque<Set<String>> objects = new ArrayDeque<>();
    try {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          objects.push(new HashSet<>());
        } else if (token == JsonToken.END_OBJECT) {
          objects.pop();
        } else if (token == JsonToken.FIELD_NAME) {
          String name = parser.currentName().toLowerCase(Locale.ROOT);
          if (CLOSING.matcher(name).find() && !objects.element().add(name)) {
            return name;
          }
        }
      }
    } catch (IOException broken) {
      return null; // the reader says where
    }
    return null;
  }
}
