package io.wiredesk.wire.parse.xml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one element in the order of the document, names and values by turns: they are
 * few, so looking through them is quicker than a map. No name stands twice. Immutable.
 */
final class XmlAttributes {

  static final XmlAttributes NONE = new XmlAttributes(new String[0]);

  private final String[] namesAndValues;

  XmlAttributes(String[] namesAndValues) {
    this.namesAndValues = namesAndValues;
  }

  @Nullable String get(String name) {
    return find(namesAndValues, namesAndValues.length, name);
  }

  /** The value behind a name in the first so many strings, null where it is not there. */
  static @Nullable String find(String[] namesAndValues, int length, String name) {
    for (int i = 0; i < length; i += 2) {
      if (namesAndValues[i].equals(name)) {
        return namesAndValues[i + 1];
      }
    }
    return null;
  }

  void forEach(BiConsumer<String, String> to) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      to.accept(namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  Map<String, String> asMap() {
    if (namesAndValues.length == 0) {
      return Map.of();
    }
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      all.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Collections.unmodifiableMap(all);
  }
}
