package io.wiredesk.ingest.feeds;

import io.wiredesk.ingest.intake.Delivery;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads {@code feeds.yml}. A wrong entry is refused with its line, the others are read; a text that
 * is no YAML has no entries at all. Immutable.
 */
public final class FeedsReader {

  private static final Set<String> TOP = Set.of("feeds", "allow-private");
  private static final Set<String> COMMON =
      Set.of("name", "kind", "paused", "allow-private", "profile");
  private static final int MOST_CHARACTERS = 3_000_000;

  private final Environment environment;

  /**
   * @param environment variables that the file may name
   */
  public FeedsReader(Map<String, String> environment) {
    this.environment = new Environment(Map.copyOf(environment));
  }

  /** Everything that the text says. */
  public FeedsDocument read(String text) {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(MOST_CHARACTERS);
    try {
      Node root = new Yaml(limits).compose(new StringReader(text));
      return root == null ? FeedsDocument.EMPTY : document(root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      return broken(line, "this is no YAML: " + e.getProblem());
    } catch (WrongEntryException e) {
      return broken(e.line(), e.reason());
    } catch (YAMLException e) {
      return broken(1, "this is no YAML: " + e.getMessage());
    }
  }

  private static FeedsDocument broken(int line, String reason) {
    return new FeedsDocument(false, List.of(), List.of(new WrongFeed("", line, reason)));
  }

  private FeedsDocument document(Node root) {
    YamlMap top = YamlMap.of(root, "feeds.yml");
    List<FeedSpec> feeds = new ArrayList<>();
    List<WrongFeed> wrong = new ArrayList<>();
    top.values()
        .forEach(
            (name, node) -> {
              if (!TOP.contains(name)) {
                wrong.add(
                    new WrongFeed(
                        "", YamlMap.line(node), "there is no " + name + "; feeds stand under feeds:"));
              }
            });
    boolean allowPrivate = top.flag("allow-private", false);
    Node list = top.values().get("feeds");
    Set<String> names = new HashSet<>();
    for (Node node : list == null ? List.<Node>of() : YamlMap.list(list, "feeds")) {
      try {
        feeds.add(feed(YamlMap.of(node, "a feed"), allowPrivate, names));
      } catch (WrongEntryException e) {
        wrong.add(new WrongFeed(nameOf(node), e.line(), e.reason()));
      }
    }
    return new FeedsDocument(true, feeds, wrong);
  }

  private FeedSpec feed(YamlMap entry, boolean allowPrivate, Set<String> names) {
    String name = entry.text("name");
    if (name == null || !Delivery.isFeedName(name)) {
      throw new WrongEntryException(
          entry.line("name"),
          "name must have letters, digits, dots, hyphens and underscores, at most 100");
    }
    if (!names.add(name)) {
      throw new WrongEntryException(entry.line("name"), "another feed has the name " + name);
    }
    String word = entry.text("kind");
    FeedKind kind =
        FeedKind.of(word == null ? "" : word)
            .orElseThrow(
                () ->
                    new WrongEntryException(
                        entry.line("kind"),
                        "kind must be one of " + kinds() + (word == null ? "" : ", not " + word)));
    return new FeedSpec(
        name,
        kind,
        entry.flag("paused", false),
        entry.flag("allow-private", allowPrivate),
        new OptionReader(kind, environment).read(entry, COMMON),
        ProfileReader.read(name, entry.values().get("profile")));
  }

  private static String kinds() {
    List<String> words = new ArrayList<>();
    for (FeedKind kind : FeedKind.values()) {
      words.add(kind.word());
    }
    return String.join(", ", words);
  }

  private static String nameOf(Node node) {
    try {
      @Nullable String name = YamlMap.of(node, "a feed").text("name");
      return name == null ? "" : name;
    } catch (WrongEntryException e) {
      return "";
    }
  }
}
