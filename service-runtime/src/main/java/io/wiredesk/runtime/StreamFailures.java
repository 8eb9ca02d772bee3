package io.wiredesk.runtime;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a failure of a stream thread leads to: a slow world replaces the thread, a bug stops the
 * service and is fatal in {@link Health}. Topics that were made a moment ago may be unknown to one
 * of the brokers: in the first minute that is the world's slowness, later they were deleted.
 * Thread-safe.
 */
final class StreamFailures implements StreamsUncaughtExceptionHandler {

  private static final Duration TOPICS_SPREAD = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(StreamFailures.class);

  private final Health health;
  private final LongSupplier nanoTime;
  private final long since;

  /**
   * For a service that starts now.
   *
   * @param nanoTime as {@link System#nanoTime()}
   */
  StreamFailures(Health health, LongSupplier nanoTime) {
    this.health = health;
    this.nanoTime = nanoTime;
    this.since = nanoTime.getAsLong();
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable failure) {
    if (SlowWorld.isToBlame(failure) || areTopicsFresh(failure)) {
      LOG.warn("A stream thread gave up waiting and is replaced: {}", failure.getMessage());
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    LOG.error("A bug stops this service; nothing is lost, the record stays uncommitted", failure);
    health.fatal("bug: " + failure);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private boolean areTopicsFresh(Throwable failure) {
    return failure instanceof MissingSourceTopicException
        && nanoTime.getAsLong() - since < TOPICS_SPREAD.toNanos();
  }
}
