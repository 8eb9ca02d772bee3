package io.wiredesk.wire.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A day without a year in a line of text, read from the day of the dispatch: "Tuesday 5 May",
 * "12.05.", "Dec. 6", "tomorrow", "Sunday". Where it can be read in two ways, the later counts.
 * Stateless.
 */
final class NearDay {

  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?<![\\d.:])([0-3]?\\d)(?:st|nd|rd|th|er|º|°|\\.)?\\s*-?\\s*(?:de[l]?\\s+|of\\s+)?(\\p{L}{3,12})\\b",
          FLAGS);
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "\\b(\\p{L}{3,12})\\.?\\s+([0-3]?\\d)(?:st|nd|rd|th)?(?!\\d|:\\d|\\.\\d|h\\d)", FLAGS);
  private static final Pattern POINTS =
      Pattern.compile("(?<![\\d.:])([0-3]?\\d)\\.\\s?([01]?\\d)\\.", FLAGS);
  private static final Pattern SLASHED =
      Pattern.compile("(?<![\\d/])([0-3]?\\d)/([0-3]?\\d)(?![\\d/])", FLAGS);
  private static final Pattern CHINESE =
      Pattern.compile("(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]", FLAGS);
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]*", FLAGS);

  private NearDay() {}

  /**
   * The day, null where the text names none. A day without a year is the nearest one to {@code
   * today}; a weekday is the next one, today included.
   *
   * @param order of day and month in 5/6; null: the later day counts
   */
  static @Nullable LocalDate find(String text, LocalDate today, @Nullable DayOrder order) {
    DayOfWeek weekday = null;
    int ahead = -1;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      weekday = weekday == null ? CalendarNames.weekday(word.group()) : weekday;
      OptionalInt days = CalendarNames.daysAhead(word.group());
      ahead = Math.max(ahead, days.orElse(-1));
    }
    LocalDate dated = dated(text, weekday, today, order);
    if (dated != null) {
      return dated;
    }
    LocalDate named = weekday == null ? null : today.with(TemporalAdjusters.nextOrSame(weekday));
    LocalDate relative = ahead < 0 ? null : today.plusDays(ahead);
    // "Sonntag morgen", "el domingo por la mañana": the morning, not tomorrow
    return later(named, relative);
  }

  private static @Nullable LocalDate dated(
      String text, @Nullable DayOfWeek weekday, LocalDate today, @Nullable DayOrder order) {
    LocalDate words = words(DAY_MONTH.matcher(text), 2, 1, weekday, today);
    LocalDate american =
        words == null ? words(MONTH_DAY.matcher(text), 1, 2, weekday, today) : words;
    if (american != null) {
      return american;
    }
    Matcher points = POINTS.matcher(text);
    Matcher chinese = CHINESE.matcher(text);
    if (points.find()) {
      return near(number(points, 2), number(points, 1), weekday, today);
    }
    if (chinese.find()) {
      return near(number(chinese, 1), number(chinese, 2), weekday, today);
    }
    Matcher slashed = SLASHED.matcher(text);
    if (!slashed.find()) {
      return null;
    }
    LocalDate dayFirst = near(number(slashed, 2), number(slashed, 1), weekday, today);
    LocalDate monthFirst = near(number(slashed, 1), number(slashed, 2), weekday, today);
    if (order != null && dayFirst != null && monthFirst != null) {
      return order == DayOrder.DAY_FIRST ? dayFirst : monthFirst;
    }
    return later(dayFirst, monthFirst);
  }

  private static @Nullable LocalDate words(
      Matcher m, int month, int day, @Nullable DayOfWeek weekday, LocalDate today) {
    for (int from = 0; m.find(from); from = m.start() + 1) {
      OptionalInt named = CalendarNames.monthInText(m.group(month));
      if (named.isPresent()) {
        return near(named.getAsInt(), number(m, day), weekday, today);
      }
    }
    return null;
  }

  /** That day in the year that puts it nearest, null where no year near by has it. */
  static @Nullable LocalDate near(
      int month, int day, @Nullable DayOfWeek weekday, LocalDate today) {
    return IntStream.rangeClosed(-1, 1)
        .mapToObj(i -> of(today.getYear() + i, month, day))
        .filter(Objects::nonNull)
        .min(Comparator.comparingLong(date -> distance(date, weekday, today)))
        .orElse(null);
  }

  /** Days away; a year in which the weekday is wrong counts as further off, not as out. */
  private static long distance(LocalDate date, @Nullable DayOfWeek weekday, LocalDate today) {
    long days = Math.abs(ChronoUnit.DAYS.between(today, date));
    return weekday != null && date.getDayOfWeek() != weekday ? days + 300 : days;
  }

  private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }

  private static @Nullable LocalDate of(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null; // "31.02." is no day
    }
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
