package io.wiredesk.ingest.normalise.signal;

import io.wiredesk.ingest.normalise.signal.Slot.Place;
import io.wiredesk.schemas.Signal;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One row of {@code conventions.txt}: a phrase, the form in which it counts, and what it says.
 * Immutable.
 */
record Convention(Signal signal, Form form, Pattern pattern) {

  /** How a phrase must stand to count; see the head of the table. */
  enum Form {
    MARK,
    DASH,
    WEAK,
    WORD,
    NOTE,
    SENTENCE,
    PLEA
  }

  private static final int ANY_CASE =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final String DECORATION = "[\\s*+=#!>~_.(\\[«\"“„'–—-]*";
  private static final String ADDRESS = "(?:(?:(?i:eds?|editors?)\\b['’:., -]{0,3})|\\^)?";
  private static final String SEPARATOR =
      "(?:\\s*[:/=!*+|»)\\]]|\\s+[-–—]{1,3}(?:\\s|$)|\\s*(?:--+|—)|\\.(?:\\s|$)|\\s*$";
  private static final String HYPHEN = "|-(?=[\\p{Lu}\\d\"“'‘])";
  private static final String BRACKETS = "|[(\\[]\\s*(?:%1$s)\\s*[)\\]]";

  private static final Pattern POINT = Pattern.compile("(?<=\\d)\\.(?=\\d)");

  private static final Set<Place> LINES =
      Set.of(Place.HEADLINE, Place.SLUGLINE, Place.NOTE, Place.FIRST_LINE);

  static Convention of(Signal signal, Form form, String phrase) {
    Pattern pattern =
        switch (form) {
          case MARK, WEAK -> Pattern.compile(marked(phrase, ""));
          case DASH -> Pattern.compile(marked(phrase, HYPHEN));
          case WORD ->
              Pattern.compile("(?<![\\p{L}\\d])(?:" + phrase + ")(?![\\p{L}\\d])", ANY_CASE);
          case NOTE -> Pattern.compile("^" + DECORATION + ADDRESS + "(?:" + phrase + ")", ANY_CASE);
          case SENTENCE -> Pattern.compile(phrase, ANY_CASE);
          case PLEA -> Pattern.compile("^" + DECORATION + ADDRESS + "(?:" + phrase + ")", ANY_CASE);
        };
    return new Convention(signal, form, pattern);
  }

  /** A phrase of the feed's own that marks a kill, in any case. */
  static Convention ofFeed(String phrase) {
    return new Convention(
        Signal.CANCEL,
        Form.WORD,
        Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(phrase) + "(?![\\p{L}\\d])", ANY_CASE));
  }

  private static String marked(String phrase, String hyphen) {
    return "^"
        + DECORATION
        + ADDRESS
        + "(?:"
        + phrase
        + ")"
        + SEPARATOR
        + hyphen
        + ")"
        + String.format(BRACKETS, phrase);
  }

  boolean saidIn(Slot slot) {
    return switch (form) {
      case MARK, DASH, WEAK -> isMarked(slot);
      case WORD -> slot.place() != Place.NOTE && slot.place() != Place.FIRST_LINE && found(slot);
      case NOTE -> (slot.place() == Place.NOTE || isParenthesis(slot)) && found(slot);
      case SENTENCE -> (slot.place() == Place.NOTE || Address.isToEditors(slot)) && found(slot);
      case PLEA -> LINES.contains(slot.place()) && found(slot);
    };
  }

  private boolean isMarked(Slot slot) {
    if (slot.place() == Place.KEYWORD) {
      return form != Form.WEAK && signal != Signal.CANCEL && pattern.matcher(slot.text()).matches();
    }
    return found(slot);
  }

  private static boolean isParenthesis(Slot slot) {
    return slot.place() == Place.FIRST_LINE && slot.text().startsWith("(");
  }

  /** Rules end at a full stop; one within a number ("10.12 Uhr") is none. */
  private boolean found(Slot slot) {
    String text = form == Form.SENTENCE ? POINT.matcher(slot.text()).replaceAll(":") : slot.text();
    return pattern.matcher(text).find();
  }
}
