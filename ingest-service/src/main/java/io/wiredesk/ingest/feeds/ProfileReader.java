package io.wiredesk.ingest.feeds;

import io.wiredesk.ingest.feed.FeedProfile;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the {@code profile} of an entry. Stateless. */
final class ProfileReader {

  private static final Set<String> KNOWN =
      Set.of("provider", "zone", "language", "urgencies", "categories", "kill-phrases");

  private ProfileReader() {}

  /** The profile of the feed; the standards' own where there is no node. */
  static FeedProfile read(String feed, @Nullable Node node) {
    if (node == null) {
      return FeedProfile.standard(feed);
    }
    YamlMap map = YamlMap.of(node, "profile");
    map.values()
        .forEach(
            (name, value) -> {
              if (!KNOWN.contains(name)) {
                throw new WrongEntryException(
                    YamlMap.line(value), "a profile has no " + name + "; it has " + KNOWN.stream().sorted().toList());
              }
            });
    Node phrases = map.values().get("kill-phrases");
    return new FeedProfile(
        feed,
        map.text("provider"),
        zone(map),
        map.text("language"),
        urgencies(map.values().get("urgencies")),
        codes(map.values().get("categories"), "categories"),
        phrases == null ? List.of() : YamlMap.texts(phrases, "kill-phrases"));
  }

  private static ZoneId zone(YamlMap map) {
    String zone = map.text("zone");
    try {
      return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new WrongEntryException(
          map.line("zone"), "zone must be a time zone like Europe/London, not " + zone);
    }
  }

  private static Map<String, Integer> urgencies(@Nullable Node node) {
    Map<String, Integer> urgencies = new HashMap<>();
    codes(node, "urgencies")
        .forEach(
            (code, value) -> {
              if (!value.matches("[1-9]")) {
                throw new WrongEntryException(
                    node == null ? 0 : YamlMap.line(node),
                    "the urgency of " + code + " must be 1 to 9, not " + value);
              }
              urgencies.put(code, Integer.valueOf(value));
            });
    return urgencies;
  }

  private static Map<String, String> codes(@Nullable Node node, String what) {
    Map<String, String> codes = new HashMap<>();
    if (node != null) {
      YamlMap.of(node, what)
          .values()
          .forEach(
              (code, value) -> codes.put(code.toUpperCase(Locale.ROOT), YamlMap.text(value, what)));
    }
    return codes;
  }
}
