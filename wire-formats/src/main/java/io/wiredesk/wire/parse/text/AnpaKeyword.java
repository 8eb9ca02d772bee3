package io.wiredesk.wire.parse.text;

import io.wiredesk.wire.parse.AsciiSpace;
import org.jspecify.annotations.Nullable;

/**
 * The keyword field of an ANPA 1312 header, "BC-EU--Carrow-Ferries 1stLd-Writethru 03-12 0525".
 * Date and word count are looked for from its end, as the version before them is whatever the
 * sender wrote. Immutable.
 *
 * @param cycle BC, AM, PM, AP, EX; null where none
 * @param slug the first word, without the cycle
 * @param take what stands between the slug and the numbers; null where nothing
 * @param month first number of the date, null where there is none
 * @param day second number of the date, null where there is none
 * @param words stated word count, null where none
 */
record AnpaKeyword(
    @Nullable String cycle,
    String slug,
    @Nullable String take,
    @Nullable String month,
    @Nullable String day,
    @Nullable String words) {

  private static final String CYCLES = "BC-AM-PM-AP-EX-";
  private static final int CYCLE = 3;
  private static final String LINE_ENDS = "\n\r\u0085\u2028\u2029";

  /** Reads a field without white space at its ends; null where it is none. */
  static @Nullable AnpaKeyword of(String text) {
    int key = 0;
    while (key < text.length() && !AsciiSpace.is(text.charAt(key))) {
      key++;
    }
    if (key == 0 || (key < text.length() && !isBlank(text.charAt(key)))) {
      return null;
    }
    int end = end(text, key, text.length());
    int start = start(text, key, end);
    String words = null;
    if (isNumber(text, start, end, 5)) {
      words = text.substring(start, end);
      end = end(text, key, start);
      start = start(text, key, end);
    }
    String month = null;
    String day = null;
    int hyphen = text.indexOf('-', start);
    if (isNumber(text, start, hyphen, 2) && isNumber(text, hyphen + 1, end, 2)) {
      month = text.substring(start, hyphen);
      day = text.substring(hyphen + 1, end);
      end = end(text, key, start);
    }
    String take = text.substring(key, end).strip();
    boolean cycle = key > CYCLE && CYCLES.indexOf(text.substring(0, CYCLE)) % CYCLE == 0;
    return hasLineEnd(text, key)
        ? null
        : new AnpaKeyword(
            cycle ? text.substring(0, CYCLE - 1) : null,
            text.substring(cycle ? CYCLE : 0, key),
            take.isEmpty() ? null : take,
            month,
            day,
            words);
  }

  /** Where the blanks before {@code to} begin, not before {@code key}. */
  private static int end(String text, int key, int to) {
    int end = to;
    while (end > key && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Where the word before {@code end} begins; the end itself where none is after the key. */
  private static int start(String text, int key, int end) {
    int start = end;
    while (start > key && !isBlank(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isNumber(String text, int from, int to, int mostDigits) {
    boolean number = to > from && to - from <= mostDigits;
    for (int i = from; number && i < to; i++) {
      number = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return number;
  }

  private static boolean hasLineEnd(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (LINE_ENDS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
