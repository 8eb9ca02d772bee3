package io.wiredesk.publish.desk;

import io.wiredesk.runtime.yaml.YamlMap;
import io.wiredesk.runtime.yaml.YamlProblem;
import io.wiredesk.runtime.yaml.YamlText;
import io.wiredesk.schemas.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What {@code desks.yml} says: the desks that are described well, in the order of the file, and
 * what is wrong with the others. Immutable.
 *
 * @param desks by distinct names
 * @param faults of single desks; a fault with a name is about a desk that the file has
 */
public record DesksFile(List<Desk> desks, List<Fault> faults) {

  /** A topic's name may have 249 characters. */
  private static final int LONGEST_NAME = 249 - Topic.DESK_PREFIX.length();

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*");
  private static final Set<String> KEYS = Set.of("name", "title", "query");

  public DesksFile {
    desks = List.copyOf(desks);
    faults = List.copyOf(faults);
  }

  /**
   * Why a desk of the file cannot be had.
   *
   * @param name of the desk, empty where it has none that can be used
   * @param line of the file, from 1
   * @param message one sentence
   */
  public record Fault(String name, int line, String message) {
    @Override
    public String toString() {
      return "line " + line + ": " + message;
    }
  }

  /**
   * Reads the file's text.
   *
   * @throws YamlProblem where it cannot be said which desks there are
   */
  public static DesksFile parse(String text) {
    YamlMap top = YamlMap.parse(text);
    for (String key : top.keys()) {
      if (!key.equals("desks")) {
        throw new YamlProblem(top.line(key), "Only desks: stands at the top, not " + key + ":.");
      }
    }
    if (!top.isList("desks")) {
      throw new YamlProblem(
          top.line("desks"),
          "A list of desks is expected: desks: and below it - name: …; [] for none.");
    }
    Reading reading = new Reading();
    top.maps("desks").forEach(reading::take);
    return new DesksFile(reading.desks, reading.faults);
  }

  /** Collects; used once. */
  private static final class Reading {
    final List<Desk> desks = new ArrayList<>();
    final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    void take(YamlMap map) {
      String name = "";
      try {
        name = name(map);
        desks.add(desk(name, map));
      } catch (YamlProblem e) {
        faults.add(new Fault(name, e.line(), e.getMessage()));
      }
    }

    private String name(YamlMap map) {
      YamlText name =
          map.text("name").orElseThrow(() -> new YamlProblem(map.line(), "A desk has no name."));
      if (!NAME.matcher(name.value()).matches() || name.value().length() > LONGEST_NAME) {
        throw new YamlProblem(
            name.line(),
            "The name \""
                + name.value()
                + "\" cannot be part of a topic's: small letters, digits, - and _, at most "
                + LONGEST_NAME
                + ".");
      }
      Integer before = lines.putIfAbsent(name.value(), name.line());
      if (before != null) {
        throw new YamlProblem(
            name.line(), "There is a desk " + name.value() + " already, in line " + before + ".");
      }
      return name.value();
    }

    private static Desk desk(String name, YamlMap map) {
      for (String key : map.keys()) {
        if (!KEYS.contains(key)) {
          throw new YamlProblem(
              map.line(key), "A desk has a name, a title and a query, not " + key + ".");
        }
      }
      List<Desk.Query> queries =
          map.texts("query").stream()
              .map(text -> new Desk.Query(text.value().strip(), text.line()))
              .toList();
      if (queries.isEmpty()) {
        throw new YamlProblem(map.line(), "The desk " + name + " has no query.");
      }
      return new Desk(name, map.text("title").map(YamlText::value).orElse(name), queries);
    }
  }
}
