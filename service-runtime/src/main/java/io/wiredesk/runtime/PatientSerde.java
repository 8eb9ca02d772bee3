package io.wiredesk.runtime;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A serde whose calls wait while the schema registry is away or refuses, so that neither a poll
 * loop nor a send fails for it; what may not be on a topic ({@link RecordRules}) is refused as
 * poison. A record of the contract is written with its headers ({@link EventHeaders}). Before the
 * first record for a topic is written, its subject is there ({@link Subjects}). Thread rule and
 * closing: as the serde it wraps.
 */
final class PatientSerde<T> implements Serde<T> {

  private final Serde<T> wrapped;
  private final Around around;

  /**
   * What a serde works with.
   *
   * @param patience waits for the registry
   * @param subjects are made sure of before anything is written under them
   * @param type what every record must be; null: what the topic says
   */
  record Around(Patience patience, Subjects subjects, @Nullable Class<?> type) {}

  PatientSerde(Serde<T> wrapped, Around around) {
    this.wrapped = wrapped;
    this.around = around;
  }

  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    wrapped.configure(configs, isKey);
  }

  @Override
  public void close() {
    wrapped.close();
  }

  @Override
  public Serializer<T> serializer() {
    return new PatientSerializer<>(wrapped.serializer(), around);
  }

  @Override
  public Deserializer<T> deserializer() {
    return new PatientDeserializer<>(wrapped.deserializer(), around);
  }

  private record PatientSerializer<T>(Serializer<T> wrapped, Around around)
      implements Serializer<T> {
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
      wrapped.configure(configs, isKey);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T data) {
      return bounded(topic, data, () -> wrapped.serialize(topic, data));
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T data) {
      EventHeaders.set(headers, topic, data);
      return bounded(topic, data, () -> wrapped.serialize(topic, headers, data));
    }

    private byte @Nullable [] bounded(
        String topic, @Nullable T data, Supplier<byte @Nullable []> writing) {
      byte[] bytes =
          around.patience().<byte @Nullable []>retry(() -> written(topic, data, writing));
      RecordRules.checkBytes(topic, bytes);
      return bytes;
    }

    private byte @Nullable [] written(
        String topic, @Nullable T data, Supplier<byte @Nullable []> writing) {
      try {
        if (data instanceof SpecificRecord record) {
          around.subjects().ensure(topic, record.getSchema());
        }
        return writing.get();
      } catch (RuntimeException e) {
        throw RegistryRefusal.ofWriting(e);
      }
    }

    @Override
    public void close() {
      wrapped.close();
    }
  }

  private record PatientDeserializer<T>(Deserializer<T> wrapped, Around around)
      implements Deserializer<T> {
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
      wrapped.configure(configs, isKey);
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] data) {
      return checked(topic, data, () -> wrapped.deserialize(topic, data));
    }

    @Override
    public @Nullable T deserialize(String topic, Headers headers, byte @Nullable [] data) {
      return checked(topic, data, () -> wrapped.deserialize(topic, headers, data));
    }

    private @Nullable T checked(
        String topic, byte @Nullable [] data, Supplier<@Nullable T> reading) {
      RecordRules.checkBytes(topic, data);
      T value = around.patience().<@Nullable T>retry(() -> read(reading));
      RecordRules.checkType(topic, around.type(), value);
      return value;
    }

    private static <T> @Nullable T read(Supplier<@Nullable T> reading) {
      try {
        return reading.get();
      } catch (RuntimeException e) {
        throw RegistryRefusal.ofReading(e);
      }
    }

    @Override
    public void close() {
      wrapped.close();
    }
  }
}
