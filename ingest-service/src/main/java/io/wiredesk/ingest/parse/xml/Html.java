package io.wiredesk.ingest.parse.xml;

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

  private final StringBuilder out = new StringBuilder();
  private long written;
  private boolean paragraph;
  private boolean fresh = true;
  private boolean breakDue;

  /** Text with markup characters escaped; white space collapses outside PRE. */
  void text(String text, Place place) {
    if (place == Place.PRE) {
      escape(text.toCharArray(), 0, text.length());
      written = Whitespace.fingerprint(written, text);
      return;
    }
    char[] chars = text.toCharArray();
    int i = 0;
    while (i < chars.length) {
      int end = i;
      while (end < chars.length && !isSpace(chars[end])) {
        written = Whitespace.fingerprint(written, chars[end]);
        end++;
      }
      if (end > i) {
        before(place);
        escape(chars, i, end);
        fresh = false;
      }
      if (end < chars.length) {
        space();
      }
      i = end + 1;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
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

  /** Fingerprint of the text written so far, without mark-up and white space. */
  long written() {
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

  private void escape(char[] text, int from, int to) {
    int copied = from;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c == '&' || c == '<' || c == '>') {
        out.append(text, copied, i - copied)
            .append(c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;");
        copied = i + 1;
      }
    }
    out.append(text, copied, to - copied);
  }

  /** An attribute, with a leading space, empty where the value is null or blank. */
  static String attribute(String name, @org.jspecify.annotations.Nullable String value) {
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
