package io.wiredesk.wire.parse;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the detector for text that starts with "{" or "[" and has a key, another bracket or
 * the end behind it. All keys in the head count, at any depth, in lower case without "_":
 *
 * <pre>
 *  version with an address of jsonfeed.org                        json-feed
 *  entryid or dpaid                                               dpa-digitalwires
 *  apiversion or apimode; or item with altids + etag              ap-media-json
 *  anything else with a key                                       ninjs
 * </pre>
 *
 * JSON that is none of them is still given to the ninjs parser, which says what it lacks. Patterns,
 * not a parser: the head is cut, and broken JSON still finds the parser that can say where.
 */
final class JsonTellTale {

  private static final Pattern JSON =
      Pattern.compile("[\\x00\\s]*+[\\[{]\\s*+(?:[\\[{\"}\\]]|\\z)");
  private static final Pattern KEY = Pattern.compile("\"([A-Za-z_]{1,40})\"\\s*+:");
  private static final Pattern JSON_FEED =
      Pattern.compile(
          "\"version\"\\s{0,20}:\\s{0,20}\"https?:(?://|\\\\/\\\\/)(?:www\\.)?jsonfeed\\.org(?:/|\\\\/)version");

  private JsonTellTale() {}

  static @Nullable Detection detect(Head head) {
    if (!JSON.matcher(head.text()).lookingAt()) {
      return null;
    }
    if (JSON_FEED.matcher(head.text()).find()) {
      return Detection.of(WireFormat.JSON_FEED, "JSON with the version of jsonfeed.org");
    }
    Set<String> keys =
        KEY.matcher(head.text())
            .results()
            .map(key -> key.group(1).toLowerCase(Locale.ROOT).replace("_", ""))
            .collect(Collectors.toSet());
    if (keys.contains("entryid") || keys.contains("dpaid")) {
      return Detection.of(WireFormat.DPA_DIGITALWIRES, "JSON with dpa's entry_id");
    }
    if (keys.contains("apiversion")
        || keys.contains("apimode")
        || keys.containsAll(Set.of("item", "altids", "etag"))) {
      return Detection.of(WireFormat.AP_MEDIA_JSON, "JSON as of AP's Media API");
    }
    return Detection.of(WireFormat.NINJS, "JSON object");
  }
}
