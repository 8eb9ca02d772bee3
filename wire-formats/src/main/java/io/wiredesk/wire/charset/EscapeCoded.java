package io.wiredesk.wire.charset;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text of seven bits that changes its character set by escapes (ISO/IEC 2022). Stateless. */
final class EscapeCoded {

  private record Designation(String escape, String charset) {}

  /** RFC 1468, RFC 1557, RFC 1922. */
  private static final List<Designation> DESIGNATIONS =
      List.of(
          new Designation("\u001b$)C", "ISO-2022-KR"),
          new Designation("\u001b$)A", "ISO-2022-CN"),
          new Designation("\u001b$B", "ISO-2022-JP"),
          new Designation("\u001b$@", "ISO-2022-JP"),
          new Designation("\u001b$(D", "ISO-2022-JP"),
          new Designation("\u001b(J", "ISO-2022-JP"));

  private EscapeCoded() {}

  /**
   * The set whose escapes stand in the bytes; null where there are none, or bytes of eight bits.
   */
  static @Nullable Charset charset(byte[] bytes) {
    boolean escape = false;
    for (byte b : bytes) {
      if (b < 0) {
        return null;
      }
      escape |= b == 0x1b;
    }
    if (!escape) {
      return null;
    }
    String text = Decoding.lenient(bytes, 0, Decoding.WINDOWS_1252);
    return DESIGNATIONS.stream()
        .filter(designation -> text.contains(designation.escape()))
        .findFirst()
        .map(designation -> Charset.forName(designation.charset()))
        .orElse(null);
  }
}
