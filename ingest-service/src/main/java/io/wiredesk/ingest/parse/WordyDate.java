package io.wiredesk.ingest.parse;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date with a month's name within text: "13 Nov 2013", "November 13, 2013", "Mi, 13. Nov. 2013",
 * "13 de noviembre de 2013". Immutable.
 *
 * @param date the date
 * @param rest the text without it, in which a clock time may stand
 */
record WordyDate(LocalDate date, String rest) {

  private static final Pattern WORD = Pattern.compile("\\p{L}{3,12}");
  private static final Pattern DAY_BEFORE =
      Pattern.compile("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[\\s-]*(?:de |of )?\\s*$");
  private static final Pattern YEAR_AFTER =
      Pattern.compile("^\\.?[\\s,-]*(?:de |del )?\\s*(\\d{4}|'?\\d{2})(?![\\d:.hH]\\d)");
  private static final Pattern DAY_YEAR_AFTER =
      Pattern.compile("^\\.?\\s*(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+(\\d{4})(?!\\d)");

  static @Nullable WordyDate find(String text) {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      OptionalInt month = MonthNames.month(word.group());
      if (month.isPresent()) {
        WordyDate date =
            around(text.substring(0, word.start()), month.getAsInt(), text.substring(word.end()));
        if (date != null) {
          return date;
        }
      }
    }
    return null;
  }

  private static @Nullable WordyDate around(String before, int month, String after) {
    Matcher day = DAY_BEFORE.matcher(before);
    Matcher year = YEAR_AFTER.matcher(after);
    if (day.find() && year.find()) {
      String digits = year.group(1).replace("'", "");
      int number = WireDates.year(Integer.parseInt(digits), digits.length());
      LocalDate date = LocalDate.of(number, month, Integer.parseInt(day.group(1)));
      return new WordyDate(date, before.substring(0, day.start()) + after.substring(year.end()));
    }
    Matcher american = DAY_YEAR_AFTER.matcher(after);
    if (american.find()) {
      int number = Integer.parseInt(american.group(2));
      LocalDate date = LocalDate.of(number, month, Integer.parseInt(american.group(1)));
      return new WordyDate(date, before + after.substring(american.end()));
    }
    return null;
  }
}
