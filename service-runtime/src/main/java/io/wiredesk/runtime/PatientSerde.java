package io.wiredesk.runtime;

import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A serde whose calls wait while the schema registry is away, so that neither a poll loop nor a
 * send fails for it. Thread rule and closing: as the serde it wraps.
 */
final class PatientSerde<T> implements Serde<T> {

  private final Serde<T> wrapped;
  private final Patience patience;

  PatientSerde(Serde<T> wrapped, Patience patience) {
    this.wrapped = wrapped;
    this.patience = patience;
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
    return new PatientSerializer<>(wrapped.serializer(), patience);
  }

  @Override
  public Deserializer<T> deserializer() {
    return new PatientDeserializer<>(wrapped.deserializer(), patience);
  }

  private record PatientSerializer<T>(Serializer<T> wrapped, Patience patience)
      implements Serializer<T> {
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
      wrapped.configure(configs, isKey);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T data) {
      return patience.retry(() -> wrapped.serialize(topic, data));
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T data) {
      return patience.retry(() -> wrapped.serialize(topic, headers, data));
    }

    @Override
    public void close() {
      wrapped.close();
    }
  }

  private record PatientDeserializer<T>(Deserializer<T> wrapped, Patience patience)
      implements Deserializer<T> {
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
      wrapped.configure(configs, isKey);
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] data) {
      return patience.<@Nullable T>retry(() -> wrapped.deserialize(topic, data));
    }

    @Override
    public @Nullable T deserialize(String topic, Headers headers, byte @Nullable [] data) {
      return patience.<@Nullable T>retry(() -> wrapped.deserialize(topic, headers, data));
    }

    @Override
    public void close() {
      wrapped.close();
    }
  }
}
