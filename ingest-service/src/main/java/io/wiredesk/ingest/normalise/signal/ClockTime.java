package io.wiredesk.ingest.normalise.signal;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A clock time in a line of text. Immutable.
 *
 * @param time of day; midnight is the beginning of the day
 * @param zone as stated, null where none was
 * @param readable false where a zone is stated that nobody here knows
 * @param start first character in the line
 * @param end one past the last character, the zone included
 */
record ClockTime(LocalTime time, @Nullable ZoneId zone, boolean readable, int start, int end) {

  private static final String ZONE = "(?:\\s*(?<zone>" + Zones.EXPRESSION + "))?";
  private static final String WORDS =
      "(?<noon>\\b(?:12 )?(?:noon|midday|mittag|midi|mediodía|mezzogiorno)\\b)|"
          + "(?<midnight>\\b(?:12 )?(?:midnight|mitternacht|minuit|medianoche|mezzanotte)\\b)";
  private static final String TWELVE =
      "(?<![\\d.:])(?<h12>1[0-2]|0?\\d)(?:[:.](?<m12>[0-5]\\d))?\\s?(?<half>[ap])\\.?\\s?m\\b\\.?";
  private static final String UNITS =
      "(?<![\\d.:])(?<hu>[01]?\\d|2[0-4])(?:\\s?[hH]\\s?(?<mu>[0-5]\\d)?|(?:[:.](?<mv>[0-5]\\d))?\\s?(?:uhr|uur|hrs?|hours|heures?|horas|ore|h)\\b)(?!\\p{L})";
  private static final String COLON =
      "(?<![\\d.:])(?<h>[01]?\\d|2[0-4])[:.](?<m>[0-5]\\d)(?::[0-5]\\d)?(?![\\d:]|\\.\\d)";
  private static final String FOUR =
      "(?<![\\d.:-])(?<h4>[01]\\d|2[0-3])(?<m4>[0-5]\\d)(?=\\s*(?:GMT|UTC|BST|CES?T|MES?Z|E[SD]?T|C[SD]T|P[SD]?T|M[SD]T|[A-Z]{3,4}\\b|hrs?\\b|hours\\b|uhr\\b))(?:\\s?(?:hrs?|hours|uhr))?";
  private static final String ORE =
      "\\b(?:ore|alle|las|um|at)\\s+(?<ho>[01]?\\d|2[0-3])\\b(?![.:/\\d]|\\s*(?:\\.|st|nd|rd|th|[ap]\\.?\\s?m\\b|uhr|h\\b|hrs|hours|horas|"
          + "%MONTH%"
          + "))";

  private static final Pattern TIME =
      Pattern.compile(
          "(?:(?i:"
              + TWELVE
              + ")|(?i:"
              + UNITS
              + ")|"
              + COLON
              + "(?:\\s?(?i:uhr|hrs?|horas|h)\\b)?|(?i:"
              + FOUR
              + ")|(?i:"
              + WORDS
              + ")|(?i:"
              + ORE.replace("%MONTH%", Calendar.MONTH)
              + "))"
              + ZONE,
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern NOT_A_ZONE =
      Pattern.compile(
          "(?iu)ON|AM|LE|DEL?|EL|IL|DI|AT|THE|LOCAL|TIME|TODAY|AND|FOR|UND|ET DU|NOT|DO|PLEASE|FREI|UHR|UUR|HRS|"
              + "HORAS|ORE|H|DU|UR|IN|TO|OR|"
              + Calendar.MONTH
              + "|"
              + Calendar.WEEKDAY
              + "|"
              + Calendar.RELATIVE);

  /** First clock time in the text that is not part of a date, null where there is none. */
  static @Nullable ClockTime find(String text) {
    Matcher matcher = TIME.matcher(text);
    while (matcher.find()) {
      ClockTime time = of(matcher, text);
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  private static @Nullable ClockTime of(Matcher found, String text) {
    LocalTime time = time(found);
    if (time == null || (found.group("h") != null && isDate(found, text))) {
      return null;
    }
    String stated = found.group("zone");
    if (stated == null || isWord(stated)) {
      int end = stated == null ? found.end() : found.start("zone");
      return new ClockTime(time, null, true, found.start(), end);
    }
    ZoneId zone = Zones.of(stated);
    boolean readable = zone != null || !stated.strip().matches("[A-Z]{3,5}");
    return new ClockTime(time, zone, readable, found.start(), found.end());
  }

  /** "12.05" before a full stop or a year, or behind "am" or "le", is a day and a month. */
  private static boolean isDate(Matcher found, String text) {
    boolean dotted = text.charAt(found.end("h")) == '.';
    String rest = text.substring(found.end("m"));
    return dotted && rest.matches("(?s)\\.(?:\\s*\\d{2,4}\\b|\\s*(?:,|um|ab|\\d{1,2}[:.h]|$)).*");
  }

  /** Upper-case words that follow a time in a line all in capitals. */
  private static boolean isWord(String zone) {
    return NOT_A_ZONE.matcher(zone.strip()).matches();
  }

  private static @Nullable LocalTime time(Matcher found) {
    if (found.group("noon") != null) {
      return LocalTime.NOON;
    }
    if (found.group("midnight") != null) {
      return LocalTime.MIDNIGHT;
    }
    if (found.group("half") != null) {
      int hour = number(found, "h12") % 12 + ("p".equalsIgnoreCase(found.group("half")) ? 12 : 0);
      return number(found, "h12") == 0 ? null : LocalTime.of(hour, number(found, "m12"));
    }
    if (found.group("hu") != null) {
      return of(number(found, "hu"), number(found, "mu") + number(found, "mv"));
    }
    if (found.group("h4") != null) {
      return of(number(found, "h4"), number(found, "m4"));
    }
    return found.group("ho") != null
        ? of(number(found, "ho"), 0)
        : of(number(found, "h"), number(found, "m"));
  }

  private static @Nullable LocalTime of(int hour, int minute) {
    return hour == 24 && minute > 0 ? null : LocalTime.of(hour % 24, minute);
  }

  private static int number(Matcher found, String group) {
    String digits = found.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
