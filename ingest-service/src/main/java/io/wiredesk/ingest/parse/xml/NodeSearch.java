package io.wiredesk.ingest.parse.xml;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Elements anywhere below another one, in document order. Stateless. */
final class NodeSearch {

  private NodeSearch() {}

  /** Adds those of this name, all where it is null. */
  static void below(XmlNode node, @Nullable String name, List<XmlNode> into) {
    for (XmlNode child = node.firstChild(); child != null; child = child.next()) {
      if (!child.isText()) {
        if (name == null || child.is(name)) {
          into.add(child);
        }
        below(child, name, into);
      }
    }
  }

  /** Adds those that are wanted; nothing below a hit is looked at. */
  static void outermost(XmlNode node, Predicate<XmlNode> wanted, List<XmlNode> into) {
    for (XmlNode child = node.firstChild(); child != null; child = child.next()) {
      if (!child.isText()) {
        if (wanted.test(child)) {
          into.add(child);
        } else {
          outermost(child, wanted, into);
        }
      }
    }
  }
}
