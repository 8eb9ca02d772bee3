package io.wiredesk.wire.normalise.body;

import java.util.regex.Pattern;

/** What the shape of one paragraph or line says about it. Stateless. */
final class Lines {

  private static final Pattern SENTENCE_END =
      Pattern.compile("[.!?…。！？]['\"”’»›)\\]]*$|['\"”’»›]\\s*\\([^)]{1,40}\\)$");
  private static final Pattern COLUMNS = Pattern.compile("\\S(?:\\t|[ \\u00a0]{3,})\\S");
  private static final Pattern BULLET =
      Pattern.compile("^(?:[•·▪■●◦‣⁃*–—-]|\\d{1,2}[.)]|[a-z]\\))\\s+\\S");
  private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s\\u200b\\u200c\\ufeff\\u00ad]+");

  private Lines() {}

  static boolean endsSentence(String text) {
    return SENTENCE_END.matcher(text).find();
  }

  /** At least two lines with a gap between columns. */
  static boolean isTable(String text) {
    return text.indexOf('\n') > 0
        && text.lines().filter(line -> COLUMNS.matcher(line).find()).limit(2).count() == 2;
  }

  static boolean isListItem(String text) {
    return BULLET.matcher(text).find();
  }

  /** Number of words, counted by the white space between them. */
  static int words(String text) {
    String clean = text.strip();
    return clean.isEmpty() ? 0 : SPACE.split(clean).length;
  }

  /** The text without white space and invisible characters: what the loss check compares. */
  static String bare(CharSequence text) {
    return text.chars()
        .filter(c -> !isBlank((char) c) && !isInvisible((char) c))
        .collect(StringBuilder::new, (bare, c) -> bare.append((char) c), StringBuilder::append)
        .toString();
  }

  static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Most characters of most texts, told at once. */
  static boolean isVisibleAscii(char c) {
    return c > ' ' && c <= '~';
  }

  /** Zero-width characters and soft hyphens. */
  static boolean isInvisible(char c) {
    return c == '\u200b' || c == '\u200c' || c == '\ufeff' || c == '\u00ad';
  }

  /** A paragraph of running copy: long, or at least one finished sentence of some length. */
  static boolean isCopy(String text) {
    return text.length() >= 140 || (text.length() >= 40 && endsSentence(text));
  }

  static boolean isOneLine(String text) {
    return text.indexOf('\n') < 0;
  }
}
