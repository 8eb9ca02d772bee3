package io.wiredesk.runtime;

import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Keys as the services read them: UTF-8 strings, and never none. A record without a key is poison:
 * nothing says which feed or item it is of, and it lies on a partition by chance. Safe for many
 * threads.
 */
public final class RecordKeys implements Deserializer<String> {

  private final StringDeserializer strings = new StringDeserializer();

  /** The same as a serde, for the DSL. */
  public static Serde<String> serde() {
    return Serdes.serdeFrom(Serdes.String().serializer(), new RecordKeys());
  }

  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    strings.configure(configs, isKey);
  }

  @Override
  public String deserialize(String topic, byte @Nullable [] key) {
    if (key == null) {
      throw new SerializationException("The record has no key");
    }
    return strings.deserialize(topic, key);
  }
}
