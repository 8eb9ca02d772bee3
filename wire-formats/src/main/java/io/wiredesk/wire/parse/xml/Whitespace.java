package io.wiredesk.wire.parse.xml;

import java.util.Set;
import java.util.regex.Pattern;

/** White space in mark-up: what of it means nothing, and which elements stand on a line. */
public final class Whitespace {

  /** Elements that part words although no space is written. */
  static final Set<String> BREAKS =
      Set.of(
          "br", "p", "div", "li", "tr", "td", "th", "hl1", "hl2", "h1", "h2", "h3", "h4", "block",
          "byttl", "hr", "ul", "ol", "table", "section", "title", "dt", "dd");

  private static final Pattern RUN = Pattern.compile("[ \\t\\n\\r\\f]+");

  private Whitespace() {}

  /** Runs of white space (no-break spaces are none) become one space; ends are stripped. */
  public static String collapse(String text) {
    String line = RUN.matcher(text).replaceAll(" ");
    int start = line.startsWith(" ") ? 1 : 0;
    int end = line.length() - (line.length() > start && line.endsWith(" ") ? 1 : 0);
    return line.substring(start, end);
  }

  /** The white space of mark-up: no-break spaces and the like are none. */
  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  /** How many characters are no white space of mark-up. */
  static int visible(String text) {
    return (int) text.chars().filter(c -> !isBlank((char) c)).count();
  }

  /** True where one character is no white space of mark-up. */
  static boolean hasVisible(String text) {
    return visible(text) > 0;
  }

  /** Text without tags ("&lt;", all up to the next "&gt;") and white space, for comparing. */
  public static String bare(String html) {
    char[] bare = new char[html.length()];
    int length = 0;
    int from = 0;
    for (int tag = html.indexOf('<'); tag >= 0; tag = html.indexOf('<', from)) {
      int end = html.indexOf('>', tag);
      if (end < 0) {
        break;
      }
      length = squeeze(html, from, tag, bare, length);
      from = end + 1;
    }
    return new String(bare, 0, squeeze(html, from, html.length(), bare, length));
  }

  /** True where {@link #bare} has a character. */
  public static boolean hasBare(String html) {
    int at = 0;
    while (at < html.length()) {
      char c = html.charAt(at);
      int end = c == '<' ? html.indexOf('>', at) : -1;
      if (end < 0 && !Character.isWhitespace(c)) {
        return true;
      }
      at = Math.max(end, at) + 1;
    }
    return false;
  }

  /** Text without white space, for comparing. */
  public static String squeeze(String text) {
    char[] squeezed = new char[text.length()];
    return new String(squeezed, 0, squeeze(text, 0, text.length(), squeezed, 0));
  }

  /** Adds a stretch of text without its white space at a place; gives where it ends. */
  private static int squeeze(String text, int from, int to, char[] into, int at) {
    int length = at;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean white = c <= ' ' ? Character.isWhitespace(c) : c > 0x7f && Character.isWhitespace(c);
      if (!white) {
        into[length++] = c;
      }
    }
    return length;
  }
}
