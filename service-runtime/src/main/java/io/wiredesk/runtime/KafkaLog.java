package io.wiredesk.runtime;

import io.wiredesk.schemas.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** {@link DurableLog} on Kafka: an idempotent producer with {@code acks=all}. Thread-safe. */
public final class KafkaLog implements DurableLog {

  private final KafkaProducer<String, SpecificRecord> producer;

  /** A producer as the settings say; an unconfirmed append fails after {@code timeout}. */
  public KafkaLog(Settings settings, Health health, Duration timeout) {
    Map<String, Object> config = new HashMap<>(settings.clientConfig());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout.toMillis());
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) timeout.toMillis() / 2);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
    this.producer =
        new KafkaProducer<>(
            config, new StringSerializer(), new Serdes(settings, health).value().serializer());
  }

  @Override
  public LogPosition append(String topic, String key, @Nullable SpecificRecord value) {
    try {
      RecordMetadata metadata = producer.send(new ProducerRecord<>(topic, key, value)).get();
      return new LogPosition(metadata.topic(), metadata.partition(), metadata.offset());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new TimeoutException(e.getMessage(), e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
