package io.wiredesk.ingest.parse.text;

/** Control characters and signs of text wires that are not copy. Linear in the text. Stateless. */
final class Controls {

  private static final String NO_COPY =
      "\0\1\2\3\4\5\6\7\b\13\16\17\20\21\22\23\24\25\26\27\30\31\32\33\34\35\36\37\177";

  private Controls() {}

  /** Without control characters except line ends, form feeds and tabs. */
  static String strip(String text) {
    return without(text, NO_COPY);
  }

  /** Without these control characters; the text itself where it has none. */
  static String without(String text, String controls) {
    int first = 0;
    while (first < text.length() && !isControl(text.charAt(first), controls)) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isControl(c, controls)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isControl(char c, String controls) {
    return (c < 0x20 || c == 0x7f) && controls.indexOf(c) >= 0;
  }

  /** Without white space and these signs at the end. */
  static String stripEnd(String text, String signs) {
    int end = text.length();
    while (end > 0 && isOf(text.charAt(end - 1), signs)) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Without white space and these signs at the beginning. */
  static String stripStart(String text, String signs) {
    int start = 0;
    while (start < text.length() && isOf(text.charAt(start), signs)) {
      start++;
    }
    return text.substring(start);
  }

  private static boolean isOf(char c, String signs) {
    return Character.isWhitespace(c) || signs.indexOf(c) >= 0;
  }
}
