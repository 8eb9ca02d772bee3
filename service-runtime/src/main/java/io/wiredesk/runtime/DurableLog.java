package io.wiredesk.runtime;

import org.apache.avro.specific.SpecificRecord;

/**
 * Appends records so that they survive: an append returns only when the broker has the record for
 * good. Thread-safe.
 */
public interface DurableLog extends AutoCloseable {

  /**
   * Appends and waits.
   *
   * @throws RuntimeException for which {@link SlowWorld} is to blame when the broker does not
   *     confirm in time; the record may then be on the log or not, so the source must send it again
   */
  LogPosition append(String topic, String key, SpecificRecord value);

  @Override
  void close();
}
