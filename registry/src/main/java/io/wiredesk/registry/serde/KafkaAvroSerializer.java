package io.wiredesk.registry.serde;

import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.client.ClientConfig;
import io.wiredesk.registry.client.Registries;
import io.wiredesk.registry.client.SchemaCache;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes generated and generic Avro records, primitives and bytes in Confluent's wire format;
 * configured by Confluent's keys ({@link SerdeConfig}). Null stays null. Safe for many threads once
 * configured; whoever made it closes it.
 *
 * <p>A registry that is down, slow or overloaded surfaces as a {@link
 * org.apache.kafka.common.errors.RetriableException}; what is wrong with the record or its schema
 * as a {@link SerializationException}.
 */
public final class KafkaAvroSerializer implements Serializer<Object> {
  /**
   * How the last records were written. One object, replaced as a whole: threads that share the
   * serializer see either of two complete ones.
   */
  private record Target(
      String topic,
      Schema recordSchema,
      Class<?> type,
      int id,
      Schema writeSchema,
      DatumWriter<Object> writer,
      long untilNanos) {}

  private record TargetKey(String topic, Schema schema, Class<?> type) {}

  private final ThreadLocal<ArrayEncoder> encoders = ThreadLocal.withInitial(ArrayEncoder::new);
  private final Map<TargetKey, Target> targets = new ConcurrentHashMap<>();
  private @Nullable Parts parts;
  private volatile @Nullable Target last;
  private @Nullable SchemaRegistry given;

  private record Parts(
      boolean isKey,
      SubjectNameStrategy subjects,
      JavaTypes types,
      SchemaCache registry,
      WriterSchemas schemas,
      long lifetimeNanos) {}

  /** For Kafka, which configures it afterwards. */
  public KafkaAvroSerializer() {}

  /** Over a registry that is open already; configured afterwards. */
  public KafkaAvroSerializer(SchemaRegistry registry) {
    this.given = registry;
  }

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    SerdeConfig config = new SerdeConfig(settings);
    SchemaRegistry registry = given == null ? Registries.open(config) : given;
    SchemaCache cache = new SchemaCache(registry, config);
    WriterSchemas schemas = new WriterSchemas(config, cache);
    long lifetime =
        schemas.choiceAges()
            ? Duration.ofSeconds(config.getLong(ClientConfig.LATEST_CACHE_TTL)).toNanos()
            : -1;
    targets.clear();
    last = null;
    parts =
        new Parts(isKey, config.subjects(isKey), new JavaTypes(config), cache, schemas, lifetime);
  }

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    Parts configured = parts();
    Schema schema = configured.types().schemaOf(value);
    Target target = last;
    if (target == null
        || target.recordSchema() != schema
        || target.type() != value.getClass()
        || !target.topic().equals(topic)
        || isOld(target)) {
      target = target(configured, topic, schema, value);
    }
    ArrayEncoder encoder = encoders.get();
    try {
      encoder.begin(target.id());
      write(configured, target, value, encoder);
      return encoder.result();
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "Cannot write a record of schema "
              + target.writeSchema().getFullName()
              + " for topic "
              + topic,
          e);
    }
  }

  private Parts parts() {
    Parts configured = parts;
    if (configured == null) {
      throw new IllegalStateException("The serializer is not configured");
    }
    return configured;
  }

  private static boolean isOld(Target target) {
    return target.untilNanos() != -1 && System.nanoTime() - target.untilNanos() >= 0;
  }

  private Target target(Parts configured, String topic, Schema schema, Object value) {
    TargetKey key = new TargetKey(topic, schema, value.getClass());
    Target target = targets.get(key);
    if (target == null || isOld(target)) {
      target = resolve(configured, topic, schema, value);
      targets.put(key, target);
    }
    last = target;
    return target;
  }

  private Target resolve(Parts configured, String topic, Schema schema, Object value) {
    String subject = configured.subjects().subject(topic, configured.isKey(), schema);
    try {
      WriterSchemas.Choice choice = configured.schemas().choose(subject, schema);
      return new Target(
          topic,
          schema,
          value.getClass(),
          choice.id(),
          choice.schema(),
          configured.types().writer(schema, value),
          configured.lifetimeNanos() == -1 ? -1 : System.nanoTime() + configured.lifetimeNanos());
    } catch (RegistryException e) {
      throw Failures.asKafka(e, "No schema id for subject " + subject);
    }
  }

  private void write(Parts configured, Target target, Object value, ArrayEncoder encoder)
      throws IOException {
    Schema write = target.writeSchema();
    if (write.getType() == Schema.Type.BYTES) {
      // Confluent's format: bytes at the top stand there as they are, without a length
      if (value instanceof byte[] bytes) {
        encoder.writeFixed(bytes, 0, bytes.length);
        return;
      }
      if (value instanceof ByteBuffer buffer) {
        encoder.writeFixed(buffer);
        return;
      }
    }
    if (write == target.recordSchema() || write.equals(target.recordSchema())) {
      target.writer().write(value, encoder);
    } else {
      writeResolved(configured, target, value, encoder);
    }
  }

  /** Another schema than the record's own: resolve by Avro's rules, not by position. */
  private void writeResolved(Parts configured, Target target, Object value, ArrayEncoder encoder)
      throws IOException {
    ArrayEncoder own = new ArrayEncoder();
    own.begin(0);
    target.writer().write(value, own);
    byte[] bytes = own.result();
    BinaryDecoder decoder =
        DecoderFactory.get()
            .binaryDecoder(
                bytes, Envelope.HEADER_BYTES, bytes.length - Envelope.HEADER_BYTES, null);
    Object resolved =
        new org.apache.avro.generic.GenericDatumReader<>(
                target.recordSchema(), target.writeSchema())
            .read(null, decoder);
    new org.apache.avro.generic.GenericDatumWriter<>(target.writeSchema()).write(resolved, encoder);
  }

  @Override
  public void close() {
    Parts configured = parts;
    if (configured != null) {
      configured.registry().close();
    }
  }
}
