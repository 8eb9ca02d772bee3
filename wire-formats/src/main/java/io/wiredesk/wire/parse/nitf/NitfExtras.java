package io.wiredesk.wire.parse.nitf;

import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.XmlNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has no field, by its path; repeated paths are numbered. Stateless. */
final class NitfExtras {

  private static final int MOST = 500;

  private NitfExtras() {}

  /** Keeps the attributes that nobody has read. */
  static void attributes(WireItem item, XmlNode node, Set<String> read, @Nullable String known) {
    node.attributes()
        .forEach(
            (key, value) -> {
              if (!read.contains(key) && !value.isBlank() && !value.strip().equals(known)) {
                put(item, node.path() + "/@" + key, value.strip());
              }
            });
  }

  /** What the pictures and clips below say of themselves that an association has no field for. */
  static void media(XmlNode within, WireItem item) {
    for (XmlNode node : within.below(List.of("media-metadata", "media-reference"))) {
      if (node.is("media-metadata")) {
        medium(node, node.attrOr("name"), node.attrOr("value"), item);
      } else {
        medium(node, "alternate-text", node.attrOr("alternate-text"), item);
      }
    }
  }

  private static void medium(XmlNode node, String name, String value, WireItem item) {
    if (!name.isBlank() && !value.isBlank()) {
      put(item, node.path() + "/" + name.strip(), value.strip());
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
