package io.wiredesk.ingest.parse.xml;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Line numbers of a document, worked out when the first is asked for. Safe to share: threads that
 * ask at once work out the same.
 */
final class LineNumbers {

  private final Supplier<String> text;
  private final int skipped;
  private volatile int @Nullable [] starts;

  /**
   * @param text the document
   * @param skipped lines that stood before it
   */
  LineNumbers(Supplier<String> text, int skipped) {
    this.text = text;
    this.skipped = skipped;
  }

  /** Line of a character, from 1. */
  int of(int offset) {
    int[] known = starts;
    if (known == null) {
      known = starts(text.get());
      starts = known;
    }
    int found = Arrays.binarySearch(known, offset);
    return (found >= 0 ? found + 1 : -found - 1) + skipped;
  }

  /** Where lines start: behind LF, CR LF or CR (XML 1.0 §2.11). */
  private static int[] starts(String text) {
    int[] starts = new int[16];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
      if (ends) {
        starts = lines == starts.length ? Arrays.copyOf(starts, lines * 2) : starts;
        starts[lines++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }
}
