package io.wiredesk.ingest.parse.text;

/** Control characters and signs of text wires that are not copy. Linear in the text. Stateless. */
final class Controls {

  private Controls() {}

  /** Without control characters except line ends, form feeds and tabs. */
  static String strip(String text) {
    int first = 0;
    while (first < text.length() && !isControl(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isControl(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isControl(char c) {
    return (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') || c == 0x7f;
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
