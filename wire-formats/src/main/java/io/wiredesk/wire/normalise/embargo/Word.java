package io.wiredesk.wire.normalise.embargo;

import java.util.Locale;

/**
 * A word of a line. Immutable.
 *
 * @param text as written; letters that stood apart are put together, and a zero among letters is an
 *     O, as scanners and people make them
 * @param key the same in small letters without accents, to look it up
 * @param gap what stands between the word before and this one
 */
record Word(String text, String key, String gap) {

  boolean isCapital() {
    return text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT)) && !key.equals(text);
  }

  boolean hasDigit() {
    return key.chars().anyMatch(Character::isDigit);
  }
}
