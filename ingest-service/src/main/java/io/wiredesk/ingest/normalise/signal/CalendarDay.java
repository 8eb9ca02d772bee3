package io.wiredesk.ingest.normalise.signal;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A calendar day in a line of text, read relative to the day of the dispatch. Stateless. */
final class CalendarDay {

  private static final String YEAR = "(?:,?\\s+(?:de[l]?\\s+|of\\s+)?(?<year>(?:19|20)\\d{2}))?";
  private static final Pattern DAY_MONTH =
      pattern(
          "(?<![\\d.:])(?<day>[0-3]?\\d)(?:st|nd|rd|th|er|º|°|\\.)?\\s*(?:de[l]?\\s+|of\\s+|-)?(?<month>"
              + Calendar.MONTH
              + ")\\b\\.?"
              + YEAR);
  private static final Pattern MONTH_DAY =
      pattern(
          "\\b(?<month>"
              + Calendar.MONTH
              + ")\\.?\\s+(?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?!\\d|:\\d|\\.\\d|h\\d)"
              + YEAR);
  private static final Pattern ISO =
      pattern("\\b(?<year>20\\d{2})-(?<m>[01]\\d)-(?<day>[0-3]\\d)(?!\\d)");
  private static final Pattern DOTTED =
      pattern(
          "(?<![\\d.:])(?<day>[0-3]?\\d)\\.\\s?(?<m>[01]?\\d)\\.(?:\\s?(?<year>20\\d{2}|\\d{2})(?![\\d:.]))?");
  private static final Pattern SLASHED =
      pattern(
          "(?<![\\d/])(?<day>[0-3]?\\d)/(?<m>[0-3]?\\d)(?:/(?<year>20\\d{2}|\\d{2}))?(?![\\d/])");
  private static final Pattern WEEKDAY = pattern("\\b(?<name>" + Calendar.WEEKDAY + ")\\b");
  private static final Pattern RELATIVE =
      pattern("(?<!\\p{L})(?<name>" + Calendar.RELATIVE + ")(?!\\p{L})");

  private CalendarDay() {}

  /**
   * The day, null where the text names none. A day without a year is the nearest one to {@code
   * today}; a weekday is the next one, today included.
   */
  static @Nullable LocalDate find(String text, LocalDate today) {
    DayOfWeek weekday = weekday(text);
    for (Pattern pattern : List.of(ISO, DAY_MONTH, MONTH_DAY)) {
      Matcher found = pattern.matcher(text);
      if (found.find()) {
        int month =
            pattern == ISO ? number(found, "m") : Calendar.month(found.group("month")).getValue();
        return date(found, month, number(found, "day"), weekday, today);
      }
    }
    LocalDate numeric = numeric(text, weekday, today);
    if (numeric != null) {
      return numeric;
    }
    Matcher relative = RELATIVE.matcher(text);
    if (relative.find()) {
      return today.plusDays(Calendar.daysAhead(relative.group("name")));
    }
    return weekday == null ? null : today.with(TemporalAdjusters.nextOrSame(weekday));
  }

  private static @Nullable LocalDate numeric(
      String text, @Nullable DayOfWeek weekday, LocalDate today) {
    Matcher dotted = DOTTED.matcher(text);
    if (dotted.find()) {
      return date(dotted, number(dotted, "m"), number(dotted, "day"), weekday, today);
    }
    Matcher slashed = SLASHED.matcher(text);
    if (!slashed.find()) {
      return null;
    }
    LocalDate european =
        date(slashed, number(slashed, "m"), number(slashed, "day"), weekday, today);
    LocalDate american =
        date(slashed, number(slashed, "day"), number(slashed, "m"), weekday, today);
    if (european == null || american == null) {
      return european == null ? american : european;
    }
    return european.isAfter(american) ? european : american; // the later one breaks no embargo
  }

  private static @Nullable DayOfWeek weekday(String text) {
    Matcher found = WEEKDAY.matcher(text);
    return found.find() ? Calendar.weekday(found.group("name")) : null;
  }

  private static @Nullable LocalDate date(
      Matcher found, int month, int day, @Nullable DayOfWeek weekday, LocalDate today) {
    String year = found.group("year");
    if (year != null) {
      int number = Integer.parseInt(year);
      return of(number < 100 ? 2000 + number : number, month, day);
    }
    List<LocalDate> near =
        IntStream.rangeClosed(-1, 1)
            .mapToObj(i -> of(today.getYear() + i, month, day))
            .filter(Objects::nonNull)
            .sorted(Comparator.comparingLong(date -> distance(date, weekday, today)))
            .toList();
    return near.isEmpty() ? null : near.get(0);
  }

  /** Days away; a year in which the weekday is wrong counts as further off, not as out. */
  private static long distance(LocalDate date, @Nullable DayOfWeek weekday, LocalDate today) {
    long days = Math.abs(ChronoUnit.DAYS.between(today, date));
    return weekday != null && date.getDayOfWeek() != weekday ? days + 300 : days;
  }

  private static @Nullable LocalDate of(int year, int month, int day) {
    try {
      return LocalDate.of(year, Month.of(month), day);
    } catch (DateTimeException e) {
      return null; // "31.02." is no day
    }
  }

  private static int number(Matcher found, String group) {
    return Integer.parseInt(found.group(group));
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(
        regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }
}
