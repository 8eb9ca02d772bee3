package io.wiredesk.ingest.parse;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of the detector for text that starts with "{" or "[" and has a key or an element after
 * it. All keys in the head count, at any depth, in lower case without "_":
 *
 * <pre>
 *  entryid with dpa's urn/"notepad"/articlehtml/"dpa"            dpa-digitalwires
 *  apiversion or apimode and data; or item with altids + etag     ap-media-json
 *  anything else with a key                                       ninjs
 * </pre>
 *
 * JSON that is none of them is still given to the ninjs parser, which says what it lacks.
 */
final class JsonTellTale {

  private static final Pattern START = Pattern.compile("^[\\s\\x00]*[\\[{]\\s*([\\[{\"}\\]]|\\z)");
  private static final Pattern KEY = Pattern.compile("\"([\\w$:.@-]{1,40})\"\\s*:");

  private JsonTellTale() {}

  static Optional<Detection> detect(Head head) {
    if (!START.matcher(head.text()).find()) {
      return Optional.empty();
    }
    Set<String> keys = new HashSet<>();
    Matcher matcher = KEY.matcher(head.text());
    while (matcher.find()) {
      keys.add(matcher.group(1).toLowerCase(Locale.ROOT).replace("_", ""));
    }
    if (keys.contains("entryid") || keys.contains("dpaid")) {
      return Optional.of(Detection.of(WireFormat.DPA_DIGITALWIRES, "JSON with dpa's entry_id"));
    }
    if (keys.contains("apiversion") || keys.contains("apimode") || apItem(keys)) {
      return Optional.of(Detection.of(WireFormat.AP_MEDIA_JSON, "JSON as of AP's Media API"));
    }
    return Optional.of(Detection.of(WireFormat.NINJS, "JSON object"));
  }

  private static boolean apItem(Set<String> keys) {
    return keys.contains("item") && keys.contains("altids") && keys.contains("etag");
  }
}
