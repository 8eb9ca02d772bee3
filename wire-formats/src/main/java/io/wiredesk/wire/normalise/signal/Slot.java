package io.wiredesk.wire.normalise.signal;

import java.util.regex.Pattern;

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
  private static final Pattern CAPITALS = Pattern.compile("(?<!\\p{L})\\p{Lu}{2}");

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
        CAPITALS.matcher(text.substring(0, Math.min(NEAR_START, text.length()))).find(),
        text.indexOf('(') >= 0 || text.indexOf('[') >= 0,
        place == Place.NOTE || (place == Place.FIRST_LINE && Address.isToEditors(text)));
  }
}
