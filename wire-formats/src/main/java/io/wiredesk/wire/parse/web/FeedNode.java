package io.wiredesk.wire.parse.web;

import io.wiredesk.wire.parse.xml.XmlNode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An element of a feed with its one name (see {@link FeedNames}). Used by one thread. */
final class FeedNode {

  /** Atom's deleted entry. */
  static final String DELETED = "at:deleted-entry";

  private final XmlNode xml;
  private final String name;
  private final List<FeedNode> elements;
  private final boolean entry;

  private FeedNode(XmlNode xml, String name, List<FeedNode> elements) {
    this.xml = xml;
    this.name = name;
    this.elements = elements;
    this.entry = isEntry(xml, name, elements);
  }

  static FeedNode of(XmlNode root) {
    return of(root, new FeedNames());
  }

  private static FeedNode of(XmlNode xml, FeedNames names) {
    List<FeedNode> elements = xml.elements().stream().map(child -> of(child, names)).toList();
    return new FeedNode(xml, names.of(xml), elements);
  }

  private static boolean isEntry(XmlNode xml, String name, List<FeedNode> elements) {
    return switch (name) {
      case DELETED -> xml.attr("ref") != null;
      case "item", "entry" -> !elements.isEmpty() || !xml.text().isBlank();
      default -> false;
    };
  }

  XmlNode xml() {
    return xml;
  }

  /** Name with the module's usual prefix. */
  String name() {
    return name;
  }

  boolean is(String wanted) {
    return name.equals(wanted);
  }

  /** Child elements. */
  List<FeedNode> elements() {
    return elements;
  }

  boolean isLeaf() {
    return elements.isEmpty();
  }

  /** True for items, entries and deleted entries that are more than an empty element. */
  boolean isEntry() {
    return entry;
  }

  /** True where no namespace that is known here has this element. */
  boolean isForeign() {
    return name.startsWith(FeedNames.FOREIGN);
  }

  /** Every element below, this one not included, in document order. */
  void below(Consumer<FeedNode> each) {
    for (FeedNode child : elements) {
      each.accept(child);
      child.below(each);
    }
  }

  @Nullable String attr(String key) {
    return xml.attr(key);
  }

  String attrOr(String key) {
    return xml.attrOr(key);
  }

  /** All text as one line. */
  String line1() {
    return xml.line1();
  }

  /** HTML or text, see {@link FeedTexts#value}. */
  String value() {
    return FeedTexts.value(xml);
  }
}
