package io.wiredesk.ingest.feeds;

import io.wiredesk.ingest.intake.Delivery;
import io.wiredesk.runtime.yaml.Environment;
import io.wiredesk.runtime.yaml.YamlElement;
import io.wiredesk.runtime.yaml.YamlMap;
import io.wiredesk.runtime.yaml.YamlProblem;
import io.wiredesk.wire.profile.FeedProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code feeds.yml}. A wrong entry is refused with its line, the others are read; a text that
 * is no YAML has no entries at all. Immutable.
 */
public final class FeedsReader {

  private static final Set<String> TOP = Set.of("feeds", "allow-private");
  private static final Set<String> COMMON =
      Set.of("name", "kind", "paused", "allow-private", "profile");

  private final Environment environment;

  /**
   * @param environment variables that the file may name
   */
  public FeedsReader(Map<String, String> environment) {
    this.environment = new Environment(Map.copyOf(environment));
  }

  /** Everything that the text says. */
  public FeedsDocument read(String text) {
    try {
      return document(YamlMap.parse(text));
    } catch (YamlProblem e) {
      return new FeedsDocument(false, List.of(), List.of(wrong("", e)));
    }
  }

  private FeedsDocument document(YamlMap top) {
    List<FeedSpec> feeds = new ArrayList<>();
    List<WrongFeed> wrong = new ArrayList<>();
    for (String name : top.keys()) {
      if (!TOP.contains(name)) {
        wrong.add(
            new WrongFeed(
                "", top.line(name), "There is no " + name + "; feeds stand under feeds:."));
      }
    }
    boolean allowPrivate = flag(top, "allow-private", false);
    Set<String> names = new HashSet<>();
    for (YamlElement element : top.elements("feeds")) {
      String name = "";
      try {
        YamlMap entry = element.map();
        name = text(entry, "name");
        feeds.add(feed(entry, allowPrivate, names));
      } catch (YamlProblem e) {
        wrong.add(wrong(name, e));
      }
    }
    return new FeedsDocument(true, feeds, wrong);
  }

  private FeedSpec feed(YamlMap entry, boolean allowPrivate, Set<String> names) {
    String name = text(entry, "name");
    if (!Delivery.isFeedName(name)) {
      throw new YamlProblem(
          entry.line("name"),
          "name must have letters, digits, dots, hyphens and underscores, at most 100");
    }
    if (!names.add(name)) {
      throw new YamlProblem(entry.line("name"), "another feed has the name " + name);
    }
    String word = text(entry, "kind");
    FeedKind kind =
        FeedKind.of(word)
            .orElseThrow(
                () ->
                    new YamlProblem(
                        entry.line("kind"),
                        "kind must be one of "
                            + kinds()
                            + (word.isEmpty() ? "" : ", not " + word)));
    return new FeedSpec(
        name,
        kind,
        flag(entry, "paused", false),
        flag(entry, "allow-private", allowPrivate),
        new OptionReader(kind, environment).read(entry, COMMON),
        profile(name, entry));
  }

  private static FeedProfile profile(String feed, YamlMap entry) {
    Object settings = entry.plain("profile").orElse(Map.of());
    if (!(settings instanceof Map<?, ?> map)) {
      throw new YamlProblem(entry.line("profile"), "profile must be a mapping: name: value");
    }
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((key, value) -> named.put(String.valueOf(key), value));
    try {
      return FeedProfile.of(feed, named);
    } catch (IllegalArgumentException e) {
      throw new YamlProblem(entry.line("profile"), "profile: " + e.getMessage());
    }
  }

  private static String text(YamlMap map, String name) {
    return map.text(name).map(text -> text.value().strip()).orElse("");
  }

  private static boolean flag(YamlMap map, String name, boolean otherwise) {
    String text = text(map, name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.equals("true") && !text.equals("false")) {
      throw new YamlProblem(map.line(name), name + " must be true or false, not " + text);
    }
    return text.equals("true");
  }

  private static WrongFeed wrong(String name, YamlProblem problem) {
    return new WrongFeed(name, problem.line(), String.valueOf(problem.getMessage()));
  }

  private static String kinds() {
    List<String> words = new ArrayList<>();
    for (FeedKind kind : FeedKind.values()) {
      words.add(kind.word());
    }
    return String.join(", ", words);
  }
}
