package io.wiredesk.wire.parse.newsml;

import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.XmlNode;

/** What has no field, kept by its path; repeated paths are numbered. Stateless. */
final class G2Extras {

  private static final int MOST = 500;

  private G2Extras() {}

  /** Keeps an element's text and attributes, and those of the elements below. */
  static void keep(XmlNode node, WireItem item) {
    node.attributes()
        .forEach(
            (key, value) -> {
              if (!value.isBlank()) {
                put(item, node.path() + "/@" + key, value.strip());
              }
            });
    if (!node.hasElements()) {
      if (!node.line1().isEmpty()) {
        put(item, node.path(), node.line1());
      }
    } else {
      node.elements().forEach(child -> keep(child, item));
    }
  }

  static void put(WireItem item, String path, String value) {
    if (item.extras.size() > MOST || value.equals(item.extras.get(path))) {
      return;
    }
    String key = path;
    for (int n = 2; item.extras.containsKey(key); n++) {
      key = path + "[" + n + "]";
    }
    item.extras.put(key, value);
  }
}
