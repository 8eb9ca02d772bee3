package io.wiredesk.ingest.parse;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Stretches of bytes that are ASCII and not NUL, which most of a wire is: stepped over by eight.
 * Stateless.
 */
public final class AsciiRun {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final long ONES = 0x0101_0101_0101_0101L;

  private AsciiRun() {}

  /**
   * Place of the first byte from here on that is not ASCII or is NUL; the length where there is
   * none.
   */
  public static int end(byte[] bytes, int from) {
    int at = from;
    while (at + Long.BYTES <= bytes.length) {
      long eight = (long) EIGHT.get(bytes, at);
      // a high bit where a byte is not ASCII; the lowest one also where a byte is zero
      long odd = (eight | (eight - ONES)) & HIGH_BITS;
      if (odd != 0) {
        return at + (Long.numberOfTrailingZeros(odd) >>> 3);
      }
      at += Long.BYTES;
    }
    while (at < bytes.length && bytes[at] > 0) {
      at++;
    }
    return at;
  }
}
