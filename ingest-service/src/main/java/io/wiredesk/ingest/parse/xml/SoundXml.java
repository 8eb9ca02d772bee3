package io.wiredesk.ingest.parse.xml;

import io.wiredesk.ingest.parse.AsciiRun;
import io.wiredesk.ingest.parse.FirstBytes;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A document whose bytes can go to the XML parser as they are, as a quick look shows, which most
 * can: from the first byte on "&lt;", but for a byte order mark; UTF-8, said or unsaid, or nothing
 * but ASCII; and no reference but the five of XML and the numbers of ordinary characters. What the
 * look cannot see (a byte that is no UTF-8, a control character) makes the parser fail, so nothing
 * is read otherwise than it would be with repairs. Immutable.
 */
final class SoundXml {

  private static final List<String> KNOWN = List.of("amp;", "lt;", "gt;", "quot;", "apos;");
  private static final List<String> ASCII_BELOW =
      List.of("\"ISO-8859-", "'ISO-8859-", "\"WINDOWS-125", "\"US-ASCII\"");
  private static final int LONGEST_NUMBER = 8;

  private final byte[] bytes;
  private final int start;

  /** A character for each byte. */
  private final String text;

  private SoundXml(byte[] bytes, int start, String text) {
    this.bytes = bytes;
    this.start = start;
    this.text = text;
  }

  /** Null where the document may need repairs. */
  static @Nullable SoundXml of(byte[] bytes) {
    boolean marked = FirstBytes.areUtf8Mark(bytes);
    int start = marked ? 3 : 0;
    if (bytes.length < start + 2 || bytes[start] != '<' || bytes[start + 1] == 0) {
      return null;
    }
    String text = new String(bytes, start, bytes.length - start, StandardCharsets.ISO_8859_1);
    boolean sound =
        (isUtf8(text) || (!marked && isSaidAscii(bytes, text)))
            && hasKnownReferences(text)
            && !isDoubtful(bytes, start);
    return sound ? new SoundXml(bytes, start, text) : null;
  }

  /** The bytes behind the mark. */
  InputStream stream() {
    return new ByteArrayInputStream(bytes, start, bytes.length - start);
  }

  LineNumbers lines() {
    return LineNumbers.ofUtf8(text);
  }

  private static boolean isUtf8(String text) {
    if (!text.startsWith("<?xml")) {
      return true;
    }
    String declaration = declaration(text);
    return declaration.contains("\"UTF-8\"")
        || declaration.contains("'UTF-8'")
        || !(declaration.isEmpty() || declaration.contains("ENCODING"));
  }

  /** Said to be in a character set that ASCII is the lower half of, and nothing but that half. */
  private static boolean isSaidAscii(byte[] bytes, String text) {
    String declaration = declaration(text);
    return ASCII_BELOW.stream().anyMatch(declaration::contains)
        && AsciiRun.end(bytes, 0) == bytes.length;
  }

  /**
   * Has the first byte of a sequence that Woodstox takes although RFC 3629 §4 forbids some of them
   * (C0, C1, E0, F0: overlong forms), or the start of U+FFFE and U+FFFF, which XML forbids.
   */
  private static boolean isDoubtful(byte[] bytes, int from) {
    for (int at = AsciiRun.end(bytes, from); at < bytes.length; at = AsciiRun.end(bytes, at + 1)) {
      int b = bytes[at] & 0xff;
      boolean highest = at + 1 == bytes.length || bytes[at + 1] == (byte) 0xbf;
      if (b == 0xc0 || b == 0xc1 || b == 0xe0 || b == 0xf0 || (b == 0xef && highest)) {
        return true;
      }
    }
    return false;
  }

  /** In capitals, empty where it has no end. */
  private static String declaration(String text) {
    return text.substring(0, Math.max(text.indexOf("?>"), 0)).toUpperCase(Locale.ROOT);
  }

  private static boolean hasKnownReferences(String text) {
    for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
      int name = at + 1;
      boolean known =
          text.startsWith("#", name)
              ? isOrdinary(text, name + 1)
              : KNOWN.stream().anyMatch(each -> text.startsWith(each, name));
      if (!known) {
        return false;
      }
    }
    return true;
  }

  /** A number that XML allows and that nobody means as a code of Windows-1252. */
  private static boolean isOrdinary(String text, int from) {
    int end = text.indexOf(';', from);
    if (end < 0 || end - from > LONGEST_NUMBER) {
      return false;
    }
    boolean hex = text.startsWith("x", from);
    try {
      int code = Integer.parseInt(text, hex ? from + 1 : from, end, hex ? 16 : 10);
      return (code >= ' ' && code < 0x7f) || (code >= 0xa0 && code < 0xd800);
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }
}
