package io.wiredesk.wire.parse.text;

import io.wiredesk.wire.parse.AsciiSpace;
import java.util.Arrays;

/**
 * The HTML of an ANPA 1312 message while it is written. A line of copy goes straight to its place,
 * signs as what they print and escaped: strings between would cost more than the reading. Used
 * once, by one thread.
 */
final class AnpaHtml {

  /** What prints or is written as something else; beyond the table only surrogates are. */
  private static final boolean[] SIGNS = new boolean[Markup.TABLE];

  private static final String QUOTES = Markup.escaped('"');
  private static final String APOSTROPHE = Markup.escaped('\'');

  static {
    for (char c = 0; c < SIGNS.length; c++) {
      boolean kept = Markup.escaped(c).equals(String.valueOf(c));
      SIGNS[c] = !kept || Typesetting.isSign(c) || Typesetting.isRare(c);
    }
  }

  private char[] html;
  private int length;

  AnpaHtml(int capacity) {
    this.html = new char[capacity];
  }

  int length() {
    return length;
  }

  /** Takes back what was written since the text had that length. */
  void cut(int to) {
    length = to;
  }

  /** Appends as it stands. */
  AnpaHtml markup(String markup) {
    copy(markup, 0, markup.length());
    return this;
  }

  /** Appends escaped. */
  AnpaHtml text(String text) {
    return markup(Markup.escape(text));
  }

  /**
   * Appends a line of copy as {@link AnpaBody#end} gives it, escaped.
   *
   * @return false where it has signs that most lines do not have; nothing is appended then
   */
  boolean line(String line) {
    int before = length;
    int to = Controls.end(line, AnpaBody.LINE_ENDS);
    int from = Controls.start(line, AnpaBody.LINE_STARTS, to);
    int written = from;
    for (int at = nextSign(line, from, to); at < to; at = nextSign(line, written, to)) {
      char c = line.charAt(at);
      if (c >= SIGNS.length || Typesetting.isRare(c)) {
        length = before;
        return false;
      }
      copy(line, written, at);
      boolean twice = Typesetting.isQuote(c) && at + 1 < to && line.charAt(at + 1) == c;
      markup(twice ? QUOTES : printed(c, line, at));
      written = at + (twice ? 2 : 1);
    }
    copy(line, written, to);
    return true;
  }

  private static int nextSign(String line, int from, int to) {
    int at = from;
    while (at < to) {
      char c = line.charAt(at);
      if (c < SIGNS.length ? SIGNS[c] : Character.isSurrogate(c)) {
        return at;
      }
      at++;
    }
    return to;
  }

  private static String printed(char c, String line, int at) {
    if (c == '_') {
      return Typesetting.isDash(line, at) ? "—" : "_";
    }
    return Typesetting.isQuote(c) ? APOSTROPHE : Markup.escaped(c);
  }

  private void copy(String text, int from, int to) {
    if (length + to - from > html.length) {
      html = Arrays.copyOf(html, Math.max(2 * html.length, length + to - from));
    }
    text.getChars(from, to, html, length);
    length += to - from;
  }

  /** Takes spaces back that stand at the end. */
  void trim() {
    while (length > 0 && html[length - 1] == ' ') {
      length--;
    }
  }

  /** Words from a place on, which has no white space at its ends. */
  int words(int from) {
    int words = 1;
    boolean before = false;
    for (int i = from; i < length; i++) {
      boolean space = AsciiSpace.is(html[i]);
      words += space && !before ? 1 : 0;
      before = space;
    }
    return words;
  }

  @Override
  public String toString() {
    return new String(html, 0, length);
  }
}
