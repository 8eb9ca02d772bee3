package io.wiredesk.registry.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A log on a compacted Kafka topic of one partition, in the layout of Confluent's {@code _schemas}.
 * Creates the topic where it is absent. One thread at a time.
 */
public final class KafkaSchemaLog implements SchemaLog {
  /** Name of the topic unless another is given. */
  public static final String DEFAULT_TOPIC = "_schemas";

  private static final Duration POLL = Duration.ofMillis(100);
  private static final int FETCH_WAIT_MILLIS = 5;

  private final TopicPartition partition;
  private final Duration timeout;
  private final KafkaProducer<String, @Nullable String> producer;
  private final KafkaConsumer<String, @Nullable String> consumer;

  /**
   * Connects and makes sure of the topic.
   *
   * @param kafka Kafka's client settings; {@code bootstrap.servers} at least
   * @param topic name of the topic
   * @param timeout longest wait for the broker in one operation, above zero
   * @throws IOException when the broker does not answer in time
   */
  public KafkaSchemaLog(Map<String, ?> kafka, String topic, Duration timeout) throws IOException {
    this.partition = new TopicPartition(topic, 0);
    this.timeout = timeout;
    createTopic(kafka, topic);
    this.producer =
        new KafkaProducer<>(
            producerSettings(kafka), new StringSerializer(), new StringSerializer());
    this.consumer =
        new KafkaConsumer<>(
            consumerSettings(kafka), new StringDeserializer(), new StringDeserializer());
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
  }

  private void createTopic(Map<String, ?> kafka, String topic) throws IOException {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("request.timeout.ms", Math.toIntExact(timeout.toMillis()));
    settings.put("default.api.timeout.ms", Math.toIntExact(timeout.toMillis()));
    // replication as the broker has it by default: one on one machine, three on a cluster
    NewTopic wanted =
        new NewTopic(topic, Optional.of(1), Optional.empty())
            .configs(Map.of("cleanup.policy", "compact"));
    try (Admin admin = Admin.create(settings)) {
      if (!admin.listTopics().names().get().contains(topic)) {
        admin.createTopics(List.of(wanted)).all().get();
      }
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IOException("Cannot create topic " + topic, e.getCause());
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private Map<String, Object> producerSettings(Map<String, ?> kafka) {
    int millis = Math.toIntExact(timeout.toMillis());
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    settings.put("linger.ms", 0);
    settings.put("max.block.ms", millis);
    settings.put("delivery.timeout.ms", millis);
    settings.put("request.timeout.ms", millis);
    return settings;
  }

  private Map<String, Object> consumerSettings(Map<String, ?> kafka) {
    int millis = Math.toIntExact(timeout.toMillis());
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("allow.auto.create.topics", false);
    // a consumer fetches ahead, and the broker answers nothing else on that connection before that
    // fetch has data or is over: the next question for the end waited half a second for it
    settings.put("fetch.max.wait.ms", FETCH_WAIT_MILLIS);
    settings.put("request.timeout.ms", millis);
    settings.put("default.api.timeout.ms", millis);
    return settings;
  }

  @Override
  public void append(String key, @Nullable String value) throws IOException {
    try {
      producer
          .send(new ProducerRecord<>(partition.topic(), partition.partition(), key, value))
          .get();
    } catch (ExecutionException e) {
      throw new IOException("Cannot write to topic " + partition.topic(), e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (KafkaException e) {
      throw new IOException("Cannot write to topic " + partition.topic(), e);
    }
  }

  @Override
  public void catchUp(Reader reader) throws IOException {
    try {
      long end = consumer.endOffsets(List.of(partition), timeout).get(partition);
      long giveUpAfterEmptyPolls = Math.max(1, timeout.toMillis() / POLL.toMillis());
      long emptyPolls = 0;
      while (consumer.position(partition, timeout) < end) {
        var records = consumer.poll(POLL);
        emptyPolls = records.isEmpty() ? emptyPolls + 1 : 0;
        if (emptyPolls > giveUpAfterEmptyPolls) {
          throw new IOException("Topic " + partition.topic() + " cannot be read to its end");
        }
        for (ConsumerRecord<String, @Nullable String> record : records) {
          if (record.key() != null) {
            reader.read(record.key(), record.value());
          }
        }
      }
    } catch (KafkaException e) {
      throw new IOException("Cannot read topic " + partition.topic(), e);
    }
  }

  private static IOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    IOException interrupted = new InterruptedIOException("Interrupted while waiting for Kafka");
    interrupted.initCause(e);
    return interrupted;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(5)));
  }
}
