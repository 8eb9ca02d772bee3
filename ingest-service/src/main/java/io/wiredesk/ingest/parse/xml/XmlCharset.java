package io.wiredesk.ingest.parse.xml;

import io.wiredesk.ingest.parse.FirstBytes;
import io.wiredesk.ingest.parse.text.Charsets;
import io.wiredesk.ingest.parse.text.Utf8;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes an XML document (XML 1.0 appendix F): byte order mark, else zero bytes of UTF-16, else
 * the declaration, else UTF-8. The declaration is checked against the bytes; what contradicts it is
 * decoded as what the bytes show, and that is recorded. Stateless.
 */
final class XmlCharset {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([\\w.:-]{1,40})");

  private XmlCharset() {}

  static String decode(byte[] bytes, List<String> repairs) {
    String marked = byMark(bytes);
    if (marked != null) {
      return marked.startsWith("\ufeff") ? marked.substring(1) : marked;
    }
    int start = FirstBytes.areUtf8Mark(bytes) ? 3 : 0;
    String head =
        new String(bytes, start, Math.min(400, bytes.length - start), StandardCharsets.ISO_8859_1);
    Matcher declaration = DECLARED.matcher(head);
    String name = declaration.find() ? declaration.group(1) : "UTF-8";
    if (start > 0) {
      if (!isUtf8Name(name)) {
        repairs.add("declared " + name + ", but starts with UTF-8's mark: read as UTF-8");
      }
      return utf8(bytes, start, "UTF-8", repairs);
    }
    return declared(bytes, name, repairs);
  }

  private static @org.jspecify.annotations.Nullable String byMark(byte[] bytes) {
    if (FirstBytes.are(bytes, 0xfe, 0xff) || FirstBytes.are(bytes, 0, '<')) {
      return new String(bytes, StandardCharsets.UTF_16BE);
    }
    if (FirstBytes.are(bytes, 0xff, 0xfe) || FirstBytes.are(bytes, '<', 0)) {
      return new String(bytes, StandardCharsets.UTF_16LE);
    }
    return null;
  }

  private static String declared(byte[] bytes, String name, List<String> repairs) {
    if (isUtf8Name(name)) {
      return utf8(bytes, 0, name, repairs);
    }
    Optional<Charset> charset = Charsets.named(name);
    String upper = name.toUpperCase(Locale.ROOT);
    if (charset.isEmpty() || upper.startsWith("UTF-16") || upper.startsWith("UTF-32")) {
      repairs.add("declared " + name + ", which the bytes cannot be: read as UTF-8");
      return utf8(bytes, 0, "UTF-8", repairs);
    }
    boolean singleByte =
        upper.startsWith("ISO-8859")
            || upper.contains("ASCII")
            || upper.startsWith("WINDOWS-125")
            || upper.startsWith("LATIN");
    if (singleByte && hasHigh(bytes, 0x80)) {
      String utf8 = Utf8.strict(bytes, 0);
      if (utf8 != null) {
        repairs.add("declared " + name + ", but is UTF-8: read as UTF-8");
        return utf8;
      }
    }
    boolean western =
        upper.equals("ISO-8859-1")
            || upper.contains("ASCII")
            || upper.equals("LATIN1")
            || upper.equals("ISO-8859-15");
    if (western && hasWindows(bytes)) {
      repairs.add("declared " + name + ", but has characters of Windows-1252: read as that");
      return new String(bytes, WINDOWS);
    }
    return new String(bytes, upper.contains("ASCII") ? WINDOWS : charset.get());
  }

  /** UTF-8, and for bytes that are none, Windows-1252. */
  private static String utf8(byte[] bytes, int start, String name, List<String> repairs) {
    String strict = Utf8.strict(bytes, start);
    if (strict != null) {
      return strict;
    }
    repairs.add("declared " + name + ", but has other bytes: these read as Windows-1252");
    StringBuilder out = new StringBuilder(bytes.length);
    int i = start;
    int good = start;
    while (i < bytes.length) {
      int length = Utf8.sequence(bytes, i);
      if (length > 0) {
        i += length;
      } else {
        out.append(new String(bytes, good, i - good, StandardCharsets.UTF_8));
        out.append(new String(bytes, i, 1, WINDOWS));
        i++;
        good = i;
      }
    }
    return out.append(new String(bytes, good, i - good, StandardCharsets.UTF_8)).toString();
  }

  private static boolean isUtf8Name(String name) {
    return name.equalsIgnoreCase("UTF-8") || name.equalsIgnoreCase("UTF8");
  }

  private static boolean hasHigh(byte[] bytes, int from) {
    for (byte b : bytes) {
      if ((b & 0xff) >= from) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasWindows(byte[] bytes) {
    for (byte b : bytes) {
      if ((b & 0xff) >= 0x80 && (b & 0xff) < 0xa0) {
        return true;
      }
    }
    return false;
  }
}
