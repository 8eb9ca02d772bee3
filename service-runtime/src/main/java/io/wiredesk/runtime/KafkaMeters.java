package io.wiredesk.runtime;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Set;

/**
 * Which of the meters of Kafka's clients a scrape has. The clients have thousands; those that an
 * operator looks at are few: lag, what is read and written, errors, rebalances, and how long a
 * thread takes. Stateless.
 */
enum KafkaMeters implements MeterFilter {
  /** Those named here. */
  FEW,
  /** All of them. */
  ALL;

  private static final String PREFIX = "kafka.";

  /** Kafka 4 tells what belongs to a topic a second time, with underscores in place of dots. */
  private static final String OLD_SPELLING = "news_";

  private static final Set<String> LOOKED_AT =
      Set.of(
          "kafka.app.info.start.time.ms",
          "kafka.consumer.coordinator.failed.rebalance.total",
          "kafka.consumer.coordinator.rebalance.total",
          "kafka.consumer.fetch.manager.bytes.consumed.total",
          "kafka.consumer.fetch.manager.records.consumed.total",
          "kafka.consumer.fetch.manager.records.lag",
          "kafka.producer.record.error.total",
          "kafka.producer.record.send.total",
          "kafka.stream.alive.stream.threads",
          "kafka.stream.failed.stream.threads",
          "kafka.stream.thread.commit.latency.avg",
          "kafka.stream.thread.commit.total",
          "kafka.stream.thread.process.latency.avg",
          "kafka.stream.thread.process.total");

  /** By the word in the settings. */
  static KafkaMeters of(String word) {
    return word.equals("all") ? ALL : FEW;
  }

  @Override
  public MeterFilterReply accept(Meter.Id id) {
    if (!id.getName().startsWith(PREFIX)) {
      return MeterFilterReply.NEUTRAL;
    }
    String topic = id.getTag("topic");
    if (topic != null && topic.startsWith(OLD_SPELLING)) {
      return MeterFilterReply.DENY;
    }
    return this == ALL || LOOKED_AT.contains(id.getName())
        ? MeterFilterReply.NEUTRAL
        : MeterFilterReply.DENY;
  }
}
