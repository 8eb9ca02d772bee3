package io.wiredesk.wire.parse.web;

import io.wiredesk.wire.parse.AsciiSpace;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** What tells mark-up from plain text, and one from the other, without a parser. Stateless. */
final class FeedMarkup {

  private FeedMarkup() {}

  /**
   * True where a text has a tag (a letter after "&lt;" or "&lt;/", and "&gt;" before the next
   * "&lt;") or a character reference (of word characters, up to a semicolon).
   */
  static boolean isIn(String text) {
    return hasTag(text) || hasReference(text);
  }

  private static boolean hasTag(String text) {
    for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open)) {
      int at = open + 1;
      at += at < text.length() && text.charAt(at) == '/' ? 1 : 0;
      boolean named = at < text.length() && isLetter(text.charAt(at));
      while (at < text.length() && text.charAt(at) != '<' && text.charAt(at) != '>') {
        at++;
      }
      if (named && at < text.length() && text.charAt(at) == '>') {
        return true;
      }
      open = at;
    }
    return false;
  }

  private static boolean hasReference(String text) {
    for (int mark = text.indexOf('&'); mark >= 0; mark = text.indexOf('&', mark + 1)) {
      int from = mark + 1;
      from += from < text.length() && text.charAt(from) == '#' ? 1 : 0;
      int at = from;
      while (at < text.length() && isWord(text.charAt(at))) {
        at++;
      }
      if (at > from && at < text.length() && text.charAt(at) == ';') {
        return true;
      }
    }
    return false;
  }

  /** Plain text as HTML, as jsoup writes it. */
  static String escape(String text) {
    StringBuilder out = null;
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String reference = reference(c);
      if (reference != null) {
        out = out == null ? new StringBuilder(text.length() + 64) : out;
        out.append(text, copied, i).append(reference);
        copied = i + 1;
      } else if (!isWrittenAsItIs(c)) {
        return Entities.escape(text);
      }
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  private static @Nullable String reference(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&apos;";
      case '\u00a0' -> "&nbsp;";
      default -> null;
    };
  }

  /** What is not is rare, and left to jsoup: control characters, halves of surrogate pairs. */
  private static boolean isWrittenAsItIs(char c) {
    return c >= ' ' ? c < 0x7f || (c > 0xa0 && !Character.isSurrogate(c)) : c == '\n' || c == '\t';
  }

  /** One line: each run of white space becomes a space, the ends are stripped. */
  static String line(String text) {
    if (isLine(text)) {
      return text.strip();
    }
    StringBuilder line = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!AsciiSpace.is(c)) {
        line.append(c);
      } else if (!space) {
        line.append(' ');
      }
      space = AsciiSpace.is(c);
    }
    return line.toString().strip();
  }

  private static boolean isLine(String text) {
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' && AsciiSpace.is(c)) {
        if (space || c != ' ') {
          return false;
        }
        space = true;
      } else {
        space = false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isWord(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '_';
  }
}
