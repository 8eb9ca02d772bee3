package io.wiredesk.wire.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date with its year in a text: "2026-03-15", "20260315T1000", "15.3.26", "05/06/2026", "13 de
 * noviembre de 2013", "Mar 15 10:00:00 CET 2026", "061800Z DEC 26". Immutable.
 *
 * @param readings days that it may mean; two where day and month can be exchanged, day first first
 * @param written as it stands
 * @param rest the text without it, in which clock and zone stand
 */
record WrittenDate(List<LocalDate> readings, String written, String rest) {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String DE = "(?:(?:de|del|of|do)\\s+|d['’]\\s?)?";
  private static final Pattern COMPACT =
      Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?:[T ]?(?=\\d{4}|\\d{2}:)|(?!\\d))", FLAGS);
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<![\\d.:/-])(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d|[:h]\\d)"
              + "|\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]?)",
          FLAGS);
  private static final Pattern NUMERIC =
      Pattern.compile(
          "(?<![\\d.:/-])(\\d{1,2})(?:([/-])(\\d{1,2})\\2(\\d{4}|\\d{2})|(\\.)\\s?(\\d{1,2})\\.(?:\\s?(\\d{4})|(\\d{2})))"
              + "(?![\\d:/]|\\s?(?:uhr|uur|h)\\b)",
          FLAGS);
  private static final Pattern GROUP =
      Pattern.compile(
          "(?<!\\d)(\\d{2})(\\d{2})(\\d{2})\\s*(?:(\\p{L}{1,5}|[+-]\\d{4})\\s+)?(\\p{L}{3,12})\\.?\\s+(\\d{4}|\\d{2})(?!\\d)",
          FLAGS);
  private static final String DAY_AND_MONTH =
      "(?<![\\d.:])(\\d{1,2})(?:st|nd|rd|th|er|re|º|ª|°|\\.)?\\s*-?\\s*"
          + DE
          + "(\\p{L}{3,12})\\.?[\\s,-]*"
          + DE;
  private static final Pattern DAY_MONTH =
      Pattern.compile(DAY_AND_MONTH + "(\\d{4})(?![\\d:]|\\.\\d|h\\d)", FLAGS);
  private static final Pattern DAY_MONTH_SHORT_YEAR =
      Pattern.compile(DAY_AND_MONTH + "'?(\\d{2})(?![\\d:.]|\\s?h\\b|h\\d|\\s?uhr)", FLAGS);
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "(?<!\\p{L})(\\p{L}{3,12})\\.?[\\s-]+(\\d{1,2})(?:st|nd|rd|th)?(?:,\\s*|\\s+|-)(\\d{4})(?![\\d:])",
          FLAGS);
  private static final Pattern MONTH_DAY_YEAR_LAST =
      Pattern.compile(
          "(?<!\\p{L})(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\S.{2,40}?)\\s+(\\d{4})$",
          FLAGS);
  private static final Pattern YEAR_MONTH_DAY =
      Pattern.compile(
          "(?<![\\d.:])(\\d{4})[.\\s-]\\s*(\\p{L}{3,12})\\.?[\\s-]\\s*(\\d{1,2})\\.?(?![\\d:])",
          FLAGS);

  /** The first date, null where the text has none with a year. */
  static @Nullable WrittenDate find(String text) {
    WrittenDate numbers = numbers(text);
    return numbers == null ? words(text) : numbers;
  }

  /** The same where the text is a time as a whole: "13 Nov 13" has a year as well. */
  static @Nullable WrittenDate inValue(String text) {
    WrittenDate date = find(text);
    return date == null ? byMonth(text, DAY_MONTH_SHORT_YEAR, 2, 1, 3) : date;
  }

  /** Two-digit years: 00–69 are of this century, 70–99 of the last. */
  private static int year(String digits) {
    int number = Integer.parseInt(digits.replace("'", ""));
    return digits.length() > 3 ? number : number < 70 ? 2000 + number : 1900 + number;
  }

  private static @Nullable WrittenDate numbers(String text) {
    Matcher compact = COMPACT.matcher(text);
    if (compact.find()) {
      return of(text, compact, date(compact.group(1), number(compact, 2), number(compact, 3)));
    }
    Matcher year = YEAR_FIRST.matcher(text);
    if (year.find()) {
      int month = year.group(2) == null ? 5 : 3;
      return of(text, year, date(year.group(1), number(year, month), number(year, month + 1)));
    }
    Matcher numeric = NUMERIC.matcher(text);
    return numeric.find() ? numeric(text, numeric) : null;
  }

  /** With points the day comes first, by custom; otherwise both orders are in use. */
  private static @Nullable WrittenDate numeric(String text, Matcher m) {
    boolean points = m.group(5) != null;
    int first = number(m, 1);
    int second = number(m, points ? 6 : 3);
    String year = points ? (m.group(7) == null ? m.group(8) : m.group(7)) : m.group(4);
    List<LocalDate> readings = new ArrayList<>();
    if (second <= 12) {
      add(readings, date(year, second, first));
    }
    if (first <= 12 && second != first && (!points || readings.isEmpty())) {
      add(readings, date(year, first, second));
    }
    return readings.isEmpty()
        ? null
        : new WrittenDate(List.copyOf(readings), m.group(), without(text, m));
  }

  private static @Nullable WrittenDate words(String text) {
    Matcher group = GROUP.matcher(text);
    OptionalInt month = group.find() ? CalendarNames.month(group.group(5)) : OptionalInt.empty();
    if (month.isPresent()) {
      String zone = group.group(4) == null ? "" : " " + group.group(4);
      String clock = " " + group.group(2) + ":" + group.group(3) + zone + " ";
      LocalDate date = date(group.group(6), month.getAsInt(), number(group, 1));
      return of(date, group.group(), text.substring(0, group.start()) + clock + after(text, group));
    }
    WrittenDate usual = byMonth(text, DAY_MONTH, 2, 1, 3);
    WrittenDate american = usual == null ? byMonth(text, MONTH_DAY, 1, 2, 3) : usual;
    if (american != null) {
      return american;
    }
    Matcher last = MONTH_DAY_YEAR_LAST.matcher(text);
    while (last.find()) {
      OptionalInt named = CalendarNames.month(last.group(1));
      if (named.isPresent()) {
        LocalDate date = date(last.group(4), named.getAsInt(), number(last, 2));
        return of(date, last.group(), text.substring(0, last.start()) + " " + last.group(3));
      }
    }
    return byMonth(text, YEAR_MONTH_DAY, 2, 3, 1);
  }

  private static @Nullable WrittenDate byMonth(
      String text, Pattern pattern, int month, int day, int year) {
    Matcher m = pattern.matcher(text);
    for (int from = 0; m.find(from); from = m.start() + 1) {
      OptionalInt named = CalendarNames.month(m.group(month));
      if (named.isPresent()) {
        return of(text, m, date(m.group(year), named.getAsInt(), number(m, day)));
      }
    }
    return null;
  }

  private static @Nullable WrittenDate of(String text, Matcher m, @Nullable LocalDate date) {
    return of(date, m.group(), without(text, m));
  }

  private static @Nullable WrittenDate of(@Nullable LocalDate date, String written, String rest) {
    return date == null ? null : new WrittenDate(List.of(date), written, rest);
  }

  private static String without(String text, Matcher m) {
    return text.substring(0, m.start()) + " ; " + after(text, m);
  }

  /** What follows, without the T of ISO 8601 before a clock. */
  private static String after(String text, Matcher m) {
    String after = text.substring(m.end());
    boolean iso =
        after.length() > 1
            && (after.charAt(0) == 'T' || after.charAt(0) == 't' || after.charAt(0) == '-')
            && Character.isDigit(after.charAt(1));
    return iso ? after.substring(1) : after;
  }

  private static @Nullable LocalDate date(String year, int month, int day) {
    try {
      return LocalDate.of(year(year), month, day);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static void add(List<LocalDate> readings, @Nullable LocalDate date) {
    if (date != null) {
      readings.add(date);
    }
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
