package io.wiredesk.cli.tail;

import io.wiredesk.cli.CommandFailure;
import io.wiredesk.runtime.Serdes;
import io.wiredesk.runtime.SlowWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads every partition of one topic, committed records only, without joining a group. A record
 * that cannot be read is passed over and said on standard error. One thread; it closes what it
 * opens.
 */
public final class TopicReader {

  private static final int MOST_SILENT_POLLS = 100;

  private final Map<String, Object> config;

  /**
   * A reader.
   *
   * @param config of the consumer and the serde, in Kafka's and Confluent's keys
   */
  public TopicReader(Map<String, Object> config) {
    this.config = new HashMap<>(config);
    this.config.put("isolation.level", "read_committed");
    this.config.put("specific.avro.reader", true);
    this.config.put("enable.auto.commit", false);
    this.config.put("allow.auto.create.topics", false);
    this.config.putIfAbsent("auto.offset.reset", "latest");
    this.config.putIfAbsent("request.timeout.ms", 5_000);
    this.config.putIfAbsent("default.api.timeout.ms", 10_000);
  }

  /**
   * Hands every record over until told to stop: first what is there by its time, then what comes.
   *
   * @throws CommandFailure when broker or topic are absent
   */
  public void read(
      String topic,
      boolean fromBeginning,
      BooleanSupplier goOn,
      Consumer<ConsumerRecord<String, SpecificRecord>> sink) {
    try (KafkaConsumer<String, SpecificRecord> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      if (fromBeginning) {
        consumer.seekToBeginning(partitions);
      } else {
        consumer.seekToEnd(partitions);
      }
      partitions.forEach(consumer::position);
      InTimeOrder<SpecificRecord> order = new InTimeOrder<>(Set.copyOf(partitions));
      while (goOn.getAsBoolean()) {
        for (ConsumerRecord<String, SpecificRecord> record : poll(consumer)) {
          if (record.value() != null) {
            order.add(record);
          }
        }
        ends.forEach(
            (partition, end) -> {
              if (consumer.position(partition) >= end) {
                order.caughtUp(partition);
              }
            });
        order.drain(
            record -> {
              if (goOn.getAsBoolean()) {
                sink.accept(record);
              }
            });
        consumer.resume(consumer.paused());
        consumer.pause(order.full());
      }
    }
  }

  /**
   * Hands over every record that is on the topic now and was written since then.
   *
   * @throws CommandFailure when broker or topic are absent
   */
  public void readSince(
      String topic, Instant since, Consumer<ConsumerRecord<String, SpecificRecord>> sink) {
    try (KafkaConsumer<String, SpecificRecord> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Map<TopicPartition, Long> times = new HashMap<>();
      partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
      consumer
          .offsetsForTimes(times)
          .forEach(
              (partition, found) ->
                  consumer.seek(partition, found == null ? ends.get(partition) : found.offset()));
      for (int silent = 0; isMissing(consumer, ends); ) {
        ConsumerRecords<String, SpecificRecord> records = poll(consumer);
        silent = records.isEmpty() ? silent + 1 : 0;
        if (silent > MOST_SILENT_POLLS) {
          throw new CommandFailure("Kafka stopped answering; try again.");
        }
        for (ConsumerRecord<String, SpecificRecord> record : records) {
          if (record.value() != null) {
            sink.accept(record);
          }
        }
      }
    }
  }

  private ConsumerRecords<String, SpecificRecord> poll(
      KafkaConsumer<String, SpecificRecord> consumer) {
    try {
      return consumer.poll(Duration.ofMillis(200));
    } catch (RecordDeserializationException e) {
      if (!SlowWorld.isToBlame(e)) {
        passOver(consumer, e);
        return ConsumerRecords.empty();
      }
      String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw new CommandFailure(
          "A record of "
              + e.topicPartition().topic()
              + " cannot be read with the registry at "
              + config.get("schema.registry.url")
              + " (--registry): "
              + why);
    }
  }

  private void passOver(KafkaConsumer<?, ?> consumer, RecordDeserializationException e) {
    System.err.printf(
        "wiredesk: passed over %s-%d, which cannot be read with the registry at %s: %s%n",
        e.topicPartition(), e.offset(), config.get("schema.registry.url"), e.getMessage());
    consumer.seek(e.topicPartition(), e.offset() + 1);
  }

  private static boolean isMissing(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue());
  }

  private KafkaConsumer<String, SpecificRecord> consumer() {
    Deserializer<SpecificRecord> values =
        Serdes.impatient(config).<SpecificRecord>value().deserializer();
    return new KafkaConsumer<>(config, new StringDeserializer(), values);
  }

  private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    List<PartitionInfo> known;
    try {
      known = consumer.partitionsFor(topic);
    } catch (org.apache.kafka.common.errors.TimeoutException e) {
      throw new CommandFailure(
          "No Kafka answers at "
              + config.get("bootstrap.servers")
              + ": start `wiredesk up`, or name it with --bootstrap.");
    }
    if (known == null || known.isEmpty()) {
      throw new CommandFailure(
          "There is no topic " + topic + " at " + config.get("bootstrap.servers") + ".");
    }
    List<TopicPartition> partitions = new ArrayList<>();
    known.forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
    return partitions;
  }
}
