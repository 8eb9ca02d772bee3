package io.wiredesk.wire.parse.newsml;

import io.wiredesk.schemas.RightsInfo;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.Whitespace;
import io.wiredesk.wire.parse.xml.XmlNode;
import java.util.stream.Collectors;

/** rightsInfo to fields. Stateless. */
final class G2Rights {

  private G2Rights() {}

  static void read(XmlNode rights, WireItem item, G2Concepts concepts) {
    rights
        .first("copyrightHolder")
        .ifPresent(h -> item.set(Field.COPYRIGHT_HOLDER, concepts.label(h), h.origin()));
    item.set(Field.COPYRIGHT_NOTICE, lines(rights, "copyrightNotice"), rights.origin());
    item.set(Field.USAGE_TERMS, lines(rights, "usageTerms"), rights.origin());
    rights.first("accountable").ifPresent(a -> G2Extras.keep(a, item));
    String link = rights.all("link").stream().findFirst().map(l -> l.attrOr("href")).orElse("");
    rights
        .first("rightsExpressionXML")
        .ifPresent(
            x ->
                item.rightsInfo(
                    new RightsInfo(x.attr("langid"), link.isBlank() ? null : link, source(x))));
    rights
        .first("rightsExpressionData")
        .ifPresent(x -> item.rightsInfo(new RightsInfo(x.attr("langid"), null, x.text().strip())));
    if (!link.isBlank()) {
      item.rightsInfo(new RightsInfo(null, link, null));
    }
    rights.all("dataMining").forEach(d -> G2Extras.keep(d, item));
    rights.all("otherConstraints").forEach(d -> G2Extras.keep(d, item));
  }

  /** Several texts (languages) one a line; paragraphs within a text stay lines too. */
  private static String lines(XmlNode rights, String name) {
    return rights.all(name).stream()
        .map(n -> lines(n.text()))
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private static String lines(String text) {
    String stripped = text.strip();
    if (stripped.indexOf('\n') < 0 && stripped.indexOf('\r') < 0) {
      return Whitespace.collapse(stripped);
    }
    return stripped
        .lines()
        .map(line -> Whitespace.collapse(line))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** The expression as XML again, prefixes dropped. */
  private static String source(XmlNode node) {
    StringBuilder out = new StringBuilder();
    node.elements().forEach(e -> write(e, out));
    return out.toString();
  }

  private static void write(XmlNode node, StringBuilder out) {
    out.append('<').append(node.name());
    boolean outermost =
        node.parent() == null || !node.namespace().equals(node.parent().namespace());
    if (outermost && !node.namespace().isEmpty()) {
      out.append(" xmlns=\"").append(escape(node.namespace())).append('"');
    }
    node.attributes()
        .forEach((k, v) -> out.append(' ').append(k).append("=\"").append(escape(v)).append('"'));
    out.append('>');
    for (XmlNode child : node.content()) {
      if (child.isText()) {
        out.append(escape(child.text().strip()));
      } else {
        write(child, out);
      }
    }
    out.append("</").append(node.name()).append('>');
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
