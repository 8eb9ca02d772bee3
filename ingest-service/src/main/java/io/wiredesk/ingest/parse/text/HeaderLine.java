package io.wiredesk.ingest.parse.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A line short enough to be the header of a message, without the SYN, NUL and SOH before it. Found
 * in one pass, whatever the text is made of. Immutable.
 *
 * @param text the line, ends stripped
 * @param marked true where SOH stands before it
 * @param start where the line, SOH included, starts in the text
 * @param end where the next line starts
 */
record HeaderLine(String text, boolean marked, int start, int end) {

  private static final int LONGEST = 160;

  /** Lines of 1–160 characters, in order. */
  static List<HeaderLine> all(String text) {
    List<HeaderLine> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && !isEnd(text.charAt(end), end > start)) {
        end++;
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

  private static void add(String text, int start, int end, int next, List<HeaderLine> lines) {
    int from = start;
    boolean marked = false;
    while (from < end && (text.charAt(from) <= ' ' || text.charAt(from) == 0x7f)) {
      marked |= text.charAt(from) == '\u0001';
      from++;
    }
    if (from < end) {
      lines.add(new HeaderLine(text.substring(from, end).strip(), marked, start, next));
    }
  }

  /** A line ends at its end, and before the SOH of the next message. */
  private static boolean isEnd(char c, boolean within) {
    return c == '\n' || c == '\r' || (within && c == '\u0001');
  }
}
