package io.wiredesk.publish;

import io.wiredesk.publish.http.LetterRoutes;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.runtime.Serdes;
import io.wiredesk.runtime.Settings;
import io.wiredesk.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Looks single records up where somebody asks for them, with a consumer for each question, in no
 * group. Thread-safe.
 */
final class RecordReader implements LetterRoutes.Records {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MOST_SILENT_POLLS = 25;

  private final Settings settings;
  private final Health health;

  RecordReader(Settings settings, Health health) {
    this.settings = settings;
    this.health = health;
  }

  @Override
  public Optional<SpecificRecord> fetch(LogPosition position) {
    TopicPartition partition = new TopicPartition(position.topic(), position.partition());
    try (Consumer<String, SpecificRecord> consumer = consumer()) {
      if (!partitions(consumer, position.topic()).contains(partition)
          || position.offset() < consumer.beginningOffsets(List.of(partition)).get(partition)) {
        return Optional.empty();
      }
      return read(consumer, Map.of(partition, position.offset()), position.offset() + 1).stream()
          .filter(found -> found.position().equals(position))
          .map(LetterRoutes.Found::value)
          .findFirst();
    }
  }

  @Override
  public List<LetterRoutes.Found> newest(Topic topic, int each) {
    try (Consumer<String, SpecificRecord> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer, topic.topicName());
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> from = new HashMap<>();
      consumer
          .endOffsets(partitions)
          .forEach((p, end) -> from.put(p, Math.max(begins.get(p), end - each)));
      return read(consumer, from, Long.MAX_VALUE);
    }
  }

  private static List<TopicPartition> partitions(
      Consumer<String, SpecificRecord> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  /** Records from those offsets on, to the ends of now or {@code before}. */
  private static List<LetterRoutes.Found> read(
      Consumer<String, SpecificRecord> consumer, Map<TopicPartition, Long> from, long before) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
    consumer.assign(from.keySet());
    from.forEach(consumer::seek);
    List<LetterRoutes.Found> found = new ArrayList<>();
    for (int silent = 0; silent < MOST_SILENT_POLLS; silent++) {
      if (ends.entrySet().stream()
          .allMatch(e -> consumer.position(e.getKey()) >= Math.min(before, e.getValue()))) {
        break;
      }
      try {
        for (ConsumerRecord<String, SpecificRecord> record : consumer.poll(POLL)) {
          silent = -1;
          if (record.value() != null) {
            found.add(
                new LetterRoutes.Found(
                    new LogPosition(record.topic(), record.partition(), record.offset()),
                    record.value()));
          }
        }
      } catch (RecordDeserializationException e) { // somebody else's bytes: passed over
        consumer.seek(e.topicPartition(), e.offset() + 1);
      }
    }
    return found;
  }

  private Consumer<String, SpecificRecord> consumer() {
    Map<String, Object> config = new HashMap<>(settings.clientConfig());
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topic.MAX_RECORD_BYTES);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return new KafkaConsumer<>(
        config,
        new StringDeserializer(),
        new Serdes(settings, health).<SpecificRecord>value().deserializer());
  }
}
