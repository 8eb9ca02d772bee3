package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.registry.serde.AvroSerde;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.JoinedRaw;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads what ingest writes and says where each raw record ended, by the topics alone. Used by one
 * thread; close it with the test.
 */
final class IngestAccount implements AutoCloseable {

  private static final List<Topic> TOPICS =
      List.of(Topic.RAW, Topic.ITEMS, Topic.DUPLICATES, Topic.DEAD_LETTERS);

  private final KafkaConsumer<String, SpecificRecord> consumer;

  /** Raw records by their id, in the order of each partition. */
  final Map<String, RawNews> raw = new TreeMap<>();

  /** Where each raw record ended: "items 0", "duplicates 0", "letter". */
  final Map<String, List<String>> ends = new HashMap<>();

  final List<ConsumerRecord<String, NewsItem>> items = new ArrayList<>();
  final List<ConsumerRecord<String, RawNews>> raws = new ArrayList<>();
  final List<Duplicate> duplicates = new ArrayList<>();
  final List<DeadLetter> letters = new ArrayList<>();

  IngestAccount(String bootstrap, String registry) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            bootstrap,
            "schema.registry.url",
            registry,
            "isolation.level",
            "read_committed",
            "specific.avro.reader",
            true,
            "enable.auto.commit",
            false,
            "auto.offset.reset",
            "earliest");
    Deserializer<SpecificRecord> values = new AvroSerde<SpecificRecord>().deserializer();
    values.configure(config, false);
    consumer = new KafkaConsumer<>(config, new StringDeserializer(), values);
    List<TopicPartition> partitions = new ArrayList<>();
    for (Topic topic : TOPICS) {
      consumer
          .partitionsFor(topic.topicName())
          .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads all that is committed by now. */
  void update() {
    Map<TopicPartition, Long> to = consumer.endOffsets(consumer.assignment());
    while (to.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      for (ConsumerRecord<String, SpecificRecord> record : consumer.poll(Duration.ofMillis(100))) {
        add(record);
      }
    }
  }

  /** Every raw record has an end. */
  boolean isComplete() {
    return ends.keySet().containsAll(raw.keySet());
  }

  /** Raw records without an end, for a message. */
  Collection<String> open() {
    Set<String> open = new HashSet<>(raw.keySet());
    open.removeAll(ends.keySet());
    return open;
  }

  /** Raw records that have their end. */
  int ended() {
    return ends.size();
  }

  /** SHA-256 of all bytes that came in. */
  Set<String> digests() {
    Set<String> digests = new HashSet<>();
    raw.values().forEach(news -> digests.add(news.getSha256()));
    return digests;
  }

  /**
   * Each raw record, of one item each, ended in one place: once, or where it is a take also in an
   * update of its story; and no revision is there twice.
   */
  void assertEachEndsOnce() {
    assertThat(ends.keySet()).as("what ended and what came").isEqualTo(raw.keySet());
    assertThat(ends.entrySet()).allMatch(end -> end.getValue().size() == 1);
    assertThat(items.stream().map(i -> i.value().getUri() + " " + i.value().getRevision()))
        .doesNotHaveDuplicates();
  }

  /**
   * Per feed in the order in which it was received, on each partition; stories in takes come when
   * they are whole.
   */
  void assertOrderPerFeed() {
    Map<String, Long> last = new HashMap<>();
    for (ConsumerRecord<String, NewsItem> item : items) {
      Source source = item.value().getSource();
      if (!source.getJoined().isEmpty()) {
        continue;
      }
      Long before = last.put(source.getFeed() + " on " + item.partition(), source.getRawOffset());
      assertThat(source.getRawOffset())
          .as(source.getFeed() + " on partition " + item.partition())
          .isGreaterThan(before == null ? -1 : before);
    }
  }

  private void add(ConsumerRecord<String, SpecificRecord> record) {
    SpecificRecord value = record.value();
    if (value instanceof RawNews news) {
      raw.put(id(record.topic(), record.partition(), record.offset()), news);
      raws.add(typed(record, news));
    } else if (value instanceof NewsItem item) {
      items.add(typed(record, item));
      ends(item.getSource());
    } else if (value instanceof Duplicate duplicate) {
      duplicates.add(duplicate);
      end(
          id(duplicate.getRawTopic(), duplicate.getRawPartition(), duplicate.getRawOffset()),
          "duplicates " + duplicate.getIndexInRaw());
    } else if (value instanceof DeadLetter letter) {
      letters.add(letter);
      end(
          id(
              String.valueOf(letter.getOriginTopic()),
              letter.getOriginPartition(),
              letter.getOriginOffset()),
          "letter");
    }
  }

  private void ends(Source source) {
    if (source.getJoined().isEmpty()) {
      end(
          id(source.getRawTopic(), source.getRawPartition(), source.getRawOffset()),
          "items " + source.getIndexInRaw());
    }
    for (JoinedRaw take : source.getJoined()) {
      List<String> known =
          ends.computeIfAbsent(
              id(take.getRawTopic(), take.getRawPartition(), take.getRawOffset()),
              key -> new ArrayList<>());
      if (!known.contains("take " + take.getIndexInRaw())) {
        known.add("take " + take.getIndexInRaw());
      }
    }
  }

  private void end(String id, String where) {
    ends.computeIfAbsent(id, key -> new ArrayList<>()).add(where);
  }

  private static <T> ConsumerRecord<String, T> typed(
      ConsumerRecord<String, SpecificRecord> record, T value) {
    return new ConsumerRecord<>(
        record.topic(), record.partition(), record.offset(), record.key(), value);
  }

  private static String id(String topic, int partition, long offset) {
    return topic + "-" + partition + "-" + offset;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
