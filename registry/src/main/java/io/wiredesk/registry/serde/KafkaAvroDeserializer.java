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

  /** For Kafka, which configures it afterwards. */
  public KafkaAvroDeserializer() {}

  /** Over a registry that is open already; configured afterwards. */
  public KafkaAvroDeserializer(SchemaRegistry registry) {
    this.given = registry;
  }

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    SerdeConfig config = new SerdeConfig(settings);
    registry = new SchemaCache(given == null ? Registries.open(config) : given, config);
    readers = new ReaderSchemas(config, isKey, registry);
  }

  @Override
  public @Nullable Object deserialize(String topic, byte @Nullable [] record) {
    return record == null ? null : read(topic, ByteBuffer.wrap(record));
  }

  @Override
  public @Nullable Object deserialize(String topic, Headers headers, @Nullable ByteBuffer record) {
    return record == null ? null : read(topic, record.duplicate());
  }

  private Object read(String topic, ByteBuffer record) {
    ReaderSchemas configured = readers;
    if (configured == null) {
      throw new IllegalStateException("The deserializer is not configured");
    }
    int id = Envelope.readId(record);
    ReaderSchemas.Target target;
    try {
      target = configured.target(topic, id);
    } catch (RegistryException e) {
      throw Failures.asKafka(e, "No schema with id " + id + " for topic " + topic);
    }
    try {
      return decode(target, record);
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "Cannot read a record of topic " + topic + " with schema id " + id, e);
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
