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

  /**
   * The fingerprint of a text that goes on, white space left out: equal texts have equal ones, in
   * however many pieces they come, and one that lacks a character, or has two of them exchanged,
   * has another.
   *
   * @param before of what came before; 0: nothing
   */
  static long fingerprint(long before, String text) {
    long print = before;
    for (int i = 0; i < text.length(); i++) {
      print = fingerprint(print, text.charAt(i));
    }
    return print;
  }

  /** The same of one more character. */
  static long fingerprint(long before, char next) {
    return isVisible(next) ? (before + next) * 0x9E3779B97F4A7C15L : before;
  }

  private static boolean isVisible(char c) {
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
