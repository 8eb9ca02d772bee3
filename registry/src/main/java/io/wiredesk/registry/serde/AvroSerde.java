package io.wiredesk.registry.serde;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * {@link KafkaAvroSerializer} and {@link KafkaAvroDeserializer} as one serde for Kafka Streams;
 * reads into generated classes unless {@code specific.avro.reader} is set to false. Safe for many
 * threads once configured; Streams closes it.
 *
 * @param <T> a generated class, or {@link org.apache.avro.generic.GenericRecord}; not checked
 */
public final class AvroSerde<T> implements Serde<T> {
  private final KafkaAvroSerializer serializer = new KafkaAvroSerializer();
  private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();

  /** For Kafka, which configures it afterwards. */
  public AvroSerde() {}

  /** A serde for values with these settings. */
  public static <T> AvroSerde<T> ofValues(Map<String, ?> settings) {
    AvroSerde<T> serde = new AvroSerde<>();
    serde.configure(settings, false);
    return serde;
  }

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    Map<String, Object> all = new HashMap<>(settings);
    all.putIfAbsent(SerdeConfig.SPECIFIC_READER, true);
    serializer.configure(all, isKey);
    deserializer.configure(all, isKey);
  }

  @Override
  @SuppressWarnings("unchecked") // Serializer<Object> takes every T
  public Serializer<T> serializer() {
    return (Serializer<T>) (Serializer<?>) serializer;
  }

  @Override
  @SuppressWarnings("unchecked") // what the schema says is what the topic holds
  public Deserializer<T> deserializer() {
    return (Deserializer<T>) (Deserializer<?>) deserializer;
  }

  @Override
  public void close() {
    serializer.close();
    deserializer.close();
  }
}
