package io.wiredesk.publish;

import io.wiredesk.publish.feed.ItemJson;
import io.wiredesk.publish.index.PublicIndex;
import io.wiredesk.runtime.Backoff;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.Serdes;
import io.wiredesk.runtime.Settings;
import io.wiredesk.runtime.SlowWorld;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Reads {@code news.published} from the beginning, all partitions, committed records alone, into
 * the index, and keeps on. Every instance reads everything, in no group. Has a thread of its own;
 * close it with the service.
 */
final class PublishedReader implements AutoCloseable {

  private static final String PART = "public-index";
  private static final String TOPIC = Topic.PUBLISHED.topicName();
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Logger LOG = LoggerFactory.getLogger(PublishedReader.class);

  private final Consumer<String, PublishedItem> consumer;
  private final Into into;
  private final Thread thread = new Thread(this::run, "published-reader");
  private Map<TopicPartition, Long> ends = Map.of();
  private volatile boolean closing;

  /** Where what is read goes, and where progress shows. */
  record Into(PublicIndex index, ItemJson json, Health health, Metrics metrics) {}

  PublishedReader(Consumer<String, PublishedItem> consumer, Into into) {
    this.consumer = consumer;
    this.into = into;
  }

  /** Starts reading; readiness shows in health. */
  static PublishedReader start(Settings settings, Into into) {
    Map<String, Object> config = new HashMap<>(settings.clientConfig());
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topic.MAX_RECORD_BYTES);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    PublishedReader reader =
        new PublishedReader(
            new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                new Serdes(settings, into.health()).<PublishedItem>value().deserializer()),
            into);
    into.health().notReady(PART, "starts reading " + TOPIC);
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
        } catch (RecordDeserializationException e) {
          skip(e);
        } catch (WakeupException e) {
          LOG.debug("Woken to close.");
        } catch (RuntimeException e) {
          if (!SlowWorld.isToBlame(e)) {
            throw e;
          }
          into.health().notReady(PART, "waits for Kafka or the registry: " + e.getMessage());
          Thread.sleep(Backoff.STANDARD.before(attempt).toMillis());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("The published items can no longer be read", e);
      into.health().fatal("bug: " + e);
    } finally {
      consumer.close();
    }
  }

  private void assign() {
    List<TopicPartition> all =
        consumer.partitionsFor(TOPIC).stream()
            .map(info -> new TopicPartition(TOPIC, info.partition()))
            .toList();
    if (all.isEmpty()) { // just created: not every broker knows it yet
      throw new UnknownTopicOrPartitionException(TOPIC + " is not known yet");
    }
    consumer.assign(all);
    consumer.seekToBeginning(all);
    ends = consumer.endOffsets(all);
  }

  private void step() {
    for (ConsumerRecord<String, PublishedItem> record : consumer.poll(POLL)) {
      if (record.value() == null) {
        into.index().remove(record.key(), record.partition(), record.offset());
      } else {
        into.index().put(into.json().show(record.value(), record.partition(), record.offset()));
      }
    }
    long missing =
        ends.entrySet().stream()
            .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
            .sum();
    if (missing == 0) {
      into.index().caughtUp();
      into.health().ready(PART);
    } else {
      into.health().notReady(PART, missing + " published records are still to be read");
    }
  }

  /** Bad news: said aloud and counted; the record stays on the topic. */
  private void skip(RecordDeserializationException poison) {
    LOG.error(
        "Unreadable record {}@{} is not shown: {}",
        poison.topicPartition(),
        poison.offset(),
        poison.getMessage());
    into.metrics().counter("publish.unreadable").increment();
    consumer.seek(poison.topicPartition(), poison.offset() + 1);
  }
}
