package io.wiredesk.ingest.parse.newsml;

import io.wiredesk.ingest.parse.xml.XmlNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How NewsML 1 writes values: FormalName, Value, or text. Stateless. */
final class N1 {

  private N1() {}

  /** FormalName, else the text as one line, else empty. */
  static String value(XmlNode node) {
    String formal = node.attrOr("FormalName").strip();
    return formal.isEmpty() ? node.line1() : formal;
  }

  /** Value of the property with this name among the children, any case. */
  static Optional<String> property(XmlNode node, String name) {
    return node.all("Property").stream()
        .filter(p -> p.attrOr("FormalName").strip().equalsIgnoreCase(name))
        .map(p -> p.attrOr("Value").strip())
        .filter(v -> !v.isEmpty())
        .findFirst();
  }

  /** Role of a NewsComponent, lower case, empty where it has none. */
  static String role(XmlNode component) {
    List<XmlNode> roles = component.all("Role");
    return roles.isEmpty() ? "" : value(roles.get(0)).toLowerCase(Locale.ROOT).replace(" ", "");
  }
}
