package io.wiredesk.runtime;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Exponential back-off with full jitter in its upper half. Immutable. */
public record Backoff(Duration first, Duration most) {

  /** 100 ms doubling to 10 s. */
  public static final Backoff STANDARD =
      new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10));

  /** How long to wait before try {@code attempt} (1 is the first retry). */
  public Duration before(int attempt) {
    long ceiling =
        Math.min(most.toMillis(), first.toMillis() << Math.min(20, Math.max(0, attempt - 1)));
    return Duration.ofMillis(ceiling / 2 + ThreadLocalRandom.current().nextLong(ceiling / 2 + 1));
  }
}
