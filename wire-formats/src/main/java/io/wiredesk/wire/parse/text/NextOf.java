package io.wiredesk.wire.parse.text;

import java.util.Arrays;

/**
 * The next of a few rare characters in a text, by {@link String#indexOf(int)}, which looks at many
 * places at once; asked from left to right. Used by one thread.
 */
final class NextOf {

  private final String text;
  private final String signs;
  private final int[] next;

  NextOf(String text, String signs) {
    this.text = text;
    this.signs = signs;
    this.next = new int[signs.length()];
    Arrays.fill(next, -1);
  }

  /** The first place at or after {@code from}, which never decreases; the text's end if none. */
  int from(int from) {
    int first = text.length();
    for (int i = 0; i < next.length; i++) {
      if (next[i] < from) {
        int at = text.indexOf(signs.charAt(i), from);
        next[i] = at < 0 ? text.length() : at;
      }
      first = Math.min(first, next[i]);
    }
    return first;
  }
}
