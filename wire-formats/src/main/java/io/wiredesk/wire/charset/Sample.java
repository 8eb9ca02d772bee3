package io.wiredesk.wire.charset;

import java.util.Arrays;

/** The copy among some bytes, for statistics. Stateless. */
final class Sample {

  private Sample() {}

  /** The first bytes of copy: what stands between "&lt;" and "&gt;" is left out. */
  static byte[] of(byte[] bytes, int most) {
    byte[] copy = new byte[Math.min(bytes.length, most)];
    int length = 0;
    for (int i = 0; i < bytes.length && length < copy.length; i++) {
      int end = bytes[i] == '<' ? tagEnd(bytes, i) : -1;
      if (end > 0) {
        i = end;
        copy[length++] = ' ';
      } else {
        copy[length++] = bytes[i];
      }
    }
    return Arrays.copyOf(copy, length);
  }

  /** Of bytes above ASCII and ASCII letters together, the part that is above; 0 where none are. */
  static double shareAboveAscii(byte[] sample) {
    int above = 0;
    int letters = 0;
    for (byte b : sample) {
      above += b < 0 ? 1 : 0;
      letters += b >= 0 && Character.isLetter(b) ? 1 : 0;
    }
    return above == 0 ? 0 : (double) above / (above + letters);
  }

  /** Where a tag ends, within a length that a tag may have; -1 where none starts here. */
  private static int tagEnd(byte[] bytes, int at) {
    int last = Math.min(bytes.length, at + 1_000);
    for (int i = at + 1; i < last; i++) {
      if (bytes[i] == '>') {
        return i;
      }
      if (bytes[i] == '<') {
        return -1;
      }
    }
    return -1;
  }
}
