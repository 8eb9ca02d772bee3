package io.wiredesk.wire.parse.xml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

  private static final int LONGEST_NAME = 1000;

  private final String name;
  private final String namespace;
  private final int line;
  private final @Nullable XmlNode parent;
  private final @Nullable String ownText;
  private final Map<String, String> attributes;
  private List<XmlNode> content = List.of();

  private XmlNode(
      String name,
      String namespace,
      int line,
      @Nullable XmlNode parent,
      @Nullable String ownText,
      Map<String, String> attributes) {
    this.name = name;
    this.namespace = namespace;
    this.line = line;
    this.parent = parent;
    this.ownText = ownText;
    this.attributes = attributes;
  }

  /** An element that starts on this line; it becomes its parent's last child. */
  static XmlNode element(
      String name,
      String namespace,
      int line,
      @Nullable XmlNode parent,
      Map<String, String> attributes) {
    XmlNode node = new XmlNode(name, namespace, line, parent, null, attributes);
    if (parent != null) {
      parent.add(node);
    }
    return node;
  }

  /** Adds text as the last child. */
  void addText(String text) {
    add(new XmlNode("", "", line, this, text, Map.of()));
  }

  private void add(XmlNode child) {
    if (content.isEmpty()) {
      content = new ArrayList<>(2);
    }
    content.add(child);
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

  /** All attributes in the order of the document. */
  public Map<String, String> attributes() {
    return attributes;
  }

  /** Elements and text in document order. */
  public List<XmlNode> content() {
    return Collections.unmodifiableList(content);
  }

  /** Child elements. */
  public List<XmlNode> elements() {
    return content.stream().filter(child -> !child.isText()).toList();
  }

  /** True where an element stands directly within. */
  public boolean hasElements() {
    return content.stream().anyMatch(child -> !child.isText());
  }

  /** Child elements of this name. */
  public List<XmlNode> all(String childName) {
    return content.stream().filter(child -> child.is(childName)).toList();
  }

  /** First child element of this name. */
  public Optional<XmlNode> first(String childName) {
    return content.stream().filter(child -> child.is(childName)).findFirst();
  }

  /** Elements reached by these names one below the other. */
  public List<XmlNode> path(String... names) {
    List<XmlNode> found = List.of(this);
    for (String step : names) {
      found = found.stream().flatMap(node -> node.all(step).stream()).toList();
    }
    return found;
  }

  /** First of {@link #path}. */
  public Optional<XmlNode> at(String... names) {
    return path(names).stream().findFirst();
  }

  /** Normalised text of the first element at the path, null where there is none or it is blank. */
  public @Nullable String textAt(String... names) {
    return at(names).map(XmlNode::line1).filter(t -> !t.isEmpty()).orElse(null);
  }

  /** Attribute of the first element at the path; the last argument is the attribute. */
  public @Nullable String attrAt(String... namesAndAttribute) {
    int last = namesAndAttribute.length - 1;
    return at(Arrays.copyOf(namesAndAttribute, last))
        .map(node -> node.attr(namesAndAttribute[last]))
        .filter(value -> !value.isBlank())
        .orElse(null);
  }

  /** Every element below, this one not included, in document order. */
  public Stream<XmlNode> descendants() {
    return below().stream();
  }

  /** Every element below, this one not included, in document order. */
  public List<XmlNode> below() {
    List<XmlNode> found = new ArrayList<>();
    addBelow(found);
    return found;
  }

  private void addBelow(List<XmlNode> found) {
    for (XmlNode child : content) {
      if (!child.isText()) {
        found.add(child);
        child.addBelow(found);
      }
    }
  }

  /** Every element below that has one of these names, in document order. */
  public List<XmlNode> below(List<String> localNames) {
    return descendants().filter(node -> localNames.contains(node.name)).toList();
  }

  /** Every element below of this name, in document order. */
  public List<XmlNode> below(String localName) {
    return below(List.of(localName));
  }

  /** Elements of this name below that stand in no other of that name, in document order. */
  public List<XmlNode> outermost(String localName) {
    return outermost(node -> node.is(localName));
  }

  /** Elements below that are wanted, in document order; nothing below a hit is looked at. */
  public List<XmlNode> outermost(Predicate<XmlNode> wanted) {
    List<XmlNode> found = new ArrayList<>();
    addOutermost(wanted, found);
    return found;
  }

  private void addOutermost(Predicate<XmlNode> wanted, List<XmlNode> found) {
    for (XmlNode child : elements()) {
      if (wanted.test(child)) {
        found.add(child);
      } else {
        child.addOutermost(wanted, found);
      }
    }
  }

  /** All text below, as written. */
  public String text() {
    StringBuilder text = new StringBuilder();
    addText(text, false);
    return text.toString();
  }

  /** All text below as one line: white space collapsed, ends stripped; br and p set a space. */
  public String line1() {
    StringBuilder text = new StringBuilder();
    addText(text, true);
    return Whitespace.collapse(text.toString());
  }

  private void addText(StringBuilder text, boolean spaced) {
    boolean breaks = spaced && Whitespace.BREAKS.contains(name);
    text.append(ownText == null ? "" : ownText).append(breaks ? " " : "");
    content.forEach(child -> child.addText(text, spaced));
    text.append(breaks ? " " : "");
  }

  /** True where nothing but white space stands below. */
  public boolean isBlank() {
    return (ownText == null || ownText.isBlank()) && content.stream().allMatch(XmlNode::isBlank);
  }

  /** Path from the root for people, with the line: "nitf/head/docdata line 12". */
  public String origin() {
    return path() + " line " + line;
  }

  /** Path with an attribute: "nitf/head/docdata/urgency/@ed-urg line 12". */
  public String origin(String attribute) {
    return path() + "/@" + attribute + " line " + line;
  }

  /** Path from the root, element names joined by "/"; names without end are cut. */
  public String path() {
    String shown = name.substring(0, Math.min(LONGEST_NAME, name.length()));
    return parent == null ? shown : parent.path() + "/" + shown;
  }

  @Override
  public String toString() {
    return isText() ? "\"" + ownText + "\"" : "<" + name + "> line " + line;
  }
}
