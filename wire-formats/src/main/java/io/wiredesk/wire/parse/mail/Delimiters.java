package io.wiredesk.wire.parse.mail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a mail that may part it: those that begin with two hyphens. Immutable. */
final class Delimiters {

  /** More than these are counted as that many for every boundary. */
  private static final int MOST = 20_000;

  private final byte[] mail;
  private final int[] starts;

  private Delimiters(byte[] mail, int[] starts) {
    this.mail = mail;
    this.starts = starts;
  }

  static Delimiters of(byte[] mail) {
    int[] starts = new int[16];
    int count = 0;
    for (int i = 0; i + 2 < mail.length && count < MOST; i++) {
      if (mail[i] == '\n' && mail[i + 1] == '-' && mail[i + 2] == '-') {
        starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
        starts[count++] = i + 3;
      }
    }
    return new Delimiters(mail, Arrays.copyOf(starts, count));
  }

  /** How many begin with this boundary. */
  int count(String boundary) {
    if (starts.length == MOST) {
      return MOST;
    }
    byte[] mark = boundary.getBytes(StandardCharsets.ISO_8859_1);
    int found = 0;
    for (int start : starts) {
      int end = start + mark.length;
      if (end <= mail.length && Arrays.equals(mail, start, end, mark, 0, mark.length)) {
        found++;
      }
    }
    return found;
  }
}
