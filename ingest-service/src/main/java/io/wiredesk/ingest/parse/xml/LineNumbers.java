package io.wiredesk.ingest.parse.xml;

import java.util.Arrays;

/**
 * Line numbers of a document, worked out as far as they are asked for. Safe to share between
 * threads.
 */
final class LineNumbers {

  private final String text;
  private final boolean bytes;
  private final int skipped;
  private int[] starts = new int[16];
  private int lines = 1;
  private int read;
  private int characters;

  private LineNumbers(String text, boolean bytes, int skipped) {
    this.text = text;
    this.bytes = bytes;
    this.skipped = skipped;
  }

  /**
   * @param text the document
   * @param skipped lines that stood before it
   */
  static LineNumbers of(String text, int skipped) {
    return new LineNumbers(text, false, skipped);
  }

  /**
   * @param bytes the document in UTF-8, a character for each byte
   */
  static LineNumbers ofUtf8(String bytes) {
    return new LineNumbers(bytes, true, 0);
  }

  /** Line of the character at this place of the decoded document, from 1. */
  synchronized int of(int offset) {
    while (characters <= offset && read < text.length()) {
      step();
    }
    int found = Arrays.binarySearch(starts, 0, lines, offset);
    return (found >= 0 ? found + 1 : -found - 1) + skipped;
  }

  /** A line ends with LF, CR LF or CR (XML 1.0 §2.11). */
  private void step() {
    char c = text.charAt(read++);
    if (!bytes || c < 0x80) {
      characters++;
    } else if (c >= 0xc0) {
      // the first byte of a character; from F0 on it becomes two
      characters += c >= 0xf0 ? 2 : 1;
    }
    if (c == '\n' || (c == '\r' && !text.startsWith("\n", read))) {
      starts = lines == starts.length ? Arrays.copyOf(starts, lines * 2) : starts;
      starts[lines++] = characters;
    }
  }
}
