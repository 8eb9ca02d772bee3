package io.wiredesk.registry.serde;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.io.BinaryData;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.util.Utf8;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Avro's binary encoding straight into an array that grows: nothing between the record and the
 * bytes, and one copy for the result. For one thread; used again for the next record.
 */
final class ArrayEncoder extends BinaryEncoder {
  private static final int START = 2048;
  private static final int LARGEST_KEPT = 1 << 20;
  private static final int LONGEST_NUMBER = 10;

  private byte[] bytes = new byte[START];
  private int size;

  /** Begins a record: the magic byte and the identifier, high byte first. */
  void begin(int id) {
    bytes[0] = Envelope.MAGIC;
    bytes[1] = (byte) (id >>> 24);
    bytes[2] = (byte) (id >>> 16);
    bytes[3] = (byte) (id >>> 8);
    bytes[4] = (byte) id;
    size = Envelope.HEADER_BYTES;
  }

  /** What was written since {@link #begin}; the array after a huge record is let go. */
  byte[] result() {
    byte[] result = Arrays.copyOf(bytes, size);
    if (bytes.length > LARGEST_KEPT) {
      bytes = new byte[START];
    }
    size = 0;
    return result;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      long wanted = Math.max((long) size + more, 2L * bytes.length);
      if ((long) size + more > Integer.MAX_VALUE - 8) {
        throw new SerializationException("A record cannot be larger than 2 GiB");
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, Integer.MAX_VALUE - 8));
    }
  }

  @Override
  public void writeBoolean(boolean b) {
    room(1);
    bytes[size++] = (byte) (b ? 1 : 0);
  }

  @Override
  public void writeInt(int n) {
    room(LONGEST_NUMBER);
    int zigzag = (n << 1) ^ (n >> 31);
    if ((zigzag & ~0x7F) == 0) {
      bytes[size++] = (byte) zigzag;
    } else {
      size += BinaryData.encodeInt(n, bytes, size);
    }
  }

  @Override
  public void writeLong(long n) {
    room(LONGEST_NUMBER);
    size += BinaryData.encodeLong(n, bytes, size);
  }

  @Override
  public void writeFloat(float f) {
    room(LONGEST_NUMBER);
    size += BinaryData.encodeFloat(f, bytes, size);
  }

  @Override
  public void writeDouble(double d) {
    room(LONGEST_NUMBER);
    size += BinaryData.encodeDouble(d, bytes, size);
  }

  @Override
  public void writeString(String string) {
    if (string.isEmpty()) {
      writeZero();
      return;
    }
    byte[] utf8 = string.getBytes(StandardCharsets.UTF_8);
    writeBytes(utf8, 0, utf8.length);
  }

  @Override
  public void writeString(Utf8 utf8) {
    writeBytes(utf8.getBytes(), 0, utf8.getByteLength());
  }

  @Override
  public void writeBytes(byte[] from, int start, int length) {
    writeInt(length);
    writeFixed(from, start, length);
  }

  @Override
  public void writeBytes(ByteBuffer from) {
    writeInt(from.remaining());
    writeFixed(from);
  }

  @Override
  public void writeFixed(byte[] from, int start, int length) {
    room(length);
    System.arraycopy(from, start, bytes, size, length);
    size += length;
  }

  @Override
  public void writeFixed(ByteBuffer from) {
    int length = from.remaining();
    room(length);
    from.duplicate().get(bytes, size, length);
    size += length;
  }

  @Override
  protected void writeZero() {
    room(1);
    bytes[size++] = 0;
  }

  @Override
  public int bytesBuffered() {
    return 0;
  }

  @Override
  public void flush() {
    // there is nothing behind the array
  }
}
