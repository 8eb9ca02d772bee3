package io.wiredesk.e2e.containers;

import io.wiredesk.registry.serde.AvroSerde;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.TrustedClasses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Reads and writes Wiredesk's topics from outside the containers, as any consumer would. One
 * thread.
 *
 * @param brokers host:port
 * @param registry URL
 */
record TopicReader(String brokers, String registry) {

  TopicReader {
    TrustedClasses.trust();
  }

  /** All committed records of a topic from its beginning to its present end. */
  <T extends SpecificRecord> List<ConsumerRecord<String, T>> all(Topic topic) {
    Map<String, Object> config =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            brokers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            20_000,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false);
    try (AvroSerde<T> serde = serde();
        Consumer<String, T> consumer =
            new KafkaConsumer<>(config, new StringDeserializer(), serde.deserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, T>> records = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  /** The values of {@link #all}. */
  <T extends SpecificRecord> List<T> values(Topic topic) {
    return this.<T>all(topic).stream().map(ConsumerRecord::value).toList();
  }

  /** Appends one record and waits until it is acknowledged. */
  void append(Topic topic, String key, SpecificRecord value) throws Exception {
    try (AvroSerde<SpecificRecord> serde = serde();
        Producer<String, SpecificRecord> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), serde.serializer())) {
      producer.send(new ProducerRecord<>(topic.topicName(), key, value)).get();
    }
  }

  private <T> AvroSerde<T> serde() {
    return AvroSerde.ofValues(Map.of("schema.registry.url", registry));
  }
}
