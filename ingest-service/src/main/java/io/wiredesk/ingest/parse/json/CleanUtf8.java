package io.wiredesk.ingest.parse.json;

import io.wiredesk.ingest.parse.text.Utf8;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Says whether bytes can go to a parser of UTF-8 as they are, so that they need not become a text
 * first. Stateless.
 */
final class CleanUtf8 {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final long ONES = 0x0101_0101_0101_0101L;

  private CleanUtf8() {}

  /** Valid UTF-8 without a byte order mark and without NUL. */
  static boolean is(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      if (at + Long.BYTES <= bytes.length) {
        long eight = (long) EIGHT.get(bytes, at);
        // a high bit where a byte is not ASCII; the lowest one also where a byte is zero
        long odd = (eight | (eight - ONES)) & HIGH_BITS;
        if (odd == 0) {
          at += Long.BYTES;
          continue;
        }
        at += Long.numberOfTrailingZeros(odd) >>> 3;
      }
      int length = bytes[at] == 0 ? 0 : Utf8.sequence(bytes, at);
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return !isMarked(bytes);
  }

  private static boolean isMarked(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xef
        && bytes[1] == (byte) 0xbb
        && bytes[2] == (byte) 0xbf;
  }
}
