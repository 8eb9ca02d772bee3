package io.wiredesk.wire.parse.text;

import io.wiredesk.wire.parse.AsciiSpace;
import java.util.regex.Pattern;

/** What the typesetter's signs of an ANPA 1312 message print. Stateless. */
final class Typesetting {

  private static final Pattern HALF = Pattern.compile("(?<=\\d|^|\\s|;|\\x1e )\\{(?=\\D|$)");

  private Typesetting() {}

  /** Quotation marks, dashes, halves, fixed spaces; without control characters. */
  static String printed(String text) {
    StringBuilder out = null;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isRare(c)) {
        return rarelyPrinted(text);
      }
      if (isSign(c)) {
        boolean twice = isQuote(c) && i + 1 < text.length() && text.charAt(i + 1) == c;
        char printed = c == '_' ? lowLine(text, i) : twice ? '"' : '\'';
        if (printed != c) {
          out = out == null ? new StringBuilder(text.length()) : out;
          out.append(text, from, i).append(printed);
          i += twice ? 1 : 0;
          from = i + 1;
        }
      }
    }
    return out == null ? text : out.append(text, from, text.length()).toString();
  }

  /** One step after the other, for lines with signs that most do not have. */
  static String rarelyPrinted(String text) {
    String plain =
        text.replace("\u0010", "").replace("``", "\"").replace("''", "\"").replace('`', '\'');
    String dashed = plain.indexOf('_') < 0 ? plain : dashed(plain);
    String halved = dashed.indexOf('{') < 0 ? dashed : HALF.matcher(dashed).replaceAll("½");
    return Controls.strip(halved);
  }

  private static String dashed(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int at = text.indexOf('_'); at >= 0; at = text.indexOf('_', at + 1)) {
      out.setCharAt(at, lowLine(text, at));
    }
    return out.toString();
  }

  private static char lowLine(String text, int at) {
    return isDash(text, at) ? '—' : '_';
  }

  /** A low line that stands alone is a dash. */
  static boolean isDash(String text, int at) {
    return isEdge(text, at - 1) && isEdge(text, at + 1);
  }

  /** One that prints two ways. */
  static boolean isSign(char c) {
    return isQuote(c) || c == '_';
  }

  /** Twice it is a quotation mark, else an apostrophe. */
  static boolean isQuote(char c) {
    return c == '`' || c == '\'';
  }

  /** The half and control characters, which most lines do not have. */
  static boolean isRare(char c) {
    return c == '{' || c == '\u007f' || (c < ' ' && c != '\t');
  }

  private static boolean isEdge(String text, int at) {
    return at < 0 || at == text.length() || AsciiSpace.is(text.charAt(at));
  }
}
