package io.wiredesk.publish;

import io.wiredesk.runtime.Backoff;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.Serdes;
import io.wiredesk.runtime.Settings;
import io.wiredesk.runtime.SlowWorld;
import io.wiredesk.schemas.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a compacted topic from the beginning, all partitions, committed records alone, and keeps
 * on. Every instance reads everything, in no group. Has a thread of its own; close it with the
 * service.
 */
final class TopicFollower<V> implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final String UNREADABLE = "publish.unreadable";
  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);

  private final Consumer<String, V> consumer;
  private final Into<V> into;
  private final Thread thread;
  private Map<TopicPartition, Long> ends = Map.of();
  private volatile boolean closing;

  /**
   * Where what is read goes, and where progress shows.
   *
   * @param part name in health
   * @param sink gets each record, in the order of its partition; a null value takes the key away
   * @param caughtUp runs each time everything there was at the start has been read
   */
  record Into<V>(Topic topic, String part, Sink<V> sink, Runnable caughtUp, Signs signs) {}

  /** Where a follower shows how it is. */
  record Signs(Health health, Metrics metrics) {}

  /** Takes the records of a topic, on the follower's thread. */
  interface Sink<V> {
    void take(ConsumerRecord<String, V> record);

    /** The first offset of a partition that was not kept yet; the records before it come again. */
    default long from(int partition) {
      return 0;
    }

    /** What was kept is of another topic. */
    default void startAnew() {}
  }

  TopicFollower(Consumer<String, V> consumer, Into<V> into) {
    this.consumer = consumer;
    this.into = into;
    into.signs().metrics().counter(UNREADABLE);
    this.thread = new Thread(this::run, "follow-" + into.topic().topicName());
  }

  /** Starts reading; readiness shows in health. */
  static <V extends SpecificRecord> TopicFollower<V> start(Settings settings, Into<V> into) {
    Map<String, Object> config = new HashMap<>(settings.clientConfig());
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topic.MAX_RECORD_BYTES);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    TopicFollower<V> reader =
        new TopicFollower<>(
            new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                new Serdes(settings, into.signs().health()).<V>value().deserializer()),
            into);
    into.signs().health().notReady(into.part(), "starts reading " + into.topic().topicName());
    reader.thread.start();
    return reader;
  }

  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      for (int attempt = 1; !closing; attempt++) {
        try {
          if (consumer.assignment().isEmpty()) {
            assign();
          }
          step();
          attempt = 0;
        } catch (WakeupException e) {
          LOG.debug("Woken to close.");
        } catch (RuntimeException e) {
          if (!SlowWorld.isToBlame(e)) {
            skip(poison(e));
            continue;
          }
          into.signs()
              .health()
              .notReady(into.part(), "waits for Kafka or the registry: " + e.getMessage());
          Thread.sleep(Backoff.STANDARD.before(attempt).toMillis());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("{} can no longer be read", into.topic().topicName(), e);
      into.signs().health().fatal("bug: " + e);
    } finally {
      consumer.close();
    }
  }

  private void assign() {
    String topic = into.topic().topicName();
    List<TopicPartition> all =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    if (all.isEmpty()) { // just created: not every broker knows it yet
      throw new UnknownTopicOrPartitionException(topic + " is not known yet");
    }
    ends = consumer.endOffsets(all); // before the assignment, which tells that this has succeeded
    boolean other = all.stream().anyMatch(each -> into.sink().from(each.partition()) > end(each));
    if (other) {
      into.sink().startAnew();
    }
    consumer.assign(all);
    consumer.seekToBeginning(all);
  }

  private long end(TopicPartition partition) {
    return ends.getOrDefault(partition, 0L);
  }

  private void step() {
    for (ConsumerRecord<String, V> record : consumer.poll(POLL)) {
      take(record);
    }
    long missing =
        ends.entrySet().stream()
            .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
            .sum();
    if (missing == 0) {
      into.caughtUp().run();
      into.signs().health().ready(into.part());
    } else {
      into.signs()
          .health()
          .notReady(
              into.part(),
              missing + " records of " + into.topic().topicName() + " are still to be read");
    }
  }

  /** Anything else that is thrown is a bug. */
  private static RecordDeserializationException poison(RuntimeException failure) {
    if (failure instanceof RecordDeserializationException poison) {
      return poison;
    }
    throw failure;
  }

  /** Bad news: said aloud and counted; the record stays on the topic. */
  private void skip(RecordDeserializationException poison) {
    tell(poison.topicPartition() + "@" + poison.offset(), poison);
    consumer.seek(poison.topicPartition(), poison.offset() + 1);
  }

  /** A record that can be decoded and says nonsense is bad news as well. */
  private void take(ConsumerRecord<String, V> record) {
    try {
      into.sink().take(record);
    } catch (RuntimeException e) {
      tell(record.topic() + "-" + record.partition() + "@" + record.offset(), e);
    }
  }

  private void tell(String position, RuntimeException failure) {
    LOG.error("Record {} is not shown", position, failure);
    into.signs().metrics().counter(UNREADABLE).increment();
    into.signs()
        .health()
        .warn(into.part(), position + " cannot be read and is not shown: " + failure.getMessage());
  }
}
