package io.wiredesk.enrich.entity.recogniser;

import edu.emory.mathcs.nlp.common.util.CharUtils;

/**
 * The codes of a word's spelling on which the models were trained, as a set of bits: bit n is code
 * n. Only ASCII letters and digits count, as in training. Stateless.
 */
final class Orthography {
  static final int CODES = 14;

  private Orthography() {}

  /**
   * The codes of a word.
   *
   * @param first true for that of a word that begins a sentence
   */
  static int of(String simplified, boolean first) {
    return "#hlink#".equals(simplified) ? 1 : new Orthography.Shape(simplified).codes(first);
  }

  private static final class Shape {
    private final int length;
    private final boolean firstUpper;
    private int upper;
    private int lower;
    private int digits;
    private int marks;
    private boolean period;
    private boolean hyphen;

    Shape(String s) {
      length = s.length();
      firstUpper = length > 0 && CharUtils.isUpperCase(s.charAt(0));
      for (int i = 0; i < length; i++) count(s.charAt(i));
    }

    private void count(char c) {
      if (CharUtils.isUpperCase(c)) upper++;
      else if (CharUtils.isLowerCase(c)) lower++;
      else if (CharUtils.isDigit(c)) digits++;
      else if (CharUtils.isPunctuation(c)) {
        marks++;
        period |= c == '.';
        hyphen |= c == '-';
      }
    }

    int codes(boolean first) {
      int codes = 0;
      int kind = kind();
      if (kind > 0) codes |= 1 << kind;
      if (upper < length) {
        if (firstUpper && !first) codes |= 1 << 11;
        int inner = upper - (firstUpper ? 1 : 0);
        if (inner > 0) codes |= 1 << (inner == 1 ? 12 : 13);
      }
      if (digits > 0 && digits < length) codes |= 1 << 6;
      if (period) codes |= 1 << 7;
      if (hyphen) codes |= 1 << 8;
      if (marks > 0 && marks < length && !period && !hyphen) codes |= 1 << 9;
      return codes;
    }

    private int kind() {
      if (upper == length) return 1;
      if (lower == length) return 2;
      if (digits == length) return 3;
      if (marks == length) return 4;
      if (digits + marks == length) return 5;
      return lower == 0 ? 10 : 0;
    }
  }
}
