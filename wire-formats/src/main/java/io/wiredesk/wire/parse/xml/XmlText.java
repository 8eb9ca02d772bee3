package io.wiredesk.wire.parse.xml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document's bytes as characters that an XML parser can read. What is repaired, and recorded: a
 * character set that was declared wrongly ({@link XmlCharset}), white space or marks before the XML
 * declaration, characters that XML forbids, the named characters of HTML (&amp;nbsp;, &amp;eacute;)
 * that no DTD declares here, a bare "&amp;". What is refused: a reference to an entity that the
 * document declares itself.
 *
 * @param xml the text, without byte order mark, from the first "&lt;" on
 * @param skippedLines line breaks left out before it
 * @param repairs one sentence each
 * @param refusal why the document is dangerous, null where it is not
 */
record XmlText(String xml, int skippedLines, List<String> repairs, @Nullable String refusal) {

  /**
   * The document with spaces for the characters that XML forbids.
   *
   * @param label character set that the transport stated, null where none
   */
  static XmlText of(byte[] bytes, @Nullable String label) {
    List<String> repairs = new ArrayList<>();
    return of(XmlCharset.decode(bytes, label, repairs), repairs);
  }

  private static XmlText of(String decoded, List<String> repairs) {
    int start = decoded.indexOf('<');
    if (start < 0) {
      return new XmlText(decoded, 0, repairs, null);
    }
    int lines = 0;
    for (int i = 0; i < start; i++) {
      lines += decoded.charAt(i) == '\n' ? 1 : 0;
    }
    if (start > 0) {
      repairs.add("characters before the document's first tag left out");
    }
    String text = EmptyElements.asCharacters(withoutForbidden(decoded.substring(start), repairs));
    EntityRepair entities = new EntityRepair(text, repairs);
    String xml = entities.repaired();
    return new XmlText(xml, lines, repairs, entities.refusal());
  }

  private static int firstForbidden(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isForbidden(text, i)) {
        return i;
      }
    }
    return -1;
  }

  /** XML 1.0 §2.2 allows tab, line feed and carriage return only; the rest becomes a space. */
  private static String withoutForbidden(String text, List<String> repairs) {
    int first = firstForbidden(text);
    if (first < 0) {
      return text;
    }
    char[] chars = text.toCharArray();
    for (int i = first; i < chars.length; i++) {
      if (isForbidden(text, i)) {
        chars[i] = ' ';
      }
    }
    repairs.add("characters that XML forbids (control codes) read as spaces");
    return new String(chars);
  }

  private static boolean isForbidden(String text, int i) {
    char c = text.charAt(i);
    if (c >= 0x20 && c < 0xd800) {
      return false;
    }
    if (c < 0x20) {
      return c != '\t' && c != '\n' && c != '\r';
    }
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c == 0xfffe || c == 0xffff;
  }
}
