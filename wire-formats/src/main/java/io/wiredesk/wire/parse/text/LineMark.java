package io.wiredesk.wire.parse.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word that stands first on a line, with no more than control characters and spaces before it,
 * and a pattern for the line's rest. The word is looked for, and the pattern tried only there:
 * trying it at every line start takes longer than reading the message. Immutable.
 */
final class LineMark {

  private static final int FURTHEST = 40;

  private final String word;
  private final Pattern pattern;

  /**
   * @param word the word
   * @param rest pattern of what has to follow it
   */
  LineMark(String word, String rest) {
    this.word = word;
    this.pattern = Pattern.compile("(?m)[\\x00-\\x09\\x0e-\\x20]{0,40}" + word + rest);
  }

  /** A matcher on the first such line that starts at or after {@code from}; false if none. */
  boolean find(Matcher on, int from, String text) {
    for (int at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
      int start = at;
      while (start > from && at - start < FURTHEST && isSpace(text.charAt(start - 1))) {
        start--;
      }
      if (startsLine(text, start) && on.region(start, text.length()).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  Matcher on(String text) {
    return pattern.matcher(text);
  }

  private static boolean isSpace(char c) {
    return c <= ' ' && (c <= '\t' || c >= '\u000e');
  }

  /** What {@code ^} means to {@link Pattern#MULTILINE}. */
  private static boolean startsLine(String text, int at) {
    char before = at == 0 ? '\n' : text.charAt(at - 1);
    return before == '\n'
        || before == '\r'
        || before == '\u0085'
        || before == '\u2028'
        || before == '\u2029';
  }
}
