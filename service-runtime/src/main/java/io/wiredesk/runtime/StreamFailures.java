package io.wiredesk.runtime;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a failure of a stream thread leads to: a slow world replaces the thread, a bug stops the
 * service and is fatal in {@link Health}. Topics that were made a moment ago may be unknown to one
 * of the brokers: in the first minute that is the world's slowness, later they were deleted. An
 * instance that stalled for longer than its transaction may take finds it ended by the brokers, and
 * some of what they answer then is fatal to a producer though not to the work: a new thread does it
 * again. Thread-safe.
 */
final class StreamFailures implements StreamsUncaughtExceptionHandler {

  private static final Duration TOPICS_SPREAD = Duration.ofMinutes(1);

  /** What a producer answers whose transaction was ended by others, or whose end came late. */
  private static final List<Class<? extends RuntimeException>> ENDED =
      List.of(
          InvalidTxnStateException.class,
          ProducerFencedException.class,
          InvalidProducerEpochException.class,
          InvalidPidMappingException.class,
          OutOfOrderSequenceException.class,
          TransactionAbortedException.class,
          TransactionAbortableException.class,
          TaskMigratedException.class,
          CommitFailedException.class);

  /** Of a producer that is told of a commit or an abort after it gave up waiting for it. */
  private static final String MOVED_ON = "Invalid transition attempted from state";

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
    if (SlowWorld.isToBlame(failure) || areTopicsFresh(failure) || wasTransactionEnded(failure)) {
      LOG.warn("A stream thread gave up waiting and is replaced: {}", failure.getMessage());
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    LOG.error("A bug stops this service; nothing is lost, the record stays uncommitted", failure);
    health.fatal("bug: " + failure);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private static boolean wasTransactionEnded(Throwable failure) {
    int depth = 0;
    for (Throwable cause = failure; cause != null && depth < 32; cause = cause.getCause()) {
      Class<?> type = cause.getClass();
      if (ENDED.stream().anyMatch(each -> each.isAssignableFrom(type))
          || (cause instanceof IllegalStateException
              && String.valueOf(cause.getMessage()).contains(MOVED_ON))) {
        return true;
      }
      depth++;
    }
    return false;
  }

  private boolean areTopicsFresh(Throwable failure) {
    return failure instanceof MissingSourceTopicException
        && nanoTime.getAsLong() - since < TOPICS_SPREAD.toNanos();
  }
}
