package io.wiredesk.wire.parse.text;

import org.jsoup.nodes.Entities;

/**
 * Text as HTML, escaped as jsoup does it: its own way looks at each character's encoder, which took
 * a quarter of reading an ANPA message. Stateless.
 */
public final class Markup {

  /** No character from here on is escaped; surrogates are where they stand alone. */
  static final int TABLE = 0xa1;

  /** How jsoup writes each of the characters among which are some that it escapes. */
  private static final String[] LOW = new String[TABLE];

  private static final boolean[] ESCAPED = new boolean[LOW.length];

  static {
    for (int c = 0; c < LOW.length; c++) {
      LOW[c] = Entities.escape(String.valueOf((char) c));
      ESCAPED[c] = !LOW[c].equals(String.valueOf((char) c));
    }
  }

  private Markup() {}

  /** How a character below {@link #TABLE} is written. */
  static String escaped(char c) {
    return LOW[c];
  }

  /** The same as {@link Entities#escape(String)}. */
  public static String escape(String text) {
    int first = next(text, 0);
    if (first == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 32);
    append(text, out);
    return out.toString();
  }

  /** Appends the text as {@link #escape} gives it. */
  static void append(String text, StringBuilder to) {
    int from = 0;
    for (int at = next(text, 0); at < text.length(); at = next(text, from)) {
      char c = text.charAt(at);
      if (c >= LOW.length) {
        to.append(Entities.escape(text.substring(from)));
        return;
      }
      to.append(text, from, at).append(LOW[c]);
      from = at + 1;
    }
    to.append(text, from, text.length());
  }

  /** The next character that has to be written otherwise, or a surrogate; the end if none. */
  private static int next(String text, int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c < ESCAPED.length ? ESCAPED[c] : Character.isSurrogate(c)) {
        return at;
      }
      at++;
    }
    return at;
  }
}
