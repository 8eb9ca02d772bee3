package io.wiredesk.wire.parse.xml;

import org.jspecify.annotations.Nullable;

/** HTML being written: paragraphs open by themselves and close at every block. One use. */
final class Html {

  /** Where text stands. */
  enum Place {
    /** Between blocks: text opens a paragraph. */
    FLOW,
    /** In a cell, list item or caption: text stands as it is, blocks are parted by br. */
    CELL,
    /** In a heading: one line. */
    LINE,
    /** White space counts. */
    PRE
  }

  private final StringBuilder out = new StringBuilder(1024);
  private int written;
  private boolean paragraph;
  private boolean fresh = true;
  private boolean breakDue;

  /** Text with markup characters escaped; white space collapses outside PRE. */
  void text(String text, Place place) {
    char[] chars = text.toCharArray();
    int at = 0;
    while (at < chars.length) {
      boolean blank = Whitespace.isBlank(chars[at]);
      if (blank && place != Place.PRE) {
        space();
        at++;
      } else {
        at = stretch(text, chars, at, place);
      }
    }
  }

  /** Writes what can be written at one go; gives where it ends. */
  private int stretch(String text, char[] chars, int from, Place place) {
    if (place != Place.PRE) {
      before(place);
      fresh = false;
    }
    String reference = reference(chars[from]);
    if (reference != null) {
      out.append(reference);
      written++;
      return from + 1;
    }
    int end = place == Place.PRE ? plainEnd(chars, from) : wordsEnd(chars, from);
    out.append(from == 0 && end == chars.length ? text : text.substring(from, end));
    return end;
  }

  /** End of the words from here on that are parted by single spaces and have no markup in them. */
  private int wordsEnd(char[] chars, int from) {
    int blanks = 0;
    int at = from + 1;
    while (at < chars.length) {
      char c = chars[at];
      if (isSpecial(c)) {
        boolean goesOn = c == ' ' && at + 1 < chars.length && !isSpecial(chars[at + 1]);
        if (!goesOn) {
          break;
        }
        blanks++;
      }
      at++;
    }
    written += at - from - blanks;
    return at;
  }

  private int plainEnd(char[] chars, int from) {
    int at = from;
    while (at < chars.length && reference(chars[at]) == null) {
      written += Whitespace.isBlank(chars[at]) ? 0 : 1;
      at++;
    }
    return at;
  }

  private static boolean isSpecial(char c) {
    return c <= '>' && (Whitespace.isBlank(c) || c == '&' || c == '<' || c == '>');
  }

  private static @Nullable String reference(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      default -> null;
    };
  }

  /** An inline tag: opens the paragraph that it stands in. */
  void inline(String tag, Place place) {
    before(place);
    out.append(tag);
  }

  /** Mark-up as it is, no paragraph opened. */
  void raw(String tag) {
    out.append(tag);
  }

  void lineBreak(Place place) {
    if (place == Place.PRE) {
      out.append('\n');
    } else if (place == Place.LINE) {
      space();
    } else if (!fresh) {
      breakDue = true;
    }
  }

  /** A block begins or ends here. */
  void block(Place place) {
    if (place == Place.FLOW) {
      closeParagraph();
    } else if (place == Place.CELL) {
      lineBreak(place);
    } else if (place == Place.LINE) {
      space();
    }
  }

  void open(String tag) {
    closeParagraph();
    out.append(tag);
    fresh = true;
    breakDue = false;
  }

  void close(String tag) {
    closeParagraph();
    trim();
    out.append(tag);
    fresh = true;
    breakDue = false;
  }

  String html() {
    closeParagraph();
    return out.toString();
  }

  /** How many characters of text are written so far, mark-up and white space left out. */
  int written() {
    return written;
  }

  private void before(Place place) {
    if (place == Place.FLOW && !paragraph) {
      out.append("<p>");
      paragraph = true;
      fresh = true;
      breakDue = false;
    }
    if (breakDue) {
      trim();
      out.append("<br>");
      breakDue = false;
    }
  }

  private void closeParagraph() {
    if (paragraph) {
      trim();
      out.append("</p>");
      paragraph = false;
    }
    fresh = true;
    breakDue = false;
  }

  private void space() {
    if (!fresh && !breakDue && out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
  }

  private void trim() {
    while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
  }

  /** An attribute, with a leading space, empty where the value is null or blank. */
  static String attribute(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return "";
    }
    return " "
        + name
        + "=\""
        + value.strip().replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
        + "\"";
  }
}
