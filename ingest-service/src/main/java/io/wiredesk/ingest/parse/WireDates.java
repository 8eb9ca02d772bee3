package io.wiredesk.ingest.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times that wires write: ISO 8601 extended and basic, with and without zone, RFC 822
 * with its misspellings ("+02:00", "MESZ", two-digit years), day and local month name in {@link
 * MonthNames any of a dozen languages}, "13.11.2013 15:09", Unix seconds and milliseconds. Never
 * throws; what is no date gives nothing. Stateless.
 */
public final class WireDates {

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-?(\\d{2})-?(\\d{2})"
              + "(?:[T ,-]{0,3}(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,9}))?)?)?"
              + "\\s*(Z|z|[+-]\\d{2}(?::?\\d{2})?|[A-Z]{2,5})?");
  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile("(\\d{1,2})([./])(\\d{1,2})\\2(\\d{4}|\\d{2})(?:\\b|$)");
  private static final Pattern UNIX = Pattern.compile("\\d{10}(\\d{3})?");

  private WireDates() {}

  /**
   * An instant and what had to be assumed for it.
   *
   * @param at the instant
   * @param zoneAssumed the wire gave no zone, the feed's was taken
   * @param timeAssumed the wire gave a date alone, the start of the day was taken
   */
  public record Moment(Instant at, boolean zoneAssumed, boolean timeAssumed) {}

  /** Reads a time; {@code zone} counts where the text has none. */
  public static Optional<Moment> read(@Nullable String text, ZoneId zone) {
    if (text == null || text.isBlank() || text.length() > 100) {
      return Optional.empty();
    }
    String trimmed = text.strip();
    try {
      return Optional.ofNullable(readAny(trimmed, zone));
    } catch (DateTimeException | NumberFormatException impossibleDate) {
      return Optional.empty();
    }
  }

  /**
   * Offers a time to an item: what was assumed is recorded as a repair, what cannot be read is kept
   * as an extra under its origin.
   */
  public static void offer(
      WireItem item, Field field, @Nullable String text, ZoneId zone, CharSequence origin) {
    if (text == null || text.isBlank() || item.time(field) != null) {
      return;
    }
    Optional<Moment> moment = read(text, zone);
    if (moment.isEmpty()) {
      item.extras.putIfAbsent(origin.toString(), text.strip());
      return;
    }
    item.time(field, moment.get().at(), origin);
    if (moment.get().zoneAssumed() && !moment.get().timeAssumed()) {
      note(item, origin + ": time without zone, read as " + zone.getId());
    }
  }

  private static void note(WireItem item, String repair) {
    if (!item.repairs.contains(repair)) {
      item.repairs.add(repair);
    }
  }

  private static @Nullable Moment readAny(String text, ZoneId zone) {
    Moment usual = UsualDates.read(text);
    if (usual != null) {
      return usual;
    }
    Matcher unix = UNIX.matcher(text);
    if (unix.matches()) {
      long number = Long.parseLong(text);
      Instant at =
          unix.group(1) == null ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
      return new Moment(at, false, false);
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return iso(iso, zone);
    }
    Matcher numeric = DAY_MONTH_YEAR.matcher(text);
    if (numeric.lookingAt()) {
      return numeric(numeric, text, zone);
    }
    return words(text, zone);
  }

  private static Moment iso(Matcher m, ZoneId zone) {
    LocalDate date = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
    ZoneId stated = m.group(8) == null ? null : WireZones.zone(m.group(8)).orElse(null);
    if (m.group(4) == null) {
      return moment(date.atStartOfDay(), stated, zone, true);
    }
    int second = m.group(6) == null ? 0 : Math.min(number(m, 6), 59);
    int nano = m.group(7) == null ? 0 : Integer.parseInt((m.group(7) + "00000000").substring(0, 9));
    boolean midnight = number(m, 4) == 24 && number(m, 5) == 0;
    LocalTime time = LocalTime.of(midnight ? 0 : number(m, 4), number(m, 5), second, nano);
    return moment(date.plusDays(midnight ? 1 : 0).atTime(time), stated, zone, false);
  }

  private static @Nullable Moment numeric(Matcher m, String text, ZoneId zone) {
    int first = number(m, 1);
    int second = number(m, 3);
    int year = year(number(m, 4), m.group(4).length());
    boolean monthFirst = second > 12;
    LocalDate date = LocalDate.of(year, monthFirst ? first : second, monthFirst ? second : first);
    return withClock(date, text.substring(m.end()), zone);
  }

  private static @Nullable Moment words(String text, ZoneId zone) {
    WordyDate wordy = WordyDate.find(text);
    return wordy == null ? null : withClock(wordy.date(), wordy.rest(), zone);
  }

  private static Moment withClock(LocalDate date, String rest, ZoneId zone) {
    Clock clock = Clock.find(rest);
    ZoneId stated = WireZones.find(clock == null ? rest : clock.rest()).orElse(null);
    return clock == null
        ? moment(date.atStartOfDay(), stated, zone, true)
        : moment(date.atTime(clock.time()), stated, zone, false);
  }

  private static Moment moment(
      LocalDateTime local, @Nullable ZoneId stated, ZoneId fallback, boolean timeAssumed) {
    ZoneId used = stated == null ? fallback : stated;
    return new Moment(local.atZone(used).toInstant(), stated == null, timeAssumed);
  }

  /** Two-digit years: 00–69 are of this century, 70–99 of the last. */
  static int year(int number, int digits) {
    return digits > 2 ? number : number < 70 ? 2000 + number : 1900 + number;
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  /** A clock time in running text. */
  private record Clock(LocalTime time, String rest) {

    private static final Pattern TIME =
        Pattern.compile(
            "(?<![\\d+-])(\\d{1,2})[:.hH](\\d{2})(?:[:.](\\d{2}))?(?:\\.\\d+)?\\s*"
                + "([AaPp])?(?:\\.?[Mm]\\b\\.?)?"
                + "|(?<![\\d+-])([01]\\d|2[0-3])([0-5]\\d)(?!\\d)");

    static @Nullable Clock find(String text) {
      Matcher m = TIME.matcher(text);
      if (!m.find()) {
        return null;
      }
      int hour = Integer.parseInt(m.group(1) == null ? m.group(5) : m.group(1));
      int minute = Integer.parseInt(m.group(2) == null ? m.group(6) : m.group(2));
      int second = m.group(3) == null ? 0 : Math.min(59, Integer.parseInt(m.group(3)));
      String half = m.group(4);
      if (half != null && hour <= 12) {
        hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
      }
      return new Clock(LocalTime.of(hour, minute, second), text.substring(m.end()));
    }
  }
}
