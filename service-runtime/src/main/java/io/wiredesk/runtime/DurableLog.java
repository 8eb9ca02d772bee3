package io.wiredesk.runtime;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Appends records so that they survive: an append returns only when the broker has the record for
 * good. Thread-safe.
 */
public interface DurableLog extends AutoCloseable {

  /**
   * Appends and waits.
   *
   * @param value null on a compacted topic: takes the key away
   * @throws RuntimeException for which {@link SlowWorld} is to blame when the broker does not
   *     confirm in time; the record may then be on the log or not, so the source must send it again
   */
  LogPosition append(String topic, String key, @Nullable SpecificRecord value);

  @Override
  void close();
}
