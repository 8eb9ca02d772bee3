package io.wiredesk.wire.parse.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A line short enough to be the header of a message, without the SYN, NUL and SOH before it. Found
 * in one pass, whatever the text is made of. Immutable.
 *
 * @param whole the text that it stands in
 * @param from where its first visible character is
 * @param to where it ends
 * @param marked true where SOH stands before it
 * @param start where the line, SOH included, starts in the text
 * @param end where the next line starts
 */
record HeaderLine(String whole, int from, int to, boolean marked, int start, int end) {

  private static final int LONGEST = 160;

  /** Six letters of two characters each, a space, the first digit. */
  private static final int NUMBER_WITHIN = 14;

  /** Lines of 1–160 characters, in order. */
  static List<HeaderLine> all(String text) {
    List<HeaderLine> lines = new ArrayList<>();
    NextOf ends = new NextOf(text, "\n\r\u0001");
    int start = 0;
    while (start < text.length()) {
      int end = ends.from(start);
      if (end == start && text.charAt(end) == '\u0001') {
        end = ends.from(start + 1); // a line ends before the SOH of the next, not before its own
      }
      int next = end;
      if (next < text.length() && text.charAt(next) != '\u0001') {
        boolean crLf = text.startsWith("\r\n", next);
        next += crLf ? 2 : 1;
      }
      if (end > start && end - start <= LONGEST) {
        add(text, start, end, next, lines);
      }
      start = Math.max(next, start + 1);
    }
    return lines;
  }

  /** The line, ends stripped. */
  String text() {
    return whole.substring(from, to).strip();
  }

  /** True where a digit stands soon after a first letter, as a transmission's number does. */
  boolean mayNumber() {
    char first = whole.charAt(from);
    boolean begins =
        Character.isLetter(first) || Character.isSurrogate(first) || Character.isWhitespace(first);
    if (!begins) {
      return false;
    }
    for (int i = from + 1; i < Math.min(to, from + NUMBER_WITHIN); i++) {
      if (whole.charAt(i) >= '0' && whole.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static void add(String text, int start, int end, int next, List<HeaderLine> lines) {
    int from = start;
    boolean marked = false;
    while (from < end && (text.charAt(from) <= ' ' || text.charAt(from) == 0x7f)) {
      marked |= text.charAt(from) == '\u0001';
      from++;
    }
    if (from < end) {
      lines.add(new HeaderLine(text, from, end, marked, start, next));
    }
  }
}
