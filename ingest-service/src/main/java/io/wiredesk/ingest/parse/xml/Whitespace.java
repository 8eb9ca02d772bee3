package io.wiredesk.ingest.parse.xml;

import java.util.Set;

/** White space in mark-up: what of it means nothing, and which elements stand on a line. */
final class Whitespace {

  /** Elements that part words although no space is written. */
  static final Set<String> BREAKS =
      Set.of(
          "br", "p", "div", "li", "tr", "td", "th", "hl1", "hl2", "h1", "h2", "h3", "h4", "block",
          "byttl", "hr", "ul", "ol", "table", "section", "title", "dt", "dd");

  private Whitespace() {}

  /** Runs of white space (no-break spaces are none) become one space; ends are stripped. */
  static String collapse(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        space = true;
      } else {
        if (space && out.length() > 0) {
          out.append(' ');
        }
        space = false;
        out.append(c);
      }
    }
    return out.toString();
  }

  /** How many characters of a text are no white space. */
  static int visible(String text) {
    int visible = 0;
    for (int i = 0; i < text.length(); i++) {
      visible += isVisible(text.charAt(i)) ? 1 : 0;
    }
    return visible;
  }

  static boolean isVisible(char c) {
    return (c > ' ' && c < 0x7f) || !Character.isWhitespace(c);
  }

  /** Text without white space, for comparing. */
  static String squeeze(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    squeeze(text, out);
    return out.toString();
  }

  static void squeeze(CharSequence text, StringBuilder into) {
    squeeze(text, 0, text.length(), into);
  }

  /** Appends a stretch of text without its white space. */
  static void squeeze(CharSequence text, int from, int to, StringBuilder into) {
    int copied = from;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c <= ' ' ? Character.isWhitespace(c) : c > 0x7f && Character.isWhitespace(c)) {
        into.append(text, copied, i);
        copied = i + 1;
      }
    }
    into.append(text, copied, to);
  }
}
