package io.wiredesk.cli.tool;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Foreign text made fit for a terminal: what came over a wire must not move the cursor, set colours
 * or pretend to be a line of ours. Stateless.
 */
public final class Plain {

  private static final int BYTES_A_ROW = 16;

  private Plain() {}

  /** One line: control and formatting characters are written as {@code \}{@code uXXXX}. */
  public static String line(@Nullable String text) {
    return text == null ? "-" : escape(text, "");
  }

  /** Lines and tabs stay as they are. */
  public static String lines(String text) {
    return escape(text.replace("\r\n", "\n"), "\n\t");
  }

  /** The bytes as text where they are UTF-8 without NUL, else null. */
  public static @Nullable String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') < 0 ? text : null;
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** The first bytes as rows of offset, hexadecimal and ASCII. */
  public static String hex(byte[] bytes, int most) {
    StringBuilder out = new StringBuilder();
    for (int row = 0; row < Math.min(bytes.length, most); row += BYTES_A_ROW) {
      int end = Math.min(Math.min(bytes.length, most), row + BYTES_A_ROW);
      StringBuilder ascii = new StringBuilder();
      for (int i = row; i < end; i++) {
        ascii.append(bytes[i] >= ' ' && bytes[i] < 0x7F ? (char) bytes[i] : '.');
      }
      String digits = HexFormat.ofDelimiter(" ").formatHex(bytes, row, end);
      out.append("%08x  %-47s  %s%n".formatted(row, digits, ascii));
    }
    return out.toString();
  }

  private static String escape(String text, String kept) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int type = Character.getType(c);
      boolean odd =
          type == Character.CONTROL
              || type == Character.FORMAT
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR;
      if (odd && kept.indexOf(c) < 0) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
