package io.wiredesk.wire.parse.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line after ETX: "AP-WF-11-13-13 0745GMT&lt;" (month first) or "KWS-21:37-09-12-18" (time,
 * then day first). Immutable.
 *
 * @param line as it stands
 * @param origin what comes before the numbers: agency and circuit
 * @param first first number of the date
 * @param second second number of the date
 * @param year two digits
 * @param clock HHMM
 * @param zone zone's name, null where none
 * @param dayFirst true in the dialect that writes the day first
 */
record AnpaTrailer(
    String line,
    String origin,
    int first,
    int second,
    int year,
    String clock,
    @Nullable String zone,
    boolean dayFirst) {

  private static final Pattern AMERICAN =
      Pattern.compile(
          "([A-Z]{1,6}-[A-Z]{1,4})-(\\d{1,2})-(\\d{1,2})-(\\d{2})[ \\t]+(\\d{4})([A-Z]{1,4})?<?");
  private static final Pattern TIME_FIRST =
      Pattern.compile("([A-Z]{2,6})-(\\d{2}):(\\d{2})-(\\d{1,2})-(\\d{1,2})-(\\d{2})");

  static @Nullable AnpaTrailer find(String text) {
    if (!mayHave(text)) {
      return null;
    }
    Matcher american = AMERICAN.matcher(text);
    if (american.find()) {
      return new AnpaTrailer(
          american.group(),
          american.group(1),
          number(american, 2),
          number(american, 3),
          number(american, 4),
          american.group(5),
          american.group(6),
          false);
    }
    Matcher time = TIME_FIRST.matcher(text);
    return time.find()
        ? new AnpaTrailer(
            time.group(),
            time.group(1),
            number(time, 4),
            number(time, 5),
            number(time, 6),
            time.group(2) + time.group(3),
            null,
            true)
        : null;
  }

  /** Its numbers follow a hyphen: where no trailer was set apart, all of the copy is looked at. */
  private static boolean mayHave(String text) {
    int hyphen = text.indexOf('-');
    while (hyphen >= 0 && hyphen + 1 < text.length()) {
      char next = text.charAt(hyphen + 1);
      if (next >= '0' && next <= '9') {
        return true;
      }
      hyphen = text.indexOf('-', hyphen + 1);
    }
    return false;
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
