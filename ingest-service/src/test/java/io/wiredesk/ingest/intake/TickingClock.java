package io.wiredesk.ingest.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes when a test says so, or a step with every look at it. Thread-safe. */
final class TickingClock extends Clock {

  private final Duration step;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  TickingClock() {
    this(Duration.ZERO);
  }

  /** Goes on by {@code step} whenever it is read. */
  TickingClock(Duration step) {
    this.step = step;
  }

  synchronized void advance(long millis) {
    now = now.plusMillis(millis);
  }

  @Override
  public synchronized Instant instant() {
    now = now.plus(step);
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
