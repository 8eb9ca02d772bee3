package io.wiredesk.wire.parse.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Elements below another one, in document order. Stateless. */
final class NodeSearch {

  private NodeSearch() {}

  /** Those directly within of this name, all where it is null. */
  static List<XmlNode> children(XmlNode node, @Nullable String name) {
    List<XmlNode> found = List.of();
    for (XmlNode child = node.firstChild(); child != null; child = child.next()) {
      if (!child.isText() && (name == null || child.is(name))) {
        found = found.isEmpty() ? new ArrayList<>(4) : found;
        found.add(child);
      }
    }
    return found;
  }

  /** Adds those anywhere below of one of these names, all where there are none. */
  static void below(XmlNode node, List<String> names, List<XmlNode> into) {
    for (XmlNode child = node.firstChild(); child != null; child = child.next()) {
      if (!child.isText()) {
        if (names.isEmpty() || names.contains(child.name())) {
          into.add(child);
        }
        below(child, names, into);
      }
    }
  }

  /** Elements reached by these names one below the other. */
  static List<XmlNode> path(XmlNode start, String... names) {
    List<XmlNode> found = List.of(start);
    for (String step : names) {
      if (found.size() == 1) {
        found = found.get(0).all(step);
      } else {
        List<XmlNode> next = new ArrayList<>();
        found.forEach(node -> next.addAll(node.all(step)));
        found = next;
      }
    }
    return found;
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
