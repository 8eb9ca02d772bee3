package io.wiredesk.runtime;

import io.wiredesk.schemas.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a compacted topic holds at this moment: the newest value of each key. Stateless. */
public final class NewestValues {

  private static final Logger LOG = LoggerFactory.getLogger(NewestValues.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private NewestValues() {}

  /**
   * Reads the topic from its beginning to its end as it is now; waits for a broker that is away.
   *
   * <p>Records that cannot be read are passed over and said.
   *
   * @return by key, those that were written last standing last within a partition
   * @throws RuntimeException when the broker stays away past the patience
   */
  public static <T extends SpecificRecord> Map<String, T> read(
      Topic topic, Settings settings, Health health) {
    Map<String, Object> config = new HashMap<>(settings.clientConfig());
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    try (Deserializer<T> values = new Serdes(settings, health).<T>value().deserializer();
        KafkaConsumer<String, T> consumer =
            new KafkaConsumer<>(config, new StringDeserializer(), values)) {
      return Patience.with("kafka", health).retry(() -> newest(consumer, topic.topicName()));
    }
  }

  private static <T> Map<String, T> newest(KafkaConsumer<String, T> consumer, String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<String, T> newest = new LinkedHashMap<>();
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
      for (ConsumerRecord<String, T> record : readable(consumer)) {
        newest.remove(record.key());
        if (record.value() != null) {
          newest.put(record.key(), record.value());
        }
      }
    }
    return newest;
  }

  private static <T> Iterable<ConsumerRecord<String, T>> readable(
      KafkaConsumer<String, T> consumer) {
    try {
      return consumer.poll(POLL);
    } catch (RecordDeserializationException e) {
      if (SlowWorld.isToBlame(e)) {
        throw e;
      }
      LOG.error("Passed over {}@{}: {}", e.topicPartition(), e.offset(), e.getMessage());
      consumer.seek(e.topicPartition(), e.offset() + 1);
      return List.of();
    }
  }
}
