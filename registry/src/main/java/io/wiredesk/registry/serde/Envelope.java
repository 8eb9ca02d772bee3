package io.wiredesk.registry.serde;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/** What stands in front of every record: byte 0 and the schema's identifier. Stateless. */
final class Envelope {
  static final byte MAGIC = 0;
  static final int HEADER_BYTES = 5;

  private Envelope() {}

  /** The identifier; the buffer then stands at the first byte of the record. */
  static int readId(ByteBuffer record) {
    if (record.remaining() < HEADER_BYTES) {
      throw new SerializationException(
          "Not in the schema registry's wire format: only " + record.remaining() + " bytes");
    }
    byte magic = record.get();
    if (magic != MAGIC) {
      throw new SerializationException("Unknown magic byte " + magic + " (expected 0)");
    }
    return record.getInt();
  }
}
