package io.wiredesk.ingest.parse.text;

/** Control characters and signs of text wires that are not copy. Linear in the text. Stateless. */
final class Controls {

  /** All but line ends, form feeds and tabs. */
  private static final long NO_COPY =
      set("\0\1\2\3\4\5\6\7\b\13\16\17\20\21\22\23\24\25\26\27\30\31\32\33\34\35\36\37\177");

  private static final int DEL = 0x7f;

  private Controls() {}

  /** A set of control characters for {@link #without}. */
  static long set(String controls) {
    long set = 0;
    for (int i = 0; i < controls.length(); i++) {
      set |= 1L << bit(controls.charAt(i));
    }
    return set;
  }

  /** DEL takes the place of the space, which is none. */
  private static int bit(char control) {
    return control == DEL ? ' ' : control;
  }

  /** Without control characters except line ends, form feeds and tabs. */
  static String strip(String text) {
    return without(text, NO_COPY);
  }

  /** Without these control characters; the text itself where it has none. */
  static String without(String text, long controls) {
    int first = 0;
    while (first < text.length() && !isControl(text.charAt(first), controls)) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (int i = first; i < text.length(); i++) {
      if (isControl(text.charAt(i), controls)) {
        out.append(text, from, i);
        from = i + 1;
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  private static boolean isControl(char c, long controls) {
    return (c < ' ' || c == DEL) && (controls & 1L << bit(c)) != 0;
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
