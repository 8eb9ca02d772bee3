package io.wiredesk.wire.time;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A clock time in a text. Immutable.
 *
 * @param time of day
 * @param nextDay true for 24:00, and for "midnight", which by custom ends the day
 * @param word true where a word says it: noon, midnight
 * @param half true where it says a.m. or p.m., so that what follows is not half a word
 * @param start its first character
 * @param end one past its last
 */
record ClockTime(LocalTime time, boolean nextDay, boolean word, boolean half, int start, int end) {

  private static final String WORDS =
      "(?<noon>\\b(?:12 )?(?:noon|midday|mittags?|midi|mediodía|mezzogiorno|meio-dia)\\b)"
          + "|(?<midnight>\\b(?:12 )?(?:midnight|mitternachts?|minuit|medianoche|mezzanotte|meia-noite"
          + "|midnatt|middernacht|полуноч\\p{L}|полночь)\\b)";
  private static final String TWELVE =
      "(?<![\\d.:])(?<h12>1[0-2]|0?\\d)(?:[:.](?<m12>[0-5]?\\d)(?:[:.](?<s12>[0-5]?\\d))?)?"
          + "(?:\\s?o['’]?clock)?\\s?(?<half>[ap])\\.?\\s?m\\b\\.?";
  private static final String UNITS =
      "(?<![\\d.:])(?<hu>[01]?\\d|2[0-4])(?:\\s?h\\s?(?<mu>[0-5]\\d)?"
          + "|(?:[:.](?<mv>[0-5]\\d))?\\s?(?:uhr|uur|hrs?|hours|o['’]?clock|heures?|horas|ore|ч|час\\p{L}*|h)\\b"
          + "|\\s?[时時點点시]\\s?(?:(?<mc>[0-5]?\\d)\\s?[分분])?)(?!\\p{IsLatin})";
  private static final String COLON =
      "(?<![\\d.:+])(?<!\\d-)(?<h>[01]?\\d|2[0-4])(?::(?<m>[0-5]?\\d)|\\.(?<md>[0-5]\\d))"
          + "(?::(?<s>[0-5]?\\d|60)(?:[.,](?<f>\\d{1,9})\\d*)?)?(?![\\d:]|\\.\\d)(?:\\s?(?i:uhr|uur|hrs?|horas|h)\\b)?";
  private static final String FOUR =
      "(?<![\\d.:-])(?<h4>[01]\\d|2[0-4])(?<m4>[0-5]\\d)"
          + "(?=\\s*(?:\\p{Lu}{2,5}(?!\\p{L})|[+-]\\d{4}|(?i:hrs?|hours|uhr|uur)\\b)|\\s?Z\\b|\\p{Lu}\\b|\\s\\p{Lu}$)"
          + "(?:\\s?(?i:hrs?|hours|uhr|uur)\\b)?";
  private static final String PLAIN_HOUR =
      "\\b(?:ore|alle|dalle|delle|las|às|um|at|kl\\.?|klo|à)\\s+(?<ho>[01]?\\d|2[0-3])\\b"
          + "(?![.:/\\d]|\\s*(?:\\.|st|nd|rd|th|[ap]\\.?\\s?m\\b|uhr|h\\b|hrs|hours|horas))"
          + "(?!\\s*(?:de\\s+)?(?:"
          + CalendarNames.MONTH
          + ")\\b)";

  private static final Pattern TIME =
      Pattern.compile(
          "(?i:"
              + TWELVE
              + ")|(?i:"
              + UNITS
              + ")|"
              + COLON
              + "|"
              + FOUR
              + "|(?i:"
              + WORDS
              + ")|(?i:"
              + PLAIN_HOUR
              + ")",
          Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE);

  /** Digits that are a clock only where the whole text is a time: 1509, 150900, 15.09.00. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?<![\\d.:+-])(?:([01]\\d|2[0-4])([0-5]\\d)([0-5]\\d|60)?|(\\d{1,2})\\.(\\d{2})\\.(\\d{2}))(?!\\d)");

  private static final Pattern FOUR_ALONE =
      Pattern.compile("(?<![\\p{L}\\d.:/+-])([01]\\d|2[0-3])([0-5]\\d)(?![\\d.:/-])");

  private static final Pattern AFTERNOON =
      pattern(
          "\\s?(?:abends|nachmittags|in the (?:evening|afternoon)|at night|tonight|this (?:evening|afternoon)|de la tarde|de la noche"
              + "|du soir|de l['’]après-midi|da tarde|da noite|di sera|del pomeriggio|вечера|дня|μ\\.μ\\.?)");
  private static final Pattern MORNING =
      pattern(
          "\\s?(?:morgens|früh|vormittags|in the morning|du matin|de la mañana|da manhã|del mattino"
              + "|di mattina|утра|π\\.μ\\.?)");
  private static final Pattern AFTERNOON_BEFORE = Pattern.compile("(?:下午|晚上|午後|오후)\\s?$");

  /** What a text may have for a time of day, readable or not. */
  private static final Pattern LIKE_A_CLOCK =
      pattern(
          "\\d:[\\do]|\\d\\s?h\\s?\\d|\\d\\.\\d{2}(?![.\\d])|\\d\\s?(?:uhr|uur|hrs?|hours|h|[ap]\\.?\\s?m)\\b|\\d{4}\\s?(?:gmt|utc|z)\\b");

