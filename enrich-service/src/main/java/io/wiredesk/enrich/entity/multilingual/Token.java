package io.wiredesk.enrich.entity.multilingual;

import java.util.Locale;

/**
 * A word or a mark of punctuation. Immutable.
 *
 * @param text as it stands
 * @param lower in small letters, typographic apostrophes made plain
 * @param start UTF-16 offset into the text
 * @param end one past the last
 * @param opens first word of a sentence, a line or a quotation, where capitals say nothing
 * @param shouted in a line of capitals, where capitals say nothing either
 */
record Token(String text, String lower, int start, int end, boolean opens, boolean shouted) {

  static Token of(String text, int start, int end, boolean opens, boolean shouted) {
    String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    return new Token(text, lower, start, end, opens, shouted);
  }

  boolean isWord() {
    return Character.isLetter(text.codePointAt(0));
  }

  boolean isCapital() {
    return Character.isUpperCase(text.codePointAt(0));
  }

  /** At least two capitals and no small letter but a final s: CDU, DBUs. */
  boolean isAcronym() {
    if (shouted || !isCapital() || text.length() < 2 || isInitial()) return false;
    int end = text.length() > 2 && text.endsWith("s") ? text.length() - 1 : text.length();
    if (end > 7) return false;
    int capitals = 0;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c)) return false;
      if (Character.isUpperCase(c)) capitals++;
    }
    return capitals > 1;
  }

  /** J or H.L, as before a surname. */
  boolean isInitial() {
    return text.matches("\\p{Lu}(?:[.-]\\p{Lu})*+");
  }
}
