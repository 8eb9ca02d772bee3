package io.wiredesk.ingest.parse.text;

/** Control characters of text wires that are not copy. Stateless. */
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
}
