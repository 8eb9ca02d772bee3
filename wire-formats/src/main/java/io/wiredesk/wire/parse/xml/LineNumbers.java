package io.wiredesk.wire.parse.xml;

import java.util.Arrays;

/**
 * Line numbers of a document, worked out as far as they are asked for. Safe to share between
 * threads.
 */
final class LineNumbers {

  private final String text;
  private final int skipped;
  private int[] starts = new int[16];
  private int lines = 1;
  private int read;

  private LineNumbers(String text, int skipped) {
    this.text = text;
    this.skipped = skipped;
  }

  /**
   * @param text the document
   * @param skipped lines that stood before it
   */
  static LineNumbers of(String text, int skipped) {
    return new LineNumbers(text, skipped);
  }

  /** Line of the character at this place of the decoded document, from 1. */
  synchronized int of(int offset) {
    while (read <= offset && read < text.length()) {
      step();
    }
    int found = Arrays.binarySearch(starts, 0, lines, offset);
    return (found >= 0 ? found + 1 : -found - 1) + skipped;
  }

  /** A line ends with LF, CR LF or CR (XML 1.0 §2.11). */
  private void step() {
    char c = text.charAt(read++);
    if (c == '\n' || (c == '\r' && !text.startsWith("\n", read))) {
      starts = lines == starts.length ? Arrays.copyOf(starts, lines * 2) : starts;
      starts[lines++] = read;
    }
  }
}
