package io.wiredesk.registry.serde;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * By what a record says with which schema it was written: an identifier in front of it, or an
 * identifier or a UUID in a header, as Confluent's serializers write it when told to. Immutable.
 *
 * @param id identifier, 0 where there is a UUID
 * @param guid UUID, null where there is an identifier
 */
record SchemaName(int id, @Nullable String guid) {
  private static final String HEADER_OF_KEY = "__key_schema_id";
  private static final String HEADER_OF_VALUE = "__value_schema_id";
  private static final byte ID = 0;
  private static final byte GUID = 1;

  /** From the header where there is one, else from the first bytes, which are then read past. */
  static SchemaName of(@Nullable Headers headers, boolean isKey, ByteBuffer record) {
    Header header =
        headers == null ? null : headers.lastHeader(isKey ? HEADER_OF_KEY : HEADER_OF_VALUE);
    return header == null || header.value() == null
        ? new SchemaName(Envelope.readId(record), null)
        : in(ByteBuffer.wrap(header.value()));
  }

  private static SchemaName in(ByteBuffer header) {
    byte magic = header.hasRemaining() ? header.get() : -1;
    if (magic == ID && header.remaining() == Integer.BYTES) {
      return new SchemaName(header.getInt(), null);
    }
    if (magic == GUID && header.remaining() == 2 * Long.BYTES) {
      return new SchemaName(0, new UUID(header.getLong(), header.getLong()).toString());
    }
    throw new SerializationException("The header with the schema's id cannot be read");
  }

  @Override
  public String toString() {
    return guid == null ? Integer.toString(id) : guid;
  }
}
