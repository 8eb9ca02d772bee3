package io.wiredesk.registry.serde;

import org.apache.avro.Schema;

/** Decides under which subject a schema is registered. Must be safe for many threads. */
@FunctionalInterface
public interface SubjectNameStrategy {

  /**
   * @param topic topic of the record
   * @param isKey is it the record's key?
   * @param schema schema of the key or value
   * @return the subject, never empty
   * @throws org.apache.kafka.common.errors.SerializationException when there is none for it
   */
  String subject(String topic, boolean isKey, Schema schema);
}
