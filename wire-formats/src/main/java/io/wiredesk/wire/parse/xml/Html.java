package io.wiredesk.wire.parse.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern WORD = Pattern.compile("[^ \\t\\n\\r\\f]+");

  private final StringBuilder out = new StringBuilder(1024);
  private int written;
  private boolean paragraph;
  private boolean fresh = true;
  private boolean breakDue;

  /** Text with markup characters escaped; white space collapses outside PRE. */
  void text(String text, Place place) {
    written += Whitespace.visible(text);
    if (place == Place.PRE) {
      out.append(escaped(text));
      return;
    }
    Matcher word = WORD.matcher(text);
    int end = 0;
    while (word.find()) {
      if (word.start() > end) {
        space();
      }
      before(place);
      fresh = false;
      out.append(escaped(word.group()));
      end = word.end();
    }
    if (end < text.length()) {
      space();
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
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
