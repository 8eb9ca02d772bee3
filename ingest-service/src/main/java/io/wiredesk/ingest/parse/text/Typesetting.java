package io.wiredesk.ingest.parse.text;

import java.util.regex.Pattern;

/** What the typesetter's signs of an ANPA 1312 message print. Stateless. */
final class Typesetting {

  private static final Pattern HALF = Pattern.compile("(?<=\\d|^|\\s|;|\\x1e )\\{(?=\\D|$)");

  private Typesetting() {}

  /** Quotation marks, dashes, halves, fixed spaces; without control characters. */
  static String printed(String text) {
    if (!hasSigns(text)) {
      return text;
    }
    String plain =
        text.replace("\u0010", "").replace("``", "\"").replace("''", "\"").replace('`', '\'');
    String dashed = plain.indexOf('_') < 0 ? plain : dashed(plain);
    String halved = dashed.indexOf('{') < 0 ? dashed : HALF.matcher(dashed).replaceAll("½");
    return Controls.strip(halved);
  }

  /** Most lines have none: one look at each character settles that. */
  private static boolean hasSigns(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean sign =
          c < '(' // space, tab and the usual signs are more frequent than all others below
              ? c < ' ' && c != '\t' || c == '\'' && text.startsWith("''", i)
              : c == '`' || c == '_' || c == '{' || c == '\u007f';
      if (sign) {
        return true;
      }
    }
    return false;
  }

  /** A low line that stands alone is a dash. */
  private static String dashed(String text) {
    StringBuilder out = null;
    for (int at = text.indexOf('_'); at >= 0; at = text.indexOf('_', at + 1)) {
      if (isEdge(text, at - 1) && isEdge(text, at + 1)) {
        out = out == null ? new StringBuilder(text) : out;
        out.setCharAt(at, '—');
      }
    }
    return out == null ? text : out.toString();
  }

  private static boolean isEdge(String text, int at) {
    if (at < 0 || at == text.length()) {
      return true;
    }
    char c = text.charAt(at);
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
