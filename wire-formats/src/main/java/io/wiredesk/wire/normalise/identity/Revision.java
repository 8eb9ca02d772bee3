package io.wiredesk.wire.normalise.identity;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which revision of the item it is. Immutable.
 *
 * <p>Order, for all revisions of one uri:
 *
 * <ol>
 *   <li>A counted version ("3", "v3", "1.2", "007") is fixed point with three digits after the
 *       point: 3 → 3000, 1.2 → 1002, so that 1, 1.1, 1.2, 2 rise; a name after the point
 *       ("2.Default", NITF's generation and version) counts for nothing.
 *   <li>A version that is itself a time ("20260504T101500Z", "20260504101500", epoch seconds or
 *       milliseconds) is that time in epoch milliseconds.
 *   <li>Without either, the time of the revision in epoch milliseconds, plus the number that the
 *       text gives ("2nd Ld" → 3), which parts revisions of one minute on lines that keep no
 *       seconds.
 * </ol>
 *
 * Counted versions stay below 10^12, times lie above it: where a wire numbers some revisions of an
 * item and only dates others, the dated ones come after.
 *
 * @param version as shown: the wire's, else the text's number, else "1"
 * @param order what the version gate compares, never negative
 */
public record Revision(String version, long order) {

  /** Least order of a counted version after the first. */
  private static final long SECOND = 1_001;

  /** Counted versions stay below. */
  private static final long TIMES = 1_000_000_000_000L;

  private static final Pattern COUNTED =
      Pattern.compile(
          "(?i)(?:v|r|rev|version)?[. ]?0*(\\d{1,8})(?:[._-]0*(\\d{1,3}))?(?:\\.0+|\\.[a-z]\\w*)?");
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{8})T?(\\d{4}(?:\\d{2})?)(Z|[+-]\\d{2}:?\\d{2})?");
  private static final Pattern EPOCH = Pattern.compile("\\d{10}|\\d{13}");
  private static final long FIXED_POINT = 1_000;

  /**
   * @param wire the wire's version, null where it has none
   * @param inText version by text convention
   * @param created when the revision was made
   */
  public static Revision of(@Nullable String wire, OptionalInt inText, Instant created) {
    int number = inText.orElse(0);
    String shown = inText.isPresent() ? Integer.toString(number) : "1";
    if (wire == null || wire.isBlank()) {
      return new Revision(shown, dated(created) + number);
    }
    String version = wire.strip();
    Instant time = time(version);
    if (time != null) {
      return new Revision(version, dated(time));
    }
    Matcher counted = COUNTED.matcher(version);
    if (counted.matches()) {
      long minor = counted.group(2) == null ? 0 : Long.parseLong(counted.group(2));
      return new Revision(version, Long.parseLong(counted.group(1)) * FIXED_POINT + minor);
    }
    return new Revision(version, dated(created) + number);
  }

  /**
   * The same version in the order of a number of the wire that is not shown.
   *
   * @param number counted revision; null or anything else leaves the order as it is
   */
  public Revision orderedBy(@Nullable String number) {
    boolean counted = number != null && number.matches("\\d{1,8}");
    return counted ? new Revision(version, Long.parseLong(number) * FIXED_POINT) : this;
  }

  /**
   * The same, unless it is a time more than a day after the receipt: one from the year 9999 would
   * be greater than everything that comes after it, so that it counts as made when it came.
   */
  public Revision notAfter(Instant receivedAt) {
    boolean late = order > receivedAt.plus(Duration.ofDays(1)).toEpochMilli();
    return late && order >= TIMES ? new Revision(version, dated(receivedAt)) : this;
  }

  /** True where the version itself says that this is not the story as first filed. */
  public boolean isLater() {
    boolean counted = order >= SECOND && order < TIMES;
    return counted || (order >= TIMES && version.matches("[2-9]|\\d{2}"));
  }

  private static long dated(Instant time) {
    return Math.max(0, time.toEpochMilli());
  }

  private static @Nullable Instant time(String version) {
    try {
      if (EPOCH.matcher(version).matches()) {
        long value = Long.parseLong(version);
        return version.length() == 10 ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value);
      }
      Matcher compact = COMPACT.matcher(version);
      if (compact.matches()) {
        return compact(compact);
      }
      return version.indexOf('T') > 0 ? OffsetDateTime.parse(version).toInstant() : null;
    } catch (DateTimeException e) {
      return null; // digits that are no time: counted, or undecided
    }
  }

  private static Instant compact(Matcher parts) {
    String clock = parts.group(2).length() == 4 ? parts.group(2) + "00" : parts.group(2);
    LocalDateTime local =
        LocalDateTime.parse(parts.group(1) + clock, DateTimeFormatter.ofPattern("uuuuMMddHHmmss"));
    String zone = parts.group(3);
    return local.toInstant(zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone));
  }
}
