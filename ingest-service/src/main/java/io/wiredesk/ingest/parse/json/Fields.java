package io.wiredesk.ingest.parse.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object of JSON by its field names, however these are spelt: case, "_", "-" and spaces do not
 * count, so that {@code versioncreated}, {@code versionCreated} and {@code version_created} are
 * one. Remembers what was asked for; the rest is {@link #unread}. Used by one thread.
 */
final class Fields {

  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
  private static final Pattern SIZE = Pattern.compile("\\d{1,18}");

  /** Extras of what an item contains; its own fields are always kept. */
  private static final int MOST = 1_000;

  private final Map<String, String> names = new LinkedHashMap<>();
  private final JsonNode object;
  private final Set<String> read = new HashSet<>();

  Fields(JsonNode object) {
    this.object = object;
    for (Iterator<String> all = object.fieldNames(); all.hasNext(); ) {
      String name = all.next();
      names.putIfAbsent(plain(name), name);
    }
  }

  /** True where one of the names is there with a value. */
  boolean has(String... wanted) {
    for (String name : wanted) {
      String real = names.get(plain(name));
      if (real != null && !empty(object.get(real))) {
        return true;
      }
    }
    return false;
  }

  /** The first that is there with a value; null where none is. All are marked as read. */
  @Nullable JsonNode node(String... wanted) {
    JsonNode found = null;
    for (String name : wanted) {
      String real = names.get(plain(name));
      if (real != null && found == null && !empty(object.get(real))) {
        read.add(real);
        found = object.get(real);
      }
    }
    return found;
  }

  /**
   * As {@link #node}, and nobody finds it again: for a dialect that uses a common name its own way.
   */
  @Nullable JsonNode take(String name) {
    String real = names.remove(plain(name));
    if (real == null || empty(object.get(real))) {
      return null;
    }
    read.add(real);
    return object.get(real);
  }

  /** The first as text: scalars as they are, the texts of an array line by line. */
  @Nullable String text(String... wanted) {
    return text(node(wanted));
  }

  static @Nullable String text(@Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (node.isArray()) {
      List<String> parts = new ArrayList<>();
      for (JsonNode each : node) {
        String part = each.isContainerNode() ? null : text(each);
        if (part != null) {
          parts.add(part);
        }
      }
      return parts.isEmpty() ? null : String.join("\n", parts);
    }
    return node.isObject() || node.asText().isBlank() ? null : node.asText().strip();
  }

  /** The elements of an array, the values of an object that holds objects, or the one value. */
  List<JsonNode> list(String... wanted) {
    return elements(node(wanted));
  }

  static List<JsonNode> elements(@Nullable JsonNode node) {
    if (node == null) {
      return List.of();
    }
    List<JsonNode> elements = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(elements::add);
    } else {
      elements.add(node);
    }
    return elements;
  }

  /** The texts of an array, or the one text. */
  List<String> texts(String... wanted) {
    return list(wanted).stream().map(Fields::text).filter(Objects::nonNull).toList();
  }

  @Nullable Integer number(String... wanted) {
    JsonNode node = node(wanted);
    return node == null ? null : number(node);
  }

  static @Nullable Integer number(JsonNode node) {
    JsonNode scalar = node.isArray() && !node.isEmpty() ? node.get(0) : node;
    if (scalar.isNumber()) {
      return scalar.canConvertToInt() ? Integer.valueOf(scalar.intValue()) : null;
    }
    String text = scalar.asText().strip();
    return INTEGER.matcher(text).matches() ? Integer.valueOf(text) : null;
  }

  /** A size, which for video is more than an integer holds; null where it is none. */
  static @Nullable Long bytes(@Nullable JsonNode node) {
    String text = node == null ? "" : node.asText().strip();
    return SIZE.matcher(text).matches() ? Long.valueOf(text) : null;
  }

  /** Names as the wire has them that start so, marked as read, with what follows the start. */
  Map<String, JsonNode> startingWith(String start) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    for (String real : names.values()) {
      if (real.toLowerCase(Locale.ROOT).startsWith(start) && !empty(object.get(real))) {
        read.add(real);
        found.put(real.substring(start.length()), object.get(real));
      }
    }
    return found;
  }

  /** What nobody asked for, by its name: scalars as text, the rest as JSON. */
  Map<String, String> unread() {
    Map<String, String> rest = new LinkedHashMap<>();
    for (Iterator<String> all = object.fieldNames(); all.hasNext(); ) {
      String name = all.next();
      JsonNode value = object.get(name);
      if (!read.contains(name) && !empty(value)) {
        rest.put(name, value.isContainerNode() ? value.toString() : value.asText());
      }
    }
    return rest;
  }

  /** Keeps what nobody asked for as extras under a path. */
  void keepUnread(String path, Map<String, String> extras) {
    unread()
        .forEach(
            (name, value) -> {
              if (extras.size() < MOST) {
                extras.putIfAbsent(path + "/" + name, value);
              }
            });
  }

  static boolean empty(JsonNode node) {
    return node == null
        || node.isNull()
        || node.isMissingNode()
        || (node.isContainerNode() && node.isEmpty())
        || (node.isTextual() && node.asText().isBlank());
  }

  private static String plain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return withoutSeparators(name.toLowerCase(Locale.ROOT));
      }
    }
    return name;
  }

  private static String withoutSeparators(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '-' && c != '.' && c != ' ' && (c < '\t' || c > '\r')) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
