package io.wiredesk.registry.serde;

import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.client.Registries;
import io.wiredesk.registry.client.SchemaCache;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link KafkaAvroSerializer} or any Confluent-compatible producer wrote: into generic
 * records, or with {@code specific.avro.reader=true} into generated classes, resolved by Avro's
 * rules from the writer's schema to the reader's. Null stays null. Safe for many threads once
 * configured; whoever made it closes it. Exceptions as for the serializer.
 */
public final class KafkaAvroDeserializer implements Deserializer<Object> {
  private final ThreadLocal<@Nullable BinaryDecoder> decoders = new ThreadLocal<>();
  private @Nullable ReaderSchemas readers;
  private @Nullable SchemaRegistry given;
  private @Nullable SchemaCache registry;
  private boolean isKey;

  /** For Kafka, which configures it afterwards. */
  public KafkaAvroDeserializer() {}

  /** Over a registry that is open already; configured afterwards. */
  public KafkaAvroDeserializer(SchemaRegistry registry) {
    this.given = registry;
  }

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    this.isKey = isKey;
    SerdeConfig config = new SerdeConfig(settings);
    registry = new SchemaCache(given == null ? Registries.open(config) : given, config);
    readers = new ReaderSchemas(config, isKey, registry);
  }

  @Override
  public @Nullable Object deserialize(String topic, byte @Nullable [] record) {
    return deserialize(topic, null, record, null);
  }

  @Override
  public @Nullable Object deserialize(String topic, Headers headers, byte @Nullable [] record) {
    return deserialize(topic, headers, record, null);
  }

  @Override
  public @Nullable Object deserialize(String topic, Headers headers, @Nullable ByteBuffer record) {
    return record == null ? null : read(topic, headers, record.duplicate(), null);
  }

  /** The same, into that schema instead of what is configured. */
  public @Nullable Object deserialize(String topic, byte @Nullable [] record, Schema reader) {
    return deserialize(topic, null, record, reader);
  }

  /**
   * The same.
   *
   * @param headers may hold the schema's identifier; null: it stands in front of the record
   * @param reader null: what is configured
   */
  public @Nullable Object deserialize(
      String topic, @Nullable Headers headers, byte @Nullable [] record, @Nullable Schema reader) {
    return record == null ? null : read(topic, headers, ByteBuffer.wrap(record), reader);
  }

  private Object read(
      String topic, @Nullable Headers headers, ByteBuffer record, @Nullable Schema reader) {
    ReaderSchemas configured = readers;
    if (configured == null) {
      throw new IllegalStateException("The deserializer is not configured");
    }
    SchemaName name = SchemaName.of(headers, isKey, record);
    ReaderSchemas.Target target;
    try {
      target =
          reader == null ? configured.target(topic, name) : configured.target(topic, name, reader);
    } catch (RegistryException e) {
      throw Failures.asKafka(e, "No schema with id " + name + " for topic " + topic);
    }
    try {
      return decode(target, record);
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "Cannot read a record of topic " + topic + " with schema id " + name, e);
    }
  }

  private Object decode(ReaderSchemas.Target target, ByteBuffer record) throws IOException {
    if (target.writer().getType() == Schema.Type.BYTES) {
      byte[] bytes = new byte[record.remaining()];
      record.get(bytes);
      return bytes;
    }
    ByteBuffer heap = record;
    if (!record.hasArray()) {
      heap = ByteBuffer.allocate(record.remaining()).put(record).flip();
    }
    BinaryDecoder decoder =
        DecoderFactory.get()
            .binaryDecoder(
                heap.array(),
                heap.arrayOffset() + heap.position(),
                heap.remaining(),
                decoders.get());
    decoders.set(decoder);
    Object value = target.reader().read(null, decoder);
    return target.writer().getType() == Schema.Type.STRING ? value.toString() : value;
  }

  @Override
  public void close() {
    SchemaCache open = registry;
    if (open != null) {
      open.close();
    }
  }
}
