package io.wiredesk.ingest.parse.text;

import org.jsoup.nodes.Entities;

/**
 * Text as HTML, escaped as jsoup does it: its own way looks at each character's encoder, which took
 * a quarter of reading an ANPA message. Stateless.
 */
public final class Markup {

  /** How jsoup writes each of the characters among which are some that it escapes. */
  private static final String[] LOW = new String[0xa1];

  private static final boolean[] ESCAPED = new boolean[LOW.length];

  static {
    for (int c = 0; c < LOW.length; c++) {
      LOW[c] = Entities.escape(String.valueOf((char) c));
      ESCAPED[c] = !LOW[c].equals(String.valueOf((char) c));
    }
  }

  private Markup() {}

  /** The same as {@link Entities#escape(String)}. */
  public static String escape(String text) {
    StringBuilder out = null;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ESCAPED.length) {
        if (ESCAPED[c]) {
          out = out == null ? new StringBuilder(text.length() + 32) : out;
          out.append(text, from, i).append(LOW[c]);
          from = i + 1;
        }
      } else if (Character.isSurrogate(c)) {
        return Entities.escape(text);
      }
    }
    return out == null ? text : out.append(text, from, text.length()).toString();
  }
}
