package io.wiredesk.ingest.parse.xml;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A quick look whether a document's bytes can go to the XML parser as they are, which most can:
 * UTF-8, said or unsaid, from the first byte on "&lt;", and no reference but the five of XML. What
 * the look cannot see (a byte that is no UTF-8, a control character) makes the parser fail, so
 * nothing is read otherwise than it would be with repairs. Stateless.
 */
final class SoundXml {

  private static final List<String> KNOWN = List.of("amp;", "lt;", "gt;", "quot;", "apos;");

  /**
   * First bytes of sequences that Woodstox takes although RFC 3629 §4 forbids some of them (C0, C1,
   * E0, F0: overlong forms), and the start of U+FFFE and U+FFFF, which XML forbids.
   */
  private static final List<String> DOUBTFUL =
      List.of("\u00c0", "\u00c1", "\u00e0", "\u00f0", "\u00ef\u00bf");

  private SoundXml() {}

  /** False: the document may need repairs. */
  static boolean mayBe(byte[] bytes) {
    if (bytes.length < 2 || bytes[0] != '<' || bytes[1] == 0) {
      return false;
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return isUtf8(text) && hasKnownReferences(text) && DOUBTFUL.stream().noneMatch(text::contains);
  }

  private static boolean isUtf8(String text) {
    if (!text.startsWith("<?xml")) {
      return true;
    }
    int end = text.indexOf("?>");
    String declaration = text.substring(0, Math.max(end, 0)).toUpperCase(Locale.ROOT);
    return end > 0
        && (declaration.contains("\"UTF-8\"")
            || declaration.contains("'UTF-8'")
            || !declaration.contains("ENCODING"));
  }

  private static boolean hasKnownReferences(String text) {
    for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
      int name = at + 1;
      if (KNOWN.stream().noneMatch(known -> text.startsWith(known, name))) {
        return false;
      }
    }
    return true;
  }
}
