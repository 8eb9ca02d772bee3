package io.wiredesk.ingest.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The beginning of some bytes, as bytes and as text good enough to find tell-tales in (ASCII is
 * right, the rest may be off). Immutable.
 */
final class Head {

  /** How many bytes are looked at. */
  static final int LIMIT = 32 * 1024;

  private static final String[][] MAGIC = {
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

  private final byte[] bytes;
  private final String text;

  private Head(byte[] bytes, String text) {
    this.bytes = bytes;
    this.text = text;
  }

  static Head of(byte[] all) {
    byte[] bytes = Arrays.copyOf(all, Math.min(all.length, LIMIT));
    String text = new String(bytes, charset(bytes));
    return new Head(bytes, text.startsWith("\ufeff") ? text.substring(1) : text);
  }

  String text() {
    return text;
  }

  boolean isBlank() {
    return text.chars().allMatch(c -> c == 0 || Character.isWhitespace(c));
  }

  Optional<String> magic() {
    if (bytes.length > 0 && "<{[".indexOf(bytes[0]) >= 0 && !text.startsWith("ftyp", 4)) {
      return Optional.empty();
    }
    String hex = java.util.HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 12));
    if (hex.startsWith("66747970", 8)) {
      return Optional.of("an MP4, HEIF or QuickTime file");
    }
    return Arrays.stream(MAGIC).filter(row -> hex.startsWith(row[0])).map(row -> row[1]).findAny();
  }

  /** Share of characters that the predicate holds for, 0–1. */
  double share(IntPredicate predicate) {
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      found += predicate.test(text.charAt(i)) ? 1 : 0;
    }
    return text.isEmpty() ? 0 : (double) found / text.length();
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
      if (first == 0xefbb) {
        return StandardCharsets.UTF_8;
      }
    }
    return StandardCharsets.ISO_8859_1;
  }
}
