package io.wiredesk.runtime;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class StreamFailuresTest {

  private final Health health = new Health();
  private final AtomicLong now = new AtomicLong(-5);
  private final StreamFailures failures = new StreamFailures(health, now::get);

  @Test
  void waitsForABrokerThatIsAway() {
    assertThat(failures.handle(new StreamsException(new TimeoutException("away"))))
        .isEqualTo(REPLACE_THREAD);
    assertThat(health.reasons()).isEmpty();
  }

  @Test
  void topicsThatWereJustMadeMayBeUnknownForAMinute() {
    assertThat(failures.handle(new MissingSourceTopicException("missing")))
        .isEqualTo(REPLACE_THREAD);
    assertThat(health.reasons()).isEmpty();
    now.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(failures.handle(new MissingSourceTopicException("missing")))
        .isEqualTo(SHUTDOWN_CLIENT);
    assertThat(health.reasons().toString()).contains("missing");
  }

  @Test
  void aTransactionThatWasEndedDuringAStallIsDoneAgain() {
    for (RuntimeException answer :
        List.of(
            new InvalidTxnStateException("The producer attempted a transactional operation"),
            new ProducerFencedException("fenced"),
            new InvalidProducerEpochException("old epoch"),
            new IllegalStateException(
                "TransactionalId a: Invalid transition attempted from state READY to state X"))) {
      assertThat(failures.handle(new StreamsException(new KafkaException(answer))))
          .isEqualTo(REPLACE_THREAD);
    }
    assertThat(health.reasons()).isEmpty();
  }

  @Test
  void aBugStopsTheService() {
    assertThat(failures.handle(new IllegalStateException("wrong"))).isEqualTo(SHUTDOWN_CLIENT);
    assertThat(health.reasons().toString()).contains("bug").contains("wrong");
  }
}
