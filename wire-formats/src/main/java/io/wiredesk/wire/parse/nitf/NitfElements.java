package io.wiredesk.wire.parse.nitf;

import io.wiredesk.wire.parse.NameBits;
import io.wiredesk.wire.parse.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The elements anywhere below a head, in document order: generators misplace them. Heads are small,
 * so that going through all for a name is quicker than an index. Read-only.
 */
final class NitfElements {

  private final List<XmlNode> all;

  /** A bit for each name. */
  private final long names;

  NitfElements(XmlNode head) {
    all = head.below();
    long found = 0;
    for (XmlNode node : all) {
      found |= NameBits.bit(node.name());
    }
    names = found;
  }

  /** Of any name. */
  List<XmlNode> all() {
    return all;
  }

  /** Of this name; none: empty. */
  List<XmlNode> find(String name) {
    if ((names & NameBits.bit(name)) == 0) {
      return List.of();
    }
    List<XmlNode> found = List.of();
    for (XmlNode node : all) {
      if (node.is(name)) {
        found = found.isEmpty() ? new ArrayList<>(2) : found;
        found.add(node);
      }
    }
    return found;
  }
}
