package io.wiredesk.wire.parse.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The base64 of a text part (RFC 2045 §6.8), with the clear lines that lists put behind it: these
 * stand in the result as they are. Stateless.
 */
final class Base64Text {

  private static final Pattern ENCODED =
      Pattern.compile("([A-Za-z0-9+/]+={0,2})[^A-Za-z0-9\\s]{0,4}");

  private Base64Text() {}

  static byte[] decode(byte[] raw) {
    StringBuilder encoded = new StringBuilder(raw.length);
    StringBuilder clear = new StringBuilder();
    boolean ended = false;
    for (String line : new String(raw, StandardCharsets.ISO_8859_1).split("\\R", -1)) {
      String bare = line.strip();
      Matcher digits = ENCODED.matcher(bare);
      ended |= !bare.isEmpty() && !digits.matches();
      if (ended) {
        clear.append(line).append('\n');
      } else if (!bare.isEmpty()) {
        encoded.append(digits.group(1));
        ended = digits.group(1).endsWith("=");
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
    out.writeBytes(bytes(encoded.toString()));
    if (!clear.toString().isBlank()) {
      out.write('\n');
      out.writeBytes(clear.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
    return out.toByteArray();
  }

  /** A part that was cut off keeps its whole bytes. */
  private static byte[] bytes(String encoded) {
    String digits = encoded.replace("=", "");
    int whole = digits.length() - (digits.length() % 4 == 1 ? 1 : 0);
    return Base64.getDecoder().decode(digits.substring(0, whole));
  }
}
