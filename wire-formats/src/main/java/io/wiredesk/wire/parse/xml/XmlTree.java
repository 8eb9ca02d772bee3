package io.wiredesk.wire.parse.xml;

import com.ctc.wstx.exc.WstxLazyException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Turns the events of one document into nodes. One use, one thread. */
final class XmlTree {

  private final XMLStreamReader reader;
  private final int skippedLines;
  private final boolean namespaces;

  /**
   * @param reader at the document's start
   * @param skippedLines how many lines stood before that
   */
  XmlTree(XMLStreamReader reader, int skippedLines) {
    this.reader = reader;
    this.skippedLines = skippedLines;
    this.namespaces = Boolean.TRUE.equals(reader.getProperty(XMLInputFactory.IS_NAMESPACE_AWARE));
  }

  /** The root element. */
  XmlNode root() throws XMLStreamException {
    try {
      return read();
    } catch (WstxLazyException late) {
      // a fault met while Woodstox skips what it was not asked for
      throw late.getCause() instanceof XMLStreamException broken
          ? broken
          : new XMLStreamException(late.getMessage(), late);
    }
  }

  private XmlNode read() throws XMLStreamException {
    XmlNode root = null;
    XmlNode open = null;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          open = element(open);
          root = root == null ? open : root;
        }
        case XMLStreamConstants.END_ELEMENT -> open = open == null ? null : open.parent();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (open != null) {
            open.addText(reader.getText());
          }
        }
        default -> {
          // comments, processing instructions and the DOCTYPE carry no copy
        }
      }
    }
    if (root == null) {
      throw new XMLStreamException("no root element", reader.getLocation());
    }
    return root;
  }

  private XmlNode element(@Nullable XmlNode parent) {
    String namespace = reader.getNamespaceURI();
    return XmlNode.element(
        unprefixed(reader.getLocalName()),
        namespace == null ? "" : namespace,
        reader.getLocation().getLineNumber() + skippedLines,
        parent,
        attributes());
  }

  /** Of two that have the same plain name the second keeps its prefix. */
  private Map<String, String> attributes() {
    if (reader.getAttributeCount() == 0) {
      return Map.of();
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String local = reader.getAttributeLocalName(i);
      String prefix = reader.getAttributePrefix(i);
      boolean xml = namespaces ? "xml".equals(prefix) : local.startsWith("xml:");
      String name = xml ? "xml:" + unprefixed(local) : unprefixed(local);
      boolean free = !attributes.containsKey(name);
      attributes.put(free ? name : prefix + ":" + local, reader.getAttributeValue(i));
    }
    return attributes;
  }

  /** Without namespaces a name still has its prefix. */
  private String unprefixed(String name) {
    return namespaces ? name : name.substring(name.indexOf(':') + 1);
  }
}
