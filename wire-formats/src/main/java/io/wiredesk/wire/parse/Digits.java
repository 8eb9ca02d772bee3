package io.wiredesk.wire.parse;

import org.jspecify.annotations.Nullable;

/** Numbers as wires write them in codes and counts: 0–9 alone, no sign. Stateless. */
public final class Digits {

  private Digits() {}

  /** True where the text is nothing but digits, at least and at most so many. */
  public static boolean are(@Nullable String text, int least, int most) {
    if (text == null || text.length() < least || text.length() > most) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
