package io.wiredesk.wire.parse;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the detector for text that starts with "{" or "[" and has a key or an element after
 * it. All keys in the head count, at any depth, in lower case without "_":
 *
 * <pre>
 *  version with an address of jsonfeed.org                        json-feed
 *  entryid with dpa's urn/"notepad"/articlehtml/"dpa"            dpa-digitalwires
 *  apiversion or apimode and data; or item with altids + etag     ap-media-json
 *  anything else with a key                                       ninjs
 * </pre>
 *
 * JSON that is none of them is still given to the ninjs parser, which says what it lacks.
 */
final class JsonTellTale {

  private static final int LONGEST_KEY = 40;
  private static final Pattern JSON_FEED =
      Pattern.compile(
          "\"version\"\\s{0,20}:\\s{0,20}\"https?:(?://|\\\\/\\\\/)(?:www\\.)?jsonfeed\\.org(?:/|\\\\/)version");

  private enum Key {
    ENTRYID,
    DPAID,
    APIVERSION,
    APIMODE,
    ITEM,
    ALTIDS,
    ETAG;

    private final String word = name().toLowerCase(Locale.ROOT);
  }

  private static final Key[] KEYS = Key.values();
  private static final boolean[] ENDS = ends();
  private static final Set<Key> AP_ITEM = EnumSet.of(Key.ITEM, Key.ALTIDS, Key.ETAG);

  private JsonTellTale() {}

  static @Nullable Detection detect(Head head) {
    if (!isJson(head.text())) {
      return null;
    }
    if (JSON_FEED.matcher(head.text()).find()) {
      return Detection.of(WireFormat.JSON_FEED, "JSON with the version of jsonfeed.org");
    }
    Set<Key> keys = keys(head.text());
    if (isDpa(keys)) {
      return Detection.of(WireFormat.DPA_DIGITALWIRES, "JSON with dpa's entry_id");
    }
    if (keys.contains(Key.APIVERSION) || keys.contains(Key.APIMODE) || keys.containsAll(AP_ITEM)) {
      return Detection.of(WireFormat.AP_MEDIA_JSON, "JSON as of AP's Media API");
    }
    return Detection.of(WireFormat.NINJS, "JSON object");
  }

  /** A bracket with a key, another bracket or the end behind it. */
  private static boolean isJson(String text) {
    int start = 0;
    while (start < text.length()
        && (text.charAt(start) == 0 || AsciiSpace.is(text.charAt(start)))) {
      start++;
    }
    if (start == text.length() || (text.charAt(start) != '{' && text.charAt(start) != '[')) {
      return false;
    }
    int next = afterSpace(text, start + 1);
    return next == text.length() || "[{\"}]".indexOf(text.charAt(next)) >= 0;
  }

  private static boolean isDpa(Set<Key> keys) {
    return keys.contains(Key.ENTRYID) || keys.contains(Key.DPAID);
  }

  /**
   * The keys that tell, up to one that decides: in quotation marks, and a colon follows. There are
   * fewer colons.
   */
  private static Set<Key> keys(String text) {
    Set<Key> keys = EnumSet.noneOf(Key.class);
    int colon = text.indexOf(':');
    for (; colon >= 0 && !isDpa(keys); colon = text.indexOf(':', colon + 1)) {
      int quote = colon - 1;
      while (quote > 0 && AsciiSpace.is(text.charAt(quote))) {
        quote--;
      }
      if (quote > 1 && text.charAt(quote) == '"' && mayEndSo(text, quote)) {
        for (Key key : KEYS) {
          if (isKey(text, quote, key.word)) {
            keys.add(key);
          }
        }
      }
    }
    return keys;
  }

  /** False for most keys: those that tell end in few pairs of letters. */
  private static boolean mayEndSo(String text, int end) {
    return ENDS[pair(text.charAt(end - 2), text.charAt(end - 1))];
  }

  /** By their five lowest bits, which tell letters and "_" from each other, but not their case. */
  private static int pair(char beforeLast, char last) {
    return (beforeLast & 31) << 5 | (last & 31);
  }

  /** What the words end in, and all with "_", which may stand anywhere. */
  private static boolean[] ends() {
    boolean[] ends = new boolean[1 << 10];
    for (char c = 0; c < 32; c++) {
      ends[pair(c, '_')] = true;
      ends[pair('_', c)] = true;
    }
    for (Key key : KEYS) {
      int length = key.word.length();
      ends[pair(key.word.charAt(length - 2), key.word.charAt(length - 1))] = true;
    }
    return ends;
  }

  private static boolean isKey(String text, int end, String word) {
    int at = end - 1;
    int letters = word.length();
    while (at >= 0 && text.charAt(at) != '"') {
      char c = text.charAt(at--);
      if (letters > 0 && (c | 0x20) == word.charAt(letters - 1)) {
        letters--;
      } else if (c != '_') {
        return false;
      }
    }
    return at >= 0 && letters == 0 && end - at - 1 <= LONGEST_KEY;
  }

  private static int afterSpace(String text, int from) {
    int at = from;
    while (at < text.length() && AsciiSpace.is(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
