package io.wiredesk.wire.parse.xml;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Turns the events of one document into nodes. One use, one thread. */
final class TreeBuilder {

  private final XMLStreamReader2 reader;
  private final LineNumbers lines;
  private final boolean namespaces;
  private int depth;
  private int elements;

  /**
   * @param reader at the document's start; the caller closes it
   * @param lines of the same document
   */
  TreeBuilder(XMLStreamReader2 reader, LineNumbers lines) {
    this.reader = reader;
    this.lines = lines;
    this.namespaces = Boolean.TRUE.equals(reader.getProperty(XMLInputFactory.IS_NAMESPACE_AWARE));
  }

  /** Beyond a limit; the message says which. */
  static final class TooMuch extends Exception {
    TooMuch(String message) {
      super(message);
    }
  }

  /** The root element. */
  XmlNode build() throws XMLStreamException, TooMuch {
    XmlNode root = null;
    XmlNode open = null;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          open = start(open);
          root = root == null ? open : root;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          open = open == null ? null : open.parent();
          depth--;
        }
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

  private XmlNode start(@Nullable XmlNode parent) throws TooMuch {
    int offset = (int) reader.getLocationInfo().getStartingCharOffset();
    if (++depth > XmlReader.MAX_DEPTH) {
      throw new TooMuch(
          "XML nested deeper than "
              + XmlReader.MAX_DEPTH
              + " elements at line "
              + lines.of(offset));
    }
    if (++elements > XmlReader.MAX_ELEMENTS) {
      throw new TooMuch("XML of more than " + XmlReader.MAX_ELEMENTS + " elements");
    }
    String name = unprefixed(reader.getLocalName());
    String namespace = reader.getNamespaceURI();
    String uri = namespace == null ? "" : namespace;
    XmlNode node =
        parent == null
            ? XmlNode.root(name, uri, offset, lines)
            : parent.addElement(name, uri, offset);
    int attributes = reader.getAttributeCount();
    if (attributes > 0) {
      node.attributes(attributes(attributes));
    }
    return node;
  }

  /** Of two that have the same plain name the second keeps its prefix. */
  private XmlAttributes attributes(int count) {
    String[] all = new String[2 * count];
    for (int i = 0; i < count; i++) {
      String local = reader.getAttributeLocalName(i);
      String prefix = reader.getAttributePrefix(i);
      boolean xml = namespaces ? "xml".equals(prefix) : local.startsWith("xml:");
      String name = xml ? "xml:" + unprefixed(local) : unprefixed(local);
      boolean free = XmlAttributes.find(all, 2 * i, name) == null;
      all[2 * i] = free ? name : prefix + ":" + local;
      all[2 * i + 1] = reader.getAttributeValue(i);
    }
    return new XmlAttributes(all);
  }

  /** Without namespaces a name still has its prefix. */
  private String unprefixed(String name) {
    int colon = namespaces ? -1 : name.indexOf(':');
    return colon < 0 ? name : name.substring(colon + 1);
  }
}
