package io.wiredesk.wire.parse.xml;

import io.wiredesk.wire.parse.NameBits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
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
  private final int offset;
  private final @Nullable String ownText;
  private final @Nullable XmlNode parent;
  private final DocumentFacts document;
  private XmlAttributes attributes = XmlAttributes.NONE;
  private @Nullable XmlNode firstChild;
  private @Nullable XmlNode lastChild;
  private @Nullable XmlNode next;
  private @Nullable XmlPlace place;
  private @Nullable String oneLine;

  /** A bit for the name of each element directly within. */
  private long childNames;

  private XmlNode(
      String name, String namespace, int offset, @Nullable XmlNode parent, DocumentFacts document) {
    this.name = name;
    this.namespace = namespace;
    this.offset = offset;
    this.ownText = null;
    this.parent = parent;
    this.document = document;
    document.addName(name);
  }

  private XmlNode(String text, XmlNode parent) {
    this.name = "";
    this.namespace = "";
    this.offset = parent.offset;
    this.ownText = text;
    this.parent = parent;
    this.document = parent.document;
  }

  /** A root element that starts at this character of the document. */
  static XmlNode root(String name, String namespace, int offset, LineNumbers lines) {
    return new XmlNode(name, namespace, offset, null, new DocumentFacts(lines));
  }

  /** A new last child. */
  XmlNode addElement(String childName, String childNamespace, int childOffset) {
    XmlNode child = new XmlNode(childName, childNamespace, childOffset, this, document);
    add(child);
    childNames |= NameBits.bit(childName);
    return child;
  }

  void addText(String text) {
    add(new XmlNode(text, this));
  }

  private void add(XmlNode child) {
    if (lastChild == null) {
      firstChild = child;
    } else {
      lastChild.next = child;
    }
    lastChild = child;
  }

  void attributes(XmlAttributes all) {
    attributes = all;
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
    return document.lines().of(offset);
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
    String value = attr(key);
    return value == null ? "" : value;
  }

  /** All attributes in the order of the document. */
  public Map<String, String> attributes() {
    return attributes.asMap();
  }

  /** Name and value of each attribute in the order of the document. */
  public void forEachAttribute(BiConsumer<String, String> to) {
    attributes.forEach(to);
  }

  /** First element or text within, null where there is none. */
  @Nullable XmlNode firstChild() {
    return firstChild;
  }

  /** Element or text that follows below the same parent, null after the last. */
  @Nullable XmlNode next() {
    return next;
  }

  /** Elements and text in document order. */
  public List<XmlNode> content() {
    List<XmlNode> found = new ArrayList<>();
    for (XmlNode child = firstChild; child != null; child = child.next) {
      found.add(child);
    }
    return found;
  }

  /** Child elements. */
  public List<XmlNode> elements() {
    return childNames == 0 ? List.of() : NodeSearch.children(this, null);
  }

  /** True where an element stands directly within. */
  public boolean hasElements() {
    return childNames != 0;
  }

  /** Child elements of this name. */
  public List<XmlNode> all(String childName) {
    return lacks(childName) ? List.of() : NodeSearch.children(this, childName);
  }

  /** First child element of this name. */
  public Optional<XmlNode> first(String childName) {
    if (lacks(childName)) {
      return Optional.empty();
    }
    for (XmlNode child = firstChild; child != null; child = child.next) {
      if (child.is(childName) && !child.isText()) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  private boolean lacks(String childName) {
    return (childNames & NameBits.bit(childName)) == 0;
  }

  /** Elements reached by these names one below the other. */
  public List<XmlNode> path(String... names) {
    return NodeSearch.path(this, names);
  }

  /** First of {@link #path}. */
  public Optional<XmlNode> at(String... names) {
    if (names.length == 1) {
      return first(names[0]);
    }
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
    return below().stream();
  }

  /** Every element below, this one not included, in document order. */
  public List<XmlNode> below() {
    List<XmlNode> found = new ArrayList<>();
    NodeSearch.below(this, List.of(), found);
    return found;
  }

  /** Every element below that has one of these names, in document order. */
  public List<XmlNode> below(List<String> localNames) {
    if (!document.mayHaveOne(localNames)) {
      return List.of();
    }
    List<XmlNode> found = new ArrayList<>(4);
    NodeSearch.below(this, localNames, found);
    return found;
  }

  /** Every element below of this name, in document order. */
  public List<XmlNode> below(String localName) {
    return below(List.of(localName));
  }

  /** Elements of this name below that stand in no other of that name, in document order. */
  public List<XmlNode> outermost(String localName) {
    return document.mayHave(localName) ? outermost(n -> n.is(localName)) : List.of();
  }

  /** Elements below that are wanted, in document order; nothing below a hit is looked at. */
  public List<XmlNode> outermost(Predicate<XmlNode> wanted) {
    List<XmlNode> found = new ArrayList<>();
    NodeSearch.outermost(this, wanted, found);
    return found;
  }

  /** All text below, as written. */
  public String text() {
    return ownText != null ? ownText : NodeText.written(this);
  }

  /** All text below as one line: white space collapsed, ends stripped; br and p set a space. */
  public String line1() {
    String known = oneLine;
    if (known == null) {
      known = NodeText.oneLine(this);
      oneLine = known;
    }
    return known;
  }

  /** True where nothing but white space stands below. */
  public boolean isBlank() {
    return NodeText.isBlank(this);
  }

  /** Path from the root for people, with the line: "nitf/head/docdata line 12". */
  public CharSequence origin() {
    return new XmlOrigin(place(), null);
  }

  /** Path with an attribute: "nitf/head/docdata/urgency/@ed-urg line 12". */
  public CharSequence origin(String attribute) {
    return new XmlOrigin(place(), attribute);
  }

  /** Path from the root, element names joined by "/". */
  public String path() {
    return place().path();
  }

  private XmlPlace place() {
    XmlPlace known = place;
    if (known == null) {
      known = new XmlPlace(parent == null ? null : parent.place(), name, offset, document.lines());
      place = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return isText() ? "\"" + ownText + "\"" : "<" + name + "> line " + line();
  }
}
