package io.wiredesk.wire.parse.xml;

import io.wiredesk.wire.charset.DeclaredCharset;
import io.wiredesk.wire.charset.WireText;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes an XML document (XML 1.0 appendix F, RFC 7303 §3): byte order mark, else what the
 * transport said, else the declaration, else UTF-8; all checked against the bytes by {@link
 * WireText}, and what contradicts them is recorded. Stateless.
 */
final class XmlCharset {

  private XmlCharset() {}

  /**
   * Decodes.
   *
   * @param label character set that the transport stated, null where none
   * @param repairs gets a sentence where a label was wrong
   */
  static String decode(byte[] bytes, @Nullable String label, List<String> repairs) {
    WireText text =
        WireText.labelled(bytes, Arrays.asList(label, DeclaredCharset.ofXml(bytes), "UTF-8"));
    if (text.repair() != null) {
      repairs.add(text.repair());
    }
    return text.value();
  }
}
