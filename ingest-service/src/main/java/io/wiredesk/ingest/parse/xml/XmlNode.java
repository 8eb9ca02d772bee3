package io.wiredesk.ingest.parse.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element, or a stretch of text between elements ({@link #isText()}). Names are local names;
 * attributes of the XML namespace keep their prefix ("xml:lang"), other prefixes are dropped where
 * the plain name is free. Read-only once built, then safe to share.
 */
public final class XmlNode {

  private final String name;
  private final String namespace;
  private final int line;
  private final @Nullable String ownText;
  private final @Nullable XmlNode parent;
  private Map<String, String> attributes = Map.of();
  private List<XmlNode> children = List.of();
  private @Nullable String path;
  private @Nullable String oneLine;

  private XmlNode(
      String name, String namespace, int line, @Nullable String text, @Nullable XmlNode parent) {
    this.name = name;
    this.namespace = namespace;
    this.line = line;
    this.ownText = text;
    this.parent = parent;
  }

  static XmlNode element(String name, String namespace, int line, @Nullable XmlNode parent) {
    return new XmlNode(name, namespace, line, null, parent);
  }

  void attribute(String key, String value) {
    if (attributes.isEmpty()) {
      attributes = new LinkedHashMap<>(4);
    }
    attributes.put(key, value);
  }

  void add(XmlNode child) {
    if (children.isEmpty()) {
      children = new ArrayList<>(4);
    }
    children.add(child);
  }

  void addText(String text) {
    add(new XmlNode("", "", line, text, this));
  }

  /** Local name, empty for text. */
  public String name() {
    return name;
  }

  /** Namespace URI, empty where none. */
  public String namespace() {
    return namespace;
  }

  /** Line in the document, from 1; of text that of its element. */
  public int line() {
    return line;
  }

  public boolean isText() {
    return ownText != null;
  }

  public boolean is(String localName) {
    return name.equals(localName);
  }

  public @Nullable XmlNode parent() {
    return parent;
  }

  /** Attribute's value, null where absent. */
  public @Nullable String attr(String key) {
    return attributes.get(key);
  }

  /** Attribute's value, empty where absent. */
  public String attrOr(String key) {
    return attributes.getOrDefault(key, "");
  }

  public Map<String, String> attributes() {
    return Collections.unmodifiableMap(attributes);
  }

  /** Elements and text in document order. */
  public List<XmlNode> content() {
    return Collections.unmodifiableList(children);
  }

  /** Child elements. */
  public List<XmlNode> elements() {
    List<XmlNode> found = new ArrayList<>(children.size());
    for (XmlNode child : children) {
      if (!child.isText()) {
        found.add(child);
      }
    }
    return found;
  }

  /** Child elements of this name. */
  public List<XmlNode> all(String childName) {
    List<XmlNode> found = List.of();
    for (XmlNode child : children) {
      if (child.is(childName) && !child.isText()) {
        found = found.isEmpty() ? new ArrayList<>(4) : found;
        found.add(child);
      }
    }
    return found;
  }

  /** First child element of this name. */
  public Optional<XmlNode> first(String childName) {
    for (XmlNode child : children) {
      if (child.is(childName) && !child.isText()) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /** Elements reached by these names one below the other. */
  public List<XmlNode> path(String... names) {
    List<XmlNode> found = List.of(this);
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

  /** First of {@link #path}. */
  public Optional<XmlNode> at(String... names) {
    List<XmlNode> found = path(names);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  /** Normalised text of the first element at the path, null where there is none or it is blank. */
  public @Nullable String textAt(String... names) {
    return at(names).map(XmlNode::line1).filter(t -> !t.isEmpty()).orElse(null);
  }

  /** Attribute of the first element at the path; the last argument is the attribute. */
  public @Nullable String attrAt(String... namesAndAttribute) {
    int last = namesAndAttribute.length - 1;
    return at(java.util.Arrays.copyOf(namesAndAttribute, last))
        .map(n -> n.attr(namesAndAttribute[last]))
        .filter(v -> !v.isBlank())
        .orElse(null);
  }

  /** Every element below, this one not included, in document order. */
  public Stream<XmlNode> descendants() {
    List<XmlNode> found = new ArrayList<>();
    collect(this, found);
    return found.stream();
  }

  /** Every element below of this name, in document order. */
  public List<XmlNode> below(String localName) {
    List<XmlNode> found = new ArrayList<>(4);
    collect(this, localName, found);
    return found;
  }

  /** Elements below of this name, in document order; nothing below a hit is looked at. */
  public List<XmlNode> outermost(Predicate<XmlNode> wanted) {
    List<XmlNode> found = new ArrayList<>();
    for (XmlNode child : children) {
      if (!child.isText()) {
        if (wanted.test(child)) {
          found.add(child);
        } else {
          found.addAll(child.outermost(wanted));
        }
      }
    }
    return found;
  }

  /** All text below, as written. */
  public String text() {
    if (ownText != null) {
      return ownText;
    }
    StringBuilder text = new StringBuilder();
    append(this, text);
    return text.toString();
  }

  /** All text below as one line: white space collapsed, ends stripped; br and p set a space. */
  public String line1() {
    String known = oneLine;
    if (known == null) {
      StringBuilder text = new StringBuilder();
      appendSpaced(this, text);
      known = Whitespace.collapse(text);
      oneLine = known;
    }
    return known;
  }

  /** Path from the root for people, with the line: "nitf/head/docdata line 12". */
  public String origin() {
    return path() + " line " + line;
  }

  /** Path with an attribute: "nitf/head/docdata/urgency/@ed-urg line 12". */
  public String origin(String attribute) {
    return path() + "/@" + attribute + " line " + line;
  }

  /** Path from the root, element names joined by "/". */
  public String path() {
    String known = path;
    if (known == null) {
      known = parent == null ? name : parent.path() + "/" + name;
      path = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return isText() ? "\"" + ownText + "\"" : "<" + name + "> line " + line;
  }

  private static void collect(XmlNode node, List<XmlNode> into) {
    for (XmlNode child : node.children) {
      if (!child.isText()) {
        into.add(child);
        collect(child, into);
      }
    }
  }

  private static void collect(XmlNode node, String localName, List<XmlNode> into) {
    for (XmlNode child : node.children) {
      if (!child.isText()) {
        if (child.is(localName)) {
          into.add(child);
        }
        collect(child, localName, into);
      }
    }
  }

  private static void append(XmlNode node, StringBuilder into) {
    for (XmlNode child : node.children) {
      if (child.ownText != null) {
        into.append(child.ownText);
      } else {
        append(child, into);
      }
    }
  }

  private static void appendSpaced(XmlNode node, StringBuilder into) {
    if (node.ownText != null) {
      into.append(node.ownText);
      return;
    }
    boolean breaks = Whitespace.BREAKS.contains(node.name);
    if (breaks) {
      into.append(' ');
    }
    for (XmlNode child : node.children) {
      appendSpaced(child, into);
    }
    if (breaks) {
      into.append(' ');
    }
  }
}
