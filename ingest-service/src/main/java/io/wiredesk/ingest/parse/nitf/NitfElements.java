package io.wiredesk.ingest.parse.nitf;

import io.wiredesk.ingest.parse.xml.XmlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The elements below a head by their names, in document order: generators misplace them, so they
 * are looked for anywhere. Read-only.
 */
final class NitfElements {

  private final List<XmlNode> all;
  private final Map<String, List<XmlNode>> named = new HashMap<>();

  NitfElements(XmlNode head) {
    all = head.descendants().toList();
    for (XmlNode node : all) {
      named.computeIfAbsent(node.name(), name -> new ArrayList<>(2)).add(node);
    }
  }

  /** Of any name. */
  List<XmlNode> all() {
    return all;
  }

  /** Of this name; none: empty. */
  List<XmlNode> find(String name) {
    return named.getOrDefault(name, List.of());
  }
}
