package io.wiredesk.wire.parse.text;

import java.util.Arrays;

/**
 * Bytes that a line sends while it has nothing to send: NUL, SYN, DEL and 0xFF, which is DEL with
 * its parity. 0xFF is a letter too (я, ÿ), so it goes only where no letter stands: at the beginning
 * and end of the bytes, beside control characters, and in runs of {@value #RUN} or more. Stateless.
 */
final class Fillers {

  private static final int RUN = 4;

  private Fillers() {}

  /** The bytes without fillers; the same where there are none, or where they are UTF-16. */
  static byte[] without(byte[] bytes) {
    if (bytes.length > 1 && (bytes[0] & bytes[1]) == 0xfffffffe) {
      return bytes;
    }
    byte[] out = new byte[bytes.length];
    int length = 0;
    for (int at = 0; at < bytes.length; ) {
      int end = at;
      while (end < bytes.length && isFiller(bytes[end])) {
        end++;
      }
      if (end > at && !isIdle(bytes, at, end)) {
        System.arraycopy(bytes, at, out, length, end - at);
        length += end - at;
      } else if (end == at) {
        out[length++] = bytes[end++];
      }
      at = end;
    }
    return length == bytes.length ? bytes : Arrays.copyOf(out, length);
  }

  private static boolean isIdle(byte[] bytes, int from, int to) {
    return from == 0
        || to - from >= RUN
        || isControl(bytes[from - 1])
        || (to < bytes.length
            ? isControl(bytes[to])
            : bytes[from - 1] > 0 && bytes[from - 1] != ' ');
  }

  /** One of the line's own, no end of a line. */
  private static boolean isControl(byte b) {
    return b >= 0 && b < ' ' && "\t\n\f\r".indexOf(b) < 0;
  }

  private static boolean isFiller(byte b) {
    return b == 0 || b == 0x16 || b == 0x7f || b == (byte) 0xff;
  }
}
