package io.wiredesk.wire.profile;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 250ms}, {@code 10s}, {@code 5m}, {@code 1h}. Stateless. */
public final class Durations {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h)");
  private static final Duration MOST = Duration.ofDays(1);

  private Durations() {}

  /** The time, more than nothing and at most a day; empty where the text is none. */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    Duration time =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          default -> Duration.ofHours(count);
        };
    return time.isZero() || time.compareTo(MOST) > 0 ? Optional.empty() : Optional.of(time);
  }
}
