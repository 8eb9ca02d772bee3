package io.wiredesk.wire.parse.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Designations of character sets in the text by ISO 2022 (IPTC 7901 §2.3): ESC, intermediate bytes,
 * a final one. The first that names an 8-bit set says what the upper half is. Stateless.
 */
final class Designation {

  private static final Pattern ESCAPE = Pattern.compile("\\x1b([\\x20-\\x2f]+)([\\x30-\\x7e])");

  /** Final bytes of the International Register, after the intermediates that put the set to G1. */
  private static final Map<String, String> SETS =
      Map.ofEntries(
          Map.entry("-A", "ISO-8859-1"),
          Map.entry("-B", "ISO-8859-2"),
          Map.entry("-C", "ISO-8859-3"),
          Map.entry("-D", "ISO-8859-4"),
          Map.entry("-F", "ISO-8859-7"),
          Map.entry("-G", "ISO-8859-6"),
          Map.entry("-H", "ISO-8859-8"),
          Map.entry("-L", "ISO-8859-5"),
          Map.entry("-M", "ISO-8859-9"),
          Map.entry("-b", "ISO-8859-15"),
          Map.entry("$)A", "GB2312"),
          Map.entry("$)C", "EUC-KR"),
          Map.entry("$)B", "EUC-JP"),
          Map.entry("$)G", "x-EUC-TW"),
          Map.entry("%G", "UTF-8"));

  private Designation() {}

  /** Name of the set that the text designates; null where it designates none that is known. */
  static @Nullable String find(String text) {
    if (text.indexOf('\u001b') < 0) {
      return null;
    }
    Matcher escape = ESCAPE.matcher(text);
    while (escape.find()) {
      String set = SETS.get(escape.group(1) + escape.group(2));
      if (set != null) {
        return set;
      }
    }
    return null;
  }

  /** The text without its designations. */
  static String strip(String text) {
    return text.indexOf('\u001b') < 0 ? text : ESCAPE.matcher(text).replaceAll("");
  }
}
