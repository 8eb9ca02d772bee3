package io.wiredesk.wire.charset;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The character set that a document says it is in, by its first bytes. Stateless. */
public final class DeclaredCharset {

  private static final int XML_HEAD = 400;
  private static final int HTML_HEAD = 4096;
  private static final Pattern XML =
      Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([\\w.:-]{1,40})");

  /** HTML Standard, 13.2.3.2: a meta element with charset, or with http-equiv and content. */
  private static final Pattern META =
      Pattern.compile("(?i)<meta\\b[^>]{0,300}?\\bcharset\\s*=\\s*[\"']?\\s*([\\w.:-]{1,40})");

  private DeclaredCharset() {}

  /** The encoding of the XML declaration; null where there is none. */
  public static @Nullable String ofXml(byte[] bytes) {
    return first(XML, bytes, XML_HEAD);
  }

  /** The charset of a page's meta element, or of its XML declaration; null where there is none. */
  public static @Nullable String ofHtml(byte[] bytes) {
    String meta = first(META, bytes, HTML_HEAD);
    return meta == null ? ofXml(bytes) : meta;
  }

  private static @Nullable String first(Pattern pattern, byte[] bytes, int most) {
    String head = new String(bytes, 0, Math.min(most, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher found = pattern.matcher(head);
    return found.find() ? found.group(1) : null;
  }
}
