package io.wiredesk.wire.charset;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The grammar of UTF-8 (RFC 3629 §4), for bytes that may follow it only partly. Stateless. */
final class Utf8 {

  private Utf8() {}

  /** The bytes from a place on as text; null where they are no valid UTF-8. */
  static @Nullable String strict(byte[] bytes, int from) {
    return Decoding.strict(bytes, from, StandardCharsets.UTF_8);
  }

  /** True where bytes above ASCII are valid sequences more often than not. */
  static boolean isLikely(byte[] bytes) {
    int good = 0;
    int bad = 0;
    for (int i = 0; i < bytes.length; ) {
      int length = sequence(bytes, i);
      good += length > 1 ? 1 : 0;
      bad += length == 0 ? 1 : 0;
      i += Math.max(1, length);
    }
    return good > bad;
  }

  /** Length of the valid sequence that starts at {@code at}, 1–4; 0 where there is none. */
  static int sequence(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    if (first < 0x80) {
      return 1;
    }
    int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xff;
    int low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
