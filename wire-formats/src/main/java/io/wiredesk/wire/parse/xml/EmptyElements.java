package io.wiredesk.wire.parse.xml;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Empty elements within copy: agencies write characters as elements ("&lt;endash/&gt;"), which
 * become the character; any other between two words parts them, so that no words are glued.
 * Stateless.
 */
final class EmptyElements {

  private static final Map<String, String> CHARACTERS =
      Map.ofEntries(
          Map.entry("endash", "–"),
          Map.entry("ndash", "–"),
          Map.entry("en-dash", "–"),
          Map.entry("emdash", "—"),
          Map.entry("mdash", "—"),
          Map.entry("em-dash", "—"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("apos", "’"),
          Map.entry("quot", "&quot;"),
          Map.entry("bull", "•"),
          Map.entry("bullet", "•"),
          Map.entry("hellip", "…"),
          Map.entry("ellipsis", "…"),
          Map.entry("nbsp", "\u00a0"),
          Map.entry("ensp", " "),
          Map.entry("emsp", " "),
          Map.entry("thinsp", " "),
          Map.entry("euro", "€"),
          Map.entry("pound", "£"),
          Map.entry("cent", "¢"),
          Map.entry("yen", "¥"),
          Map.entry("deg", "°"),
          Map.entry("degree", "°"),
          Map.entry("laquo", "«"),
          Map.entry("raquo", "»"),
          Map.entry("middot", "·"),
          Map.entry("times", "×"),
          Map.entry("frac12", "½"),
          Map.entry("frac14", "¼"),
          Map.entry("frac34", "¾"),
          Map.entry("trade", "™"),
          Map.entry("copy", "©"));

  /** These may stand within a word, or break the line by themselves. */
  private static final Set<String> WITHIN_WORDS =
      Set.of("wbr", "br", "shy", "b", "i", "u", "em", "strong", "span", "a", "sup", "sub", "q");

  private static final Pattern EMPTY =
      Pattern.compile("<([A-Za-z][A-Za-z0-9-]{0,15})\\s{0,3}(?:/>|></\\1\\s{0,3}>)");

  private EmptyElements() {}

  /** The document's text with such elements as characters, or with a space before them. */
  static String asCharacters(String xml) {
    Matcher empty = EMPTY.matcher(xml);
    StringBuilder out = null;
    int done = 0;
    while (empty.find()) {
      String instead = instead(empty, xml);
      if (instead != null) {
        out = out == null ? new StringBuilder(xml.length()) : out;
        out.append(xml, done, empty.start()).append(instead);
        done = empty.end();
      }
    }
    return out == null ? xml : out.append(xml, done, xml.length()).toString();
  }

  private static @Nullable String instead(Matcher empty, String xml) {
    String name = empty.group(1).toLowerCase(Locale.ROOT);
    String character = CHARACTERS.get(name);
    if (character != null) {
      return character;
    }
    boolean glues =
        !WITHIN_WORDS.contains(name)
            && empty.start() > 0
            && empty.end() < xml.length()
            && Character.isLetterOrDigit(xml.charAt(empty.start() - 1))
            && Character.isLetterOrDigit(xml.charAt(empty.end()));
    return glues ? " " + empty.group() : null;
  }
}
