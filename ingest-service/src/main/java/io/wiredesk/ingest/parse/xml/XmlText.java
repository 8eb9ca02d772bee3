package io.wiredesk.ingest.parse.xml;

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
   * The document as it is but for its characters: those that XML forbids stand in it yet, unless
   * they are ones that Woodstox would let pass.
   */
  static XmlText of(byte[] bytes) {
    List<String> repairs = new ArrayList<>();
    String decoded = XmlCharset.decode(bytes, repairs);
    boolean let = decoded.indexOf('\ufffe') >= 0 || decoded.indexOf('\uffff') >= 0;
    return of(decoded, let, repairs);
  }

  /** The document with spaces for the characters that XML forbids. */
  static XmlText withoutForbidden(byte[] bytes) {
    List<String> repairs = new ArrayList<>();
    return of(XmlCharset.decode(bytes, repairs), true, repairs);
  }

  private static XmlText of(String decoded, boolean clean, List<String> repairs) {
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
    String text = decoded.substring(start);
    EntityRepair entities =
        new EntityRepair(clean ? withoutForbidden(text, repairs) : text, repairs);
    String xml = entities.repaired();
    return new XmlText(xml, lines, repairs, entities.refusal());
  }

  /** True where a character stands in the text that XML forbids. */
  boolean hasForbidden() {
    return firstForbidden(xml) >= 0;
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
