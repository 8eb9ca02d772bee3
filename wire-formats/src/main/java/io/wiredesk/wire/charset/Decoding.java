package io.wiredesk.wire.charset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes to characters in a known character set. Stateless. */
final class Decoding {

  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private Decoding() {}

  /** The bytes from a place on as text; null where some of them are none of the set. */
  static @Nullable String strict(byte[] bytes, int from, Charset charset) {
    if (charset.equals(WINDOWS_1252)) {
      return windows1252(bytes, from);
    }
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** The same with U+FFFD for what cannot be read. */
  static String lenient(byte[] bytes, int from, Charset charset) {
    return charset.equals(WINDOWS_1252)
        ? windows1252(bytes, from)
        : new String(bytes, from, bytes.length - from, charset);
  }

  /**
   * UTF-8 with some bytes that are not: those are read as Windows-1252, so that nothing is lost.
   *
   * @return the text, and the number of such bytes
   */
  static Mended utf8(byte[] bytes, int from) {
    StringBuilder out = new StringBuilder(bytes.length);
    int bad = 0;
    int good = from;
    for (int i = from; i < bytes.length; ) {
      int length = Utf8.sequence(bytes, i);
      if (length == 0) {
        out.append(new String(bytes, good, i - good, StandardCharsets.UTF_8));
        out.append(windows1252(new byte[] {bytes[i]}, 0));
        bad++;
        good = i + 1;
      }
      i += Math.max(1, length);
    }
    out.append(new String(bytes, good, bytes.length - good, StandardCharsets.UTF_8));
    return new Mended(out.toString(), bad);
  }

  record Mended(String text, int badBytes) {}

  /** Windows-1252 with its five holes filled as the web does: no byte is lost. */
  private static String windows1252(byte[] bytes, int from) {
    String text = new String(bytes, from, bytes.length - from, WINDOWS_1252);
    if (text.indexOf('\ufffd') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\ufffd') {
        out.setCharAt(i, (char) (bytes[from + i] & 0xff));
      }
    }
    return out.toString();
  }
}
