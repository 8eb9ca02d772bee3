package io.wiredesk.wire.parse.mail;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Quoted-printable text (RFC 2045 §6.7) where every sign of equality is used as it should be; the
 * library's stream, which goes through three others for each byte, is left the rest. Stateless.
 */
final class QuotedPrintable {

  private QuotedPrintable() {}

  /** The bytes that the library would give; null where something is not as the RFC has it. */
  static byte @Nullable [] decode(byte[] encoded) {
    byte[] out = new byte[encoded.length];
    int length = 0;
    for (int i = 0; i < encoded.length; i++) {
      byte b = encoded[i];
      if (b == ' ') {
        int end = i;
        while (end < encoded.length && encoded[end] == ' ') {
          end++;
        }
        if (end < encoded.length && encoded[end] != '\r' && encoded[end] != '\n') {
          Arrays.fill(out, length, length + end - i, b); // those at the end of a line are none
          length += end - i;
        }
        i = end - 1;
      } else if (b != '=') {
        out[length++] = b;
      } else if (starts(encoded, i + 1, '\n')) {
        i++;
      } else if (starts(encoded, i + 1, '\r') && starts(encoded, i + 2, '\n')) {
        i += 2;
      } else {
        int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
        int low = high < 0 ? -1 : Character.digit(encoded[i + 2], 16);
        if (low < 0) {
          return null;
        }
        out[length++] = (byte) (high << 4 | low);
        i += 2;
      }
    }
    return Arrays.copyOf(out, length);
  }

  private static boolean starts(byte[] bytes, int at, char c) {
    return at < bytes.length && bytes[at] == c;
  }
}
