package io.wiredesk.wire.parse.xml;

/** The text below a node. Stateless. */
final class NodeText {

  private NodeText() {}

  /** As written. */
  static String written(XmlNode node) {
    XmlNode only = node.firstChild();
    if (only == null) {
      return "";
    }
    if (only.next() == null && only.isText()) {
      return only.text();
    }
    StringBuilder text = new StringBuilder();
    append(node, text);
    return text.toString();
  }

  /** As one line: white space collapsed, ends stripped; br, p and the like set a space. */
  static String oneLine(XmlNode node) {
    XmlNode only = node.isText() ? node : node.firstChild();
    if (only == null) {
      return "";
    }
    if (only.next() == null && only.isText() || node.isText()) {
      return Whitespace.collapse(only.text());
    }
    StringBuilder text = new StringBuilder();
    appendSpaced(node, text);
    return Whitespace.collapse(text);
  }

  /** True where nothing but white space stands below. */
  static boolean isBlank(XmlNode node) {
    if (node.isText()) {
      return node.text().isBlank();
    }
    for (XmlNode child = node.firstChild(); child != null; child = child.next()) {
      if (!isBlank(child)) {
        return false;
      }
    }
    return true;
  }

  private static void append(XmlNode node, StringBuilder into) {
    for (XmlNode child = node.firstChild(); child != null; child = child.next()) {
      if (child.isText()) {
        into.append(child.text());
      } else {
        append(child, into);
      }
    }
  }

  private static void appendSpaced(XmlNode node, StringBuilder into) {
    boolean breaks = Whitespace.BREAKS.contains(node.name());
    if (breaks) {
      into.append(' ');
    }
    for (XmlNode child = node.firstChild(); child != null; child = child.next()) {
      if (child.isText()) {
        into.append(child.text());
      } else {
        appendSpaced(child, into);
      }
    }
    if (breaks) {
      into.append(' ');
    }
  }
}
