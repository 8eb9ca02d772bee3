package io.wiredesk.ingest.line;

import io.wiredesk.runtime.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How one feed fares. After a failure it is left alone for a growing while, or for as long as the
 * other side asks. Says each change once in the log. Thread-safe.
 */
final class LineState {

  private static final Logger LOG = LoggerFactory.getLogger(LineState.class);
  private static final Duration MOST = Duration.ofMinutes(5);

  /** However long the other side asks for. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final String feed;
  private final Clock clock;
  private final Backoff backoff;
  private int failures;
  private String lastError = "";
  private @Nullable Instant lastErrorAt;
  private @Nullable Instant notBefore;
  private boolean failedInThisLook;

  /**
   * @param poll the feed's own pace: the first wait after a failure
   */
  LineState(String feed, Clock clock, Duration poll) {
    this.feed = feed;
    this.clock = clock;
    Duration first = poll.compareTo(Duration.ofSeconds(1)) < 0 ? poll : Duration.ofSeconds(1);
    this.backoff = new Backoff(first.isZero() ? Duration.ofSeconds(1) : first, MOST);
  }

  /**
   * What is to be shown.
   *
   * @param failing since the last success something failed
   * @param lastError one sentence; empty: none so far
   */
  record View(
      boolean failing,
      String lastError,
      @Nullable Instant lastErrorAt,
      @Nullable Instant notBefore) {}

  synchronized View view() {
    return new View(failures > 0, lastError, lastErrorAt, notBefore);
  }

  /** True where it is time to try again. */
  synchronized boolean mayTry() {
    return notBefore == null || !clock.instant().isBefore(notBefore);
  }

  /** A look at the other side begins. */
  synchronized void looks() {
    failedInThisLook = false;
  }

  /** True until something of this look fails: what comes after it waits, so that order is kept. */
  synchronized boolean mayGoOn() {
    return !failedInThisLook;
  }

  synchronized void succeeded() {
    if (failures > 0) {
      LOG.info("Feed {} works again", feed);
    }
    failures = 0;
    notBefore = null;
  }

  /** It did not work; the next try waits. */
  void failed(String reason) {
    failed(reason, null);
  }

  /**
   * It did not work.
   *
   * @param wait as the other side asks; null: as the back-off says
   */
  synchronized void failed(String reason, @Nullable Duration wait) {
    failures++;
    failedInThisLook = true;
    note(reason);
    Duration own = backoff.before(failures);
    Duration asked = wait == null || wait.compareTo(LONGEST) <= 0 ? wait : LONGEST;
    notBefore = clock.instant().plus(asked == null || asked.compareTo(own) < 0 ? own : asked);
  }

  /** Something to be shown that is no reason to wait. */
  synchronized void note(String reason) {
    if (!reason.equals(lastError) || failures <= 1) {
      LOG.warn("Feed {}: {}", feed, reason);
    }
    lastError = reason;
    lastErrorAt = clock.instant();
  }
}
