package io.wiredesk.wire.parse.newsml;

import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.XmlNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How NewsML 1 writes values: FormalName, Value, or text. Stateless. */
final class N1 {

  /** Characteristics that a rendition has fields for. */
  private static final Set<String> PIXELS =
      Set.of("width", "height", "pixelwidth", "pixelheight", "imageuse");

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

  /** Keeps the properties among the children, by their names. */
  static void properties(XmlNode node, WireItem item) {
    for (XmlNode property : node.all("Property")) {
      if (PIXELS.contains(property.attrOr("FormalName").strip().toLowerCase(Locale.ROOT))) {
        continue;
      }
      String value =
          property.attrOr("Value").isBlank()
              ? property.attrOr("ValueRef")
              : property.attrOr("Value");
      if (!value.isBlank()) {
        G2Extras.put(
            item, node.path() + "/" + property.attrOr("FormalName").strip(), value.strip());
      }
    }
  }

  /**
   * Role of a NewsComponent, lower case, empty where it has none; a PhotoContentItem is a photo.
   */
  static String role(XmlNode component) {
    List<XmlNode> roles = component.all("Role");
    String role = roles.isEmpty() ? "" : value(roles.get(0)).toLowerCase(Locale.ROOT);
    return role.replace(" ", "").replaceFirst("(?<=.)contentitem$", "");
  }
}
