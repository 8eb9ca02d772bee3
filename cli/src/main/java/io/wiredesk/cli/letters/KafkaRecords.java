package io.wiredesk.cli.letters;

import io.wiredesk.cli.CommandFailure;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.runtime.Serdes;
import io.wiredesk.runtime.SlowWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** {@link RecordLog} on Kafka. One thread; close it. */
final class KafkaRecords implements RecordLog {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MOST_SILENT_POLLS = 100;
  private static final int MOST_AT_ONCE = 20;
  private static final int MOST_BYTES = 4 << 20;

  private final String bootstrap;
  private final KafkaConsumer<String, SpecificRecord> consumer;
  private final Consumer<String> warnings;

  /**
   * A reader.
   *
   * @param warnings gets a sentence for each record that cannot be read
   */
  KafkaRecords(String bootstrap, String registry, Consumer<String> warnings) {
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", bootstrap);
    config.put("schema.registry.url", registry);
    config.put("isolation.level", "read_committed");
    config.put("specific.avro.reader", true);
    config.put("enable.auto.commit", false);
    config.put("allow.auto.create.topics", false);
    config.put("auto.offset.reset", "none");
    config.put("max.poll.records", MOST_AT_ONCE); // raw records may have 10 MB each
    config.put("fetch.max.bytes", MOST_BYTES);
    config.put("max.partition.fetch.bytes", MOST_BYTES);
    config.put("request.timeout.ms", 5_000);
    config.put("default.api.timeout.ms", 10_000);
    Deserializer<SpecificRecord> values =
        Serdes.impatient(config).<SpecificRecord>value().deserializer();
    this.bootstrap = bootstrap;
    this.warnings = warnings;
    this.consumer = new KafkaConsumer<>(config, new StringDeserializer(), values);
  }

  @Override
  public Set<String> topics() {
    try {
      return consumer.listTopics().keySet();
    } catch (TimeoutException e) {
      throw new CommandFailure("No Kafka answers at " + bootstrap + ": name it with --bootstrap.");
    }
  }

  @Override
  public void readSince(String topic, Instant since, BiConsumer<LogPosition, SpecificRecord> sink) {
    List<TopicPartition> partitions = partitions(topic);
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    seek(partitions, since, ends);
    for (int silent = 0; isMissing(ends); ) {
      ConsumerRecords<String, SpecificRecord> records = poll();
      silent = records.isEmpty() ? silent + 1 : 0;
      if (silent > MOST_SILENT_POLLS) {
        throw new CommandFailure("Kafka at " + bootstrap + " stopped answering; try again.");
      }
      for (ConsumerRecord<String, SpecificRecord> record : records) {
        if (record.value() != null
            && record.offset() < ends.get(new TopicPartition(topic, record.partition()))) {
          sink.accept(new LogPosition(topic, record.partition(), record.offset()), record.value());
        }
      }
    }
  }

  private void seek(
      List<TopicPartition> partitions, Instant since, Map<TopicPartition, Long> ends) {
    if (since.equals(Instant.EPOCH)) {
      consumer.seekToBeginning(partitions);
      return;
    }
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) ->
                consumer.seek(partition, found == null ? ends.get(partition) : found.offset()));
  }

  @Override
  public Optional<SpecificRecord> fetch(LogPosition position) {
    if (partitions(position.topic()).size() <= position.partition()) {
      return Optional.empty();
    }
    TopicPartition partition = new TopicPartition(position.topic(), position.partition());
    List<TopicPartition> one = List.of(partition);
    consumer.assign(one);
    if (position.offset() >= consumer.endOffsets(one).get(partition)
        || position.offset() < consumer.beginningOffsets(one).get(partition)) {
      return Optional.empty();
    }
    consumer.seek(partition, position.offset());
    try {
      for (int i = 0; i < MOST_SILENT_POLLS; i++) {
        for (ConsumerRecord<String, SpecificRecord> record : poll()) {
          return Optional.ofNullable(record.offset() == position.offset() ? record.value() : null);
        }
        if (consumer.position(partition) > position.offset()) {
          return Optional.empty();
        }
      }
    } catch (OffsetOutOfRangeException e) { // deleted meanwhile
      return Optional.empty();
    }
    throw new CommandFailure("Kafka at " + bootstrap + " stopped answering; try again.");
  }

  @Override
  public void close() {
    consumer.close();
  }

  private ConsumerRecords<String, SpecificRecord> poll() {
    try {
      return consumer.poll(POLL);
    } catch (RecordDeserializationException e) {
      if (SlowWorld.isToBlame(e)) {
        throw new CommandFailure(
            "The schema registry does not answer: " + e.getCause().getMessage());
      }
      warnings.accept(
          "Passed over " + e.topicPartition() + "-" + e.offset() + ": " + e.getMessage());
      consumer.seek(e.topicPartition(), e.offset() + 1);
      return ConsumerRecords.empty();
    }
  }

  private boolean isMissing(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue());
  }

  private List<TopicPartition> partitions(String topic) {
    List<PartitionInfo> known;
    try {
      known = consumer.partitionsFor(topic);
    } catch (TimeoutException e) {
      throw new CommandFailure(
          "No Kafka answers at "
              + bootstrap
              + ": start `wiredesk up`, or name it with"
              + " --bootstrap.");
    }
    if (known == null || known.isEmpty()) {
      throw new CommandFailure("There is no topic " + topic + " at " + bootstrap + ".");
    }
    List<TopicPartition> partitions = new ArrayList<>();
    known.forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
    return partitions;
  }
}
