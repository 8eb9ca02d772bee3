package io.wiredesk.ingest.parse.text;

/** Control characters and signs of text wires that are not copy. Linear in the text. Stateless. */
final class Controls {

  private Controls() {}

  /** Without control characters except line ends, form feeds and tabs. */
  static String strip(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') || c == 0x7f;
      if (!control) {
        out.append(c);
      }
    }
    return out.toString();
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
