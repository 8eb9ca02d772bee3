package io.wiredesk.publish.query;

import io.wiredesk.publish.query.Tokens.Token;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code after:2026-03-01}, {@code before:2026-03-02T06:00Z}, {@code since:2d}. Stateless.
 */
final class TimeReader {

  private static final Pattern AGO = Pattern.compile("(\\d{1,5})([smhdw])");

  private TimeReader() {}

  /** A time's part; the beginning of a day is that in UTC. */
  static Part read(String called, Token value) throws QueryRefused {
    Part.Time.Bound bound =
        called.equals("before") ? Part.Time.Bound.BEFORE : Part.Time.Bound.AFTER;
    String text = value.text();
    String shown = called + ":" + (value.is(Token.Kind.PHRASE) ? '"' + text + '"' : text);
    Matcher ago = AGO.matcher(text.toLowerCase(Locale.ROOT));
    if (ago.matches()) {
      return new Part.Time(bound, null, ago(Long.parseLong(ago.group(1)), ago.group(2)), shown);
    }
    try {
      return new Part.Time(bound, instant(text), null, shown);
    } catch (DateTimeException e) {
      throw value.refused(
          called
              + " takes a day (2026-03-01), an instant with its zone (2026-03-01T06:00Z) or a time"
              + " ago (30m, 12h, 2d, 1w), not "
              + text
              + ".");
    }
  }

  private static Instant instant(String text) {
    Instant instant =
        text.indexOf('T') < 0 && text.indexOf('t') < 0
            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
            : OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
    if (instant.isAfter(Instant.parse("9999-12-31T23:59:59Z"))) {
      throw new DateTimeException("too far");
    }
    return instant;
  }

  private static Duration ago(long count, String unit) {
    return switch (unit) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      case "d" -> Duration.ofDays(count);
      default -> Duration.ofDays(7 * count);
    };
  }
}
