package io.wiredesk.ingest.parse;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
  private static final int LONGEST_KEY = 40;

  /** What the keys that tell begin with. */
  private static final String FIRST = "_adeiADEI";

  private JsonTellTale() {}

  static Optional<Detection> detect(Head head) {
    if (!START.matcher(head.text()).lookingAt()) {
      return Optional.empty();
    }
    Set<String> keys = keys(head.text());
    if (keys.contains("entryid") || keys.contains("dpaid")) {
      return Optional.of(Detection.of(WireFormat.DPA_DIGITALWIRES, "JSON with dpa's entry_id"));
    }
    if (keys.contains("apiversion") || keys.contains("apimode") || apItem(keys)) {
      return Optional.of(Detection.of(WireFormat.AP_MEDIA_JSON, "JSON as of AP's Media API"));
    }
    return Optional.of(Detection.of(WireFormat.NINJS, "JSON object"));
  }

  /** Every short name in quotation marks that may tell and that a colon follows. */
  private static Set<String> keys(String text) {
    Set<String> keys = new HashSet<>();
    int quote = text.indexOf('"');
    while (quote >= 0) {
      int end = quote + 1;
      while (end < text.length() && isKey(text.charAt(end))) {
        end++;
      }
      int length = end - quote - 1;
      boolean closed = end < text.length() && text.charAt(end) == '"';
      if (closed && length > 0 && length <= LONGEST_KEY && colonFollows(text, end + 1)) {
        if (FIRST.indexOf(text.charAt(quote + 1)) >= 0) {
          keys.add(text.substring(quote + 1, end).toLowerCase(Locale.ROOT).replace("_", ""));
        }
        quote = text.indexOf('"', end + 1);
      } else {
        // what was read holds no quotation mark
        quote = text.indexOf('"', end);
      }
    }
    return keys;
  }

  private static boolean isKey(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "_$:.@-".indexOf(c) >= 0;
  }

  private static boolean colonFollows(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || isTabOrLine(text.charAt(at)))) {
      at++;
    }
    return at < text.length() && text.charAt(at) == ':';
  }

  private static boolean isTabOrLine(char c) {
    return c >= '\t' && c <= '\r';
  }

  private static boolean apItem(Set<String> keys) {
    return keys.contains("item") && keys.contains("altids") && keys.contains("etag");
  }
}
