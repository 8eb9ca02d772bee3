package io.wiredesk.wire.normalise.signal;

/**
 * A piece of an item in which agencies write their conventions, and nothing else is searched.
 * Immutable.
 *
 * @param place where it stood
 * @param text on one line
 * @param shouts a word in capitals stands near the start, so that a mark may be there
 * @param bracketed brackets stand somewhere in it
 * @param toEditors it speaks to editors instead of telling news: a note, or such a first line
 */
record Slot(Place place, String text, boolean shouts, boolean bracketed, boolean toEditors) {

  private static final int NEAR_START = 80;

  /** Where it stood; the name is shown to people. */
  enum Place {
    HEADLINE,
    SLUGLINE,
    NOTE,
    KEYWORD,
    FIRST_LINE
  }

  Slot(Place place, String text) {
    this(
        place,
        text,
        hasCapitals(text.substring(0, Math.min(NEAR_START, text.length()))),
        text.indexOf('(') >= 0 || text.indexOf('[') >= 0,
        place == Place.NOTE || (place == Place.FIRST_LINE && Address.isToEditors(text)));
  }

  /** Two capitals together that no letter precedes. */
  private static boolean hasCapitals(String head) {
    int before = ' ';
    int capitals = 0;
    for (int i = 0; i < head.length(); i += Character.charCount(before)) {
      int letter = head.codePointAt(i);
      boolean capital = Character.getType(letter) == Character.UPPERCASE_LETTER;
      capitals = capital && (capitals > 0 || !Character.isLetter(before)) ? capitals + 1 : 0;
      if (capitals == 2) {
        return true;
      }
      before = letter;
    }
    return false;
  }
}
