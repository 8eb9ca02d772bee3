package io.wiredesk.enrich.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The Media Topics that Wiredesk tells apart ({@code media-topics.txt}), and the way from any other
 * Media Topic to the top-level one above it ({@code media-topic-ranges.txt}). Immutable.
 */
final class MediaTopics {
  private final Map<String, MediaTopic> byCode;
  private final NavigableMap<Integer, Range> ranges;

  private record Range(int last, String topCode) {}

  private MediaTopics(Map<String, MediaTopic> byCode, NavigableMap<Integer, Range> ranges) {
    this.byCode = byCode;
    this.ranges = ranges;
  }

  /** Reads the tables. */
  static MediaTopics load() {
    Map<String, MediaTopic> byCode = new LinkedHashMap<>();
    String[] head = {};
    List<String> examples = new ArrayList<>();
    for (String line : Tables.lines("media-topics.txt")) {
      if (line.startsWith(" ")) {
        examples.add(line.strip());
      } else {
        put(byCode, head, examples);
        head = line.split("\\s*\\|\\s*", 3);
        examples.clear();
      }
    }
    put(byCode, head, examples);
    return new MediaTopics(byCode, ranges());
  }

  private static void put(Map<String, MediaTopic> byCode, String[] head, List<String> examples) {
    if (head.length == 3) {
      byCode.put(head[0], new MediaTopic(head[0], head[1], head[2], examples));
    }
  }

  private static NavigableMap<Integer, Range> ranges() {
    NavigableMap<Integer, Range> ranges = new TreeMap<>();
    for (String line : Tables.lines("media-topic-ranges.txt")) {
      String[] columns = line.trim().split("\\s+");
      ranges.put(Integer.valueOf(columns[0]), new Range(Integer.parseInt(columns[1]), columns[2]));
    }
    return ranges;
  }

  /** All that are told apart, in the table's order. */
  List<MediaTopic> all() {
    return List.copyOf(byCode.values());
  }

  /** House sections, in order of first mention. */
  List<String> sections() {
    return byCode.values().stream().map(MediaTopic::section).distinct().toList();
  }

  /**
   * The topic of a code, or the top-level topic above it; empty for what is no Media Topic.
   *
   * @param code eight digits, anything else gets empty
   */
  Optional<MediaTopic> find(String code) {
    MediaTopic exact = byCode.get(code);
    if (exact != null || !code.matches("[0-9]{8}")) {
      return Optional.ofNullable(exact);
    }
    int number = Integer.parseInt(code);
    Map.Entry<Integer, Range> range = ranges.floorEntry(number);
    return range == null || number > range.getValue().last()
        ? Optional.empty()
        : Optional.ofNullable(byCode.get(range.getValue().topCode()));
  }
}