  /** First clock time in the text that is no part of a date, null where there is none. */
  static @Nullable ClockTime find(String text) {
    Matcher found = TIME.matcher(text);
    while (found.find()) {
      boolean date = found.group("md") != null && isDate(found, text);
      ClockTime time = date ? null : of(found, text);
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  /** The same in an embargo line, where four digits alone are a time of day rather than a year. */
  static @Nullable ClockTime inLine(String text) {
    ClockTime time = find(text);
    Matcher four = FOUR_ALONE.matcher(text);
    if (time != null || !four.find()) {
      return time;
    }
    LocalTime clock = LocalTime.of(number(four, 1), number(four, 2));
    return new ClockTime(clock, false, false, false, four.start(), four.end());
  }

  /** The same where the text is nothing but a time of day and a zone. */
  static @Nullable ClockTime inValue(String text) {
    ClockTime time = find(text);
    Matcher bare = BARE.matcher(text);
    if (time != null || !bare.find()) {
      return time;
    }
    int first = bare.group(1) == null ? 4 : 1;
    int second = bare.group(first + 2) == null ? 0 : Integer.parseInt(bare.group(first + 2));
    LocalTime clock = clock(number(bare, first), number(bare, first + 1), second, 0);
    boolean nextDay = number(bare, first) == 24;
    return clock == null
        ? null
        : new ClockTime(clock, nextDay, false, false, bare.start(), bare.end());
  }

  /** True where digits in the text look like a time of day. */
  static boolean maybeIn(String text) {
    return LIKE_A_CLOCK.matcher(text).find();
  }

  /** "12.05" before a full stop or a year is a day and a month. */
  private static boolean isDate(Matcher found, String text) {
    int day = Integer.parseInt(found.group("h"));
    int month = Integer.parseInt(found.group("md"));
    String rest = text.substring(found.end("md"));
    return day > 0
        && month > 0
        && month <= 12
        && rest.matches("(?s)\\.(?:\\s*\\d{2,4}\\b|\\s*(?:,|um|ab|\\d{1,2}[:.h]|$)).*");
  }

  private static @Nullable ClockTime of(Matcher found, String text) {
    if (found.group("noon") != null) {
      return new ClockTime(LocalTime.NOON, false, true, false, found.start(), found.end());
    }
    if (found.group("midnight") != null) {
      return new ClockTime(LocalTime.MIDNIGHT, true, true, false, found.start(), found.end());
    }
    if (found.group("half") != null) {
      int hour = number(found, "h12") % 12 + ("p".equalsIgnoreCase(found.group("half")) ? 12 : 0);
      LocalTime time = clock(hour, number(found, "m12"), number(found, "s12"), 0);
      return time == null || (number(found, "h12") == 0 && hour == 12)
          ? null
          : new ClockTime(time, false, false, true, found.start(), found.end());
    }
    int hour = number(found, "hu") + number(found, "h") + number(found, "h4") + number(found, "ho");
    int minute =
        number(found, "mu")
            + number(found, "mv")
            + number(found, "mc")
            + number(found, "m")
            + number(found, "md")
            + number(found, "m4");
    return ofDay(
        hour, clock(hour, minute, number(found, "s"), nanos(found.group("f"))), found, text);
  }

  /** With the word before or after it that says which half of the day is meant. */
  private static @Nullable ClockTime ofDay(
      int hour, @Nullable LocalTime time, Matcher found, String text) {
    if (time == null) {
      return null;
    }
    Matcher late = AFTERNOON.matcher(text).region(found.end(), text.length());
    Matcher early = MORNING.matcher(text).region(found.end(), text.length());
    boolean afternoon = late.lookingAt();
    int end = afternoon ? late.end() : early.lookingAt() ? early.end() : found.end();
    boolean before = AFTERNOON_BEFORE.matcher(text.substring(0, found.start())).find();
    // "at 6" of English says no half: the later breaks no embargo
    boolean bare =
        found.group("ho") != null
            && found.group().regionMatches(true, 0, "at", 0, 2)
            && !early.lookingAt();
    boolean pm = (afternoon || before || bare) && hour > 0 && hour < 12;
    LocalTime clock = pm ? time.plusHours(12) : time;
    return new ClockTime(clock, hour == 24, false, afternoon, found.start(), end);
  }

  /** 24:00 is the end of the day; a leap second counts as the one before. */
  private static @Nullable LocalTime clock(int hour, int minute, int second, int nanos) {
    if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0)) {
      return null;
    }
    return LocalTime.of(hour % 24, minute, Math.min(second, 59), nanos);
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static int number(Matcher found, String group) {
    String digits = found.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(
        regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }
}
