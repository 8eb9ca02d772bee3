package io.wiredesk.wire.fuzz;

import java.util.List;

/** Copy of one megabyte that says the same again and again: what patterns with groups choke on. */
final class MonotonousText {

  static final int SIZE = 1 << 20;

  static final List<String> UNITS =
      List.of(
          "ab-", "a.", "A", "Ab ", "AB-", "ab’", "\"", "“a” ", "'", "1", "1,", "(", "[", "<", ".",
          "-", "- ", " ", "\t", "\n", " \n", "\r\n", "\u2028", "a@", "&", "=\n", "a: ", "m=+",
          "(MORE) ", "A\n", "> ", "\u0301");

  private MonotonousText() {}

  static String of(String unit) {
    return unit.repeat(SIZE / unit.length());
  }
}
