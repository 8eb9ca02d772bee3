package io.wiredesk.wire.parse.text;

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
    int next = next(text, 0, controls);
    if (next == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (next < text.length()) {
      out.append(text, from, next);
      from = next + 1;
      next = next(text, from, controls);
    }
    return out.append(text, from, text.length()).toString();
  }

  /** The next of the control characters; the text's end if none. */
  private static int next(String text, int from, long controls) {
    int at = from;
    while (at < text.length() && !isControl(text.charAt(at), controls)) {
      at++;
    }
    return at;
  }

  private static boolean isControl(char c, long controls) {
    return (c < ' ' || c == DEL) && (controls & 1L << bit(c)) != 0;
  }

  /** Without white space and these signs at the end. */
  static String stripEnd(String text, String signs) {
    return text.substring(0, end(text, signs));
  }

  /** Without white space and these signs at the beginning. */
  static String stripStart(String text, String signs) {
    return text.substring(start(text, signs, text.length()));
  }

  /** Where the white space and signs at the end begin. */
  static int end(String text, String signs) {
    int end = text.length();
    while (end > 0 && isOf(text.charAt(end - 1), signs)) {
      end--;
    }
    return end;
  }

  /** Where the white space and signs at the beginning end, at {@code to} at the latest. */
  static int start(String text, String signs, int to) {
    int start = 0;
    while (start < to && isOf(text.charAt(start), signs)) {
      start++;
    }
    return start;
  }

  private static boolean isOf(char c, String signs) {
    return Character.isWhitespace(c) || signs.indexOf(c) >= 0;
  }
}
