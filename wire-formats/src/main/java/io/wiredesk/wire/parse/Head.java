package io.wiredesk.wire.parse;

import io.wiredesk.wire.charset.WireText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of some bytes, as bytes and as text good enough to find tell-tales in (ASCII is
 * right, the rest may be off). Immutable.
 */
final class Head {

  /** How many bytes are looked at. */
  static final int LIMIT = 32 * 1024;

  private static final String[][] KINDS = {
    {"ffd8ff", "a JPEG picture"},
    {"89504e47", "a PNG picture"},
    {"47494638", "a GIF picture"},
    {"49492a00", "a TIFF picture"},
    {"4d4d002a", "a TIFF picture"},
    {"25504446", "a PDF file"},
    {"504b0304", "a ZIP archive or office file"},
    {"504b0506", "an empty ZIP archive"},
    {"1f8b08", "a gzip archive"},
    {"425a68", "a bzip2 archive"},
    {"377abcaf271c", "a 7z archive"},
    {"526172211a07", "a RAR archive"},
    {"fd377a585a00", "an xz archive"},
    {"52494646", "a RIFF file (WAV, AVI, WebP)"},
    {"494433", "an MP3 file"},
    {"4f676753", "an Ogg file"},
    {"1a45dfa3", "a Matroska file"},
    {"000001ba", "an MPEG file"},
    {"000001b3", "an MPEG file"},
    {"d0cf11e0a1b11ae1", "an old office file"},
    {"7f454c46", "a program"},
    {"cafebabe", "a program"},
    {"38425053", "a Photoshop file"},
  };

  private record Magic(byte[] bytes, String kind) {}

  private static final List<Magic> MAGIC =
      Arrays.stream(KINDS).map(row -> new Magic(HexFormat.of().parseHex(row[0]), row[1])).toList();
  private static final byte[] FTYP = {'f', 't', 'y', 'p'};

  private final byte[] bytes;
  private final String text;

  private Head(byte[] bytes, String text) {
    this.bytes = bytes;
    this.text = text;
  }

  static Head of(byte[] bytes) {
    String text = new String(bytes, 0, Math.min(bytes.length, LIMIT), charset(bytes));
    return new Head(bytes, WireText.withoutMarks(text));
  }

  String text() {
    return text;
  }

  boolean isBlank() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != 0 && !Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
  }

  /** What the bytes begin like; null for text. */
  @Nullable String magic() {
    if (bytes.length > 0 && "<{[".indexOf(bytes[0]) >= 0 && !text.startsWith("ftyp", 4)) {
      return null;
    }
    if (has(FTYP, 4)) {
      return "an MP4, HEIF or QuickTime file";
    }
    for (Magic magic : MAGIC) {
      if (has(magic.bytes, 0)) {
        return magic.kind;
      }
    }
    return null;
  }

  private boolean has(byte[] wanted, int at) {
    if (bytes.length < at + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** True where more than one character in ten is none of a text's. */
  boolean isNoise() {
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 ? c != '\t' && c != '\n' && c != '\r' && c != '\f' : c == 0x7f || c == 0xfffd) {
        found++;
      }
    }
    return !text.isEmpty() && (double) found / text.length() > 0.1;
  }

  private static Charset charset(byte[] b) {
    if (b.length >= 2) {
      int first = (b[0] & 0xff) << 8 | (b[1] & 0xff);
      if (first == 0xfeff || (b[0] == 0 && b[1] >= 0x20)) {
        return StandardCharsets.UTF_16BE;
      }
      if (first == 0xfffe || (b[1] == 0 && b[0] >= 0x20)) {
        return StandardCharsets.UTF_16LE;
      }
      if (first == 0xefbb || first == 0xe280 || first == 0xe281) {
        return StandardCharsets.UTF_8; // a mark or a character without width
      }
    }
    return StandardCharsets.ISO_8859_1;
  }
}
