package io.wiredesk.cli.tool;

import io.wiredesk.cli.CommandFailure;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of {@code --since}. Stateless. */
public final class Since {

  private static final Pattern AGO = Pattern.compile("(\\d{1,5})([smhd])");

  private Since() {}

  /**
   * An instant, the beginning of a day in UTC, or so long ago.
   *
   * @throws CommandFailure where it is none of them
   */
  public static Instant parse(String text, Instant now) {
    Matcher ago = AGO.matcher(text);
    if (ago.matches()) {
      long count = Long.parseLong(ago.group(1));
      return now.minus(
          switch (ago.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
          });
    }
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new CommandFailure(
          "--since must be a day (2026-05-01), an instant with its zone (2026-05-01T06:00:00Z) or"
              + " a time ago (30m, 12h, 7d), not "
              + text);
    }
  }
}
