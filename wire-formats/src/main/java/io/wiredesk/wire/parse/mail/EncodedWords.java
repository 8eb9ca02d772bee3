package io.wiredesk.wire.parse.mail;

import io.wiredesk.wire.charset.CharsetLabels;
import io.wiredesk.wire.charset.WireText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encoded words of mail headers (RFC 2047). Words of one character set that stand behind each other
 * are put together as bytes before they are decoded: senders cut characters in two. What is broken
 * stays as it is. Stateless.
 */
final class EncodedWords {

  private static final Pattern WORD =
      Pattern.compile("=\\?([^?*\\s]{1,60})(?:\\*[^?]{0,20})?\\?([bBqQ])\\?([^?]*)\\?=");

  private static final Pattern NO_DIGIT = Pattern.compile("[^A-Za-z0-9+/]");

  private EncodedWords() {}

  static String decoded(String header) {
    Matcher word = WORD.matcher(header);
    StringBuilder out = new StringBuilder(header.length());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String charset = "";
    int done = 0;
    while (word.find()) {
      String between = header.substring(done, word.start());
      boolean goesOn = bytes.size() > 0 && between.isBlank();
      if (!goesOn || !charset.equalsIgnoreCase(word.group(1))) {
        flush(bytes, charset, out);
        out.append(goesOn ? "" : between);
        charset = word.group(1);
      }
      bytes.writeBytes(bytes(word.group(2), word.group(3)));
      done = word.end();
    }
    flush(bytes, charset, out);
    return out.append(header, done, header.length()).toString();
  }

  private static void flush(ByteArrayOutputStream bytes, String label, StringBuilder out) {
    if (bytes.size() > 0) {
      byte[] all = bytes.toByteArray();
      Charset known = CharsetLabels.named(label).orElse(StandardCharsets.UTF_8);
      boolean wide = known.name().startsWith("UTF-16") || known.name().startsWith("ISO-2022");
      out.append(wide ? new String(all, known) : WireText.of(all, label).value());
      bytes.reset();
    }
  }

  private static byte[] bytes(String encoding, String text) {
    if (encoding.equalsIgnoreCase("b")) {
      String digits = NO_DIGIT.matcher(text).replaceAll("");
      // one digit alone is less than a byte
      int whole = digits.length() - (digits.length() % 4 == 1 ? 1 : 0);
      return Base64.getDecoder().decode(digits.substring(0, whole));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int code = c == '=' && i + 2 < text.length() ? hex(text, i + 1) : -1;
      out.write(code >= 0 ? code : c == '_' ? ' ' : c);
      i += code >= 0 ? 2 : 0;
    }
    return out.toByteArray();
  }

  private static int hex(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
