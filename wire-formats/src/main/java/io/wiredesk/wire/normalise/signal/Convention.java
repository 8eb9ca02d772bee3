package io.wiredesk.wire.normalise.signal;

import io.wiredesk.schemas.Signal;
import io.wiredesk.wire.normalise.signal.Conventions.Bound;
import io.wiredesk.wire.normalise.signal.Slot.Place;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One row of {@code conventions.txt}: a phrase, the form in which it counts, and what it says.
 * Immutable.
 *
 * @param pattern at the start of a text for marks, pleas and notes; anywhere in it for the others
 * @param bracketed anywhere in a text, for marks
 */
record Convention(Signal signal, Form form, Pattern pattern, Pattern bracketed) {

  /** How a phrase must stand to count; see the head of the table. */
  enum Form {
    MARK,
    DASH,
    WEAK,
    WORD,
    NOTE,
    SENTENCE,
    BAN,
    PLEA
  }

  private static final int ANY_CASE =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final String DECORATION = "[\\s*+=#!>~_.(\\[«\"“„'–—-]*";
  private static final String ADDRESS = "(?:(?:(?i:eds?|editors?)\\b['’:., -]{0,3})|\\^)?";
  private static final String SEPARATOR =
      "(?:\\s*[:/=!*+|»)\\]]|\\s+[-–—]{1,3}(?:\\s|$)|\\s*(?:--+|—)|\\.(?:\\s|$)|\\s*$";
  private static final String HYPHEN = "|-(?=[\\p{Lu}\\d\"“'‘])";

  private static final Set<Place> TITLES = Set.of(Place.HEADLINE, Place.SLUGLINE, Place.KEYWORD);

  /** Rules end at a full stop; one within a number ("10.12 Uhr") is none. */
  private static final Pattern POINT = Pattern.compile("(?<=\\d)\\.(?=\\d)");

  private static final Set<Place> LINES =
      Set.of(Place.HEADLINE, Place.SLUGLINE, Place.NOTE, Place.FIRST_LINE);

  static Convention of(Signal signal, Form form, String phrase) {
    return switch (form) {
      case MARK, WEAK -> marked(signal, form, phrase, "");
      case DASH -> marked(signal, form, phrase, HYPHEN);
      case WORD -> plain(signal, form, "(?<![\\p{L}\\d])(?:" + phrase + ")(?![\\p{L}\\d])");
      case NOTE, PLEA -> plain(signal, form, DECORATION + ADDRESS + "(?:" + phrase + ")");
      case SENTENCE, BAN -> plain(signal, form, phrase);
    };
  }

  /** A phrase of the feed's own that marks a kill, in any case. */
  static Convention ofFeed(String phrase) {
    return of(Signal.CANCEL, Form.WORD, Pattern.quote(phrase));
  }

  private static Convention plain(Signal signal, Form form, String regex) {
    Pattern pattern = Pattern.compile(regex, ANY_CASE);
    return new Convention(signal, form, pattern, pattern);
  }

  private static Convention marked(Signal signal, Form form, String phrase, String hyphen) {
    String start = DECORATION + ADDRESS + "(?:" + phrase + ")" + SEPARATOR + hyphen + ")";
    return new Convention(
        signal,
        form,
        Pattern.compile(start),
        Pattern.compile("[(\\[]\\s*(?:" + phrase + ")\\s*[)\\]]"));
  }

  boolean saidIn(Slot slot) {
    return switch (form) {
      case MARK, DASH, WEAK -> isMarked(slot);
      case WORD -> TITLES.contains(slot.place()) && pattern.matcher(slot.text()).find();
      case NOTE -> (slot.place() == Place.NOTE || isParenthesis(slot)) && starts(slot);
      case SENTENCE, BAN ->
          slot.toEditors() && pattern.matcher(POINT.matcher(slot.text()).replaceAll(":")).find();
      case PLEA -> LINES.contains(slot.place()) && starts(slot);
    };
  }

  /** True where the line is about an embargo, and so means less than its words. */
  boolean givesWay(Function<String, Bound> embargoes, String line) {
    return switch (signal) {
      case CANCEL -> form == Form.BAN && embargoes.apply(line) != Bound.NONE;
      case WITHHOLD -> embargoes.apply(line) == Bound.TIMED;
      case RELEASE -> embargoes.apply(line) != Bound.NONE;
      default -> false;
    };
  }

  private boolean isMarked(Slot slot) {
    if (slot.place() == Place.KEYWORD) {
      return form != Form.WEAK && signal != Signal.CANCEL && pattern.matcher(slot.text()).matches();
    }
    return (slot.shouts() && starts(slot))
        || (slot.bracketed() && bracketed.matcher(slot.text()).find());
  }

  private static boolean isParenthesis(Slot slot) {
    return slot.place() == Place.FIRST_LINE && slot.text().startsWith("(");
  }

  private boolean starts(Slot slot) {
    return pattern.matcher(slot.text()).lookingAt();
  }
}
