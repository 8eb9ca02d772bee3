package io.wiredesk.wire.time;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What in a line of text has to do with time, for those who want to know what else it says.
 * Stateless.
 */
public final class TimeWords {

  private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

  /** Numbers that are written as days are, whether or not there is such a day. */
  private static final Pattern LIKE_A_DAY =
      Pattern.compile(
          "\\d\\s?[年月日년월일]|(?<![\\d.:])\\d{1,2}[./-]\\s?\\d{1,2}(?:[./-]|$)|\\d{4}-\\d{1,2}");

  private TimeWords() {}

  /** True for the name of a month, a weekday or a day such as "tomorrow". */
  public static boolean isDay(String word) {
    return CalendarNames.monthInText(word).isPresent()
        || CalendarNames.weekday(word) != null
        || CalendarNames.daysAhead(word).isPresent();
  }

  /** True for an abbreviation of a zone in capitals. */
  public static boolean isZone(String word) {
    return Character.isUpperCase(word.codePointAt(0))
        && word.equals(word.toUpperCase(Locale.ROOT))
        && ZoneTable.named(word) != null;
  }

  /** True where a line has a time of day. */
  public static boolean hasClock(String line) {
    return ClockTime.find(line) != null;
  }

  /** True where a line has digits that look like a time of day, readable or not. */
  public static boolean mayHaveClock(String line) {
    return ClockTime.maybeIn(line);
  }

  /** True where a line has a day. */
  public static boolean hasDay(String line) {
    if (WrittenDate.find(line) != null) {
      return true;
    }
    ClockTime clock = ClockTime.find(line);
    String rest =
        clock == null
            ? line
            : line.substring(0, clock.start()) + " ; " + line.substring(clock.end());
    return NearDay.find(rest, ANY_DAY, null) != null;
  }

  /** True where a line has what looks like a day, readable or not. */
  public static boolean mayHaveDay(String line) {
    return LIKE_A_DAY.matcher(line).find()
        || WORD.matcher(line).results().anyMatch(word -> isDay(word.group()));
  }
}
