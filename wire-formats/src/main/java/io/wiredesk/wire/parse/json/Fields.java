package io.wiredesk.wire.parse.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object of JSON by its field names, however these are spelt: case, "_", "-" and spaces do not
 * count, so that {@code versioncreated}, {@code versionCreated} and {@code version_created} are
 * one. Remembers what was asked for; the rest is {@link #unread}. Used by one thread.
 */
final class Fields {

  private static final Pattern SEPARATORS = Pattern.compile("[\\s_.-]");
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
  private static final Pattern SIZE = Pattern.compile("\\d{1,18}");

  /** Extras of what an item contains; its own fields are always kept. */
  private static final int MOST = 1_000;

  /** One field; {@code value} is null where there is nothing in it. */
  private static final class Entry {
    private final String name;
    private final String plain;
    private final @Nullable JsonNode value;
    private final boolean blank;
    private boolean read;
    private boolean taken;

    private Entry(String name, JsonNode written) {
      this.name = name;
      this.plain = SEPARATORS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
      this.value = empty(written) ? null : written;
      this.blank = value == null && written.isTextual();
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  /** The first of each name, in lower case and without separators. */
  private final Map<String, Entry> byName = new HashMap<>();

  Fields(JsonNode object) {
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      Entry entry = new Entry(each.getKey(), each.getValue());
      entries.add(entry);
      byName.putIfAbsent(entry.plain, entry);
    }
  }

  private @Nullable Entry find(String wanted) {
    Entry entry = byName.get(wanted);
    return entry == null || entry.taken ? null : entry;
  }

  /** True where the name is there with a text that has nothing in it. */
  boolean isBlank(String wanted) {
    Entry entry = find(wanted);
    return entry != null && entry.blank;
  }

  /** True where one of the names is there with a value. */
  boolean has(String... wanted) {
    for (String name : wanted) {
      Entry entry = find(name);
      if (entry != null && entry.value != null) {
        return true;
      }
    }
    return false;
  }

  /**
   * The first that is there with a value, marked as read; null where none is. Names are asked for
   * in lower case and without separators.
   */
  @Nullable JsonNode node(String... wanted) {
    for (String name : wanted) {
      Entry entry = find(name);
      if (entry != null && entry.value != null) {
        entry.read = true;
        return entry.value;
      }
    }
    return null;
  }

  /**
   * As {@link #node}, and nobody finds it again: for a dialect that uses a common name its own way.
   */
  @Nullable JsonNode take(String name) {
    Entry entry = find(name);
    if (entry == null) {
      return null;
    }
    entry.taken = true;
    entry.read = true;
    return entry.value;
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
    String text = node.isObject() ? "" : node.asText();
    return text.isBlank() ? null : text.strip();
  }

  /** The elements of an array, the values of an object that holds objects, or the one value. */
  List<JsonNode> list(String... wanted) {
    return elements(node(wanted));
  }

  static List<JsonNode> elements(@Nullable JsonNode node) {
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      return List.of(node);
    }
    List<JsonNode> elements = new ArrayList<>(node.size());
    node.forEach(elements::add);
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
    for (Entry entry : entries) {
      boolean starts = entry.name.regionMatches(true, 0, start, 0, start.length());
      if (entry.value != null && starts && find(entry.plain) == entry) {
        entry.read = true;
        found.put(entry.name.substring(start.length()), entry.value);
      }
    }
    return found;
  }

  /** What nobody asked for, by its name: scalars as text, the rest as JSON. */
  void unread(BiConsumer<String, String> to) {
    for (Entry entry : entries) {
      JsonNode value = entry.value;
      if (!entry.read && value != null) {
        to.accept(entry.name, written(value));
      }
    }
  }

  /** Keeps what nobody asked for as extras under a path. */
  void keepUnread(String path, Map<String, String> extras) {
    unread(
        (name, value) -> {
          if (extras.size() < MOST) {
            extras.putIfAbsent(path + "/" + name, value);
          }
        });
  }

  /** Scalars as text, the rest as JSON. */
  static String written(JsonNode value) {
    return value.isContainerNode() ? value.toString() : value.asText();
  }

  static boolean empty(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> true;
      case ARRAY, OBJECT -> node.isEmpty();
      case STRING -> node.textValue().isBlank();
      default -> false;
    };
  }
}
