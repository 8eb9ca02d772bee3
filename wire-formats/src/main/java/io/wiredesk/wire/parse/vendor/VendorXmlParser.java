package io.wiredesk.wire.parse.vendor;

import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.WireParser;
import io.wiredesk.wire.parse.newsml.NewsMl1Parser;
import io.wiredesk.wire.parse.newsml.NewsMlG2Parser;
import io.wiredesk.wire.parse.nitf.NitfParser;
import io.wiredesk.wire.parse.xml.BodyByline;
import io.wiredesk.wire.parse.xml.XmlDocument;
import io.wiredesk.wire.parse.xml.XmlNode;
import io.wiredesk.wire.parse.xml.XmlReader;
import io.wiredesk.wire.profile.FeedProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * XML of no news standard. An envelope (SOAP, a vendor's wrapper) around NITF, NewsML or NewsML-G2
 * is opened; otherwise articles are the outermost elements that have a headline and a body among
 * their children, by the names in the table of {@link FieldKind}; the document itself where there
 * is none such but some copy. Everything that has no field becomes an extra.
 */
public final class VendorXmlParser implements WireParser {

  private static final int SOME_COPY = 80;
  private static final List<String> G2 = List.of("newsItem", "packageItem", "newsMessage");

  @Override
  public Parsed parse(WireInput input) {
    XmlDocument document = XmlReader.read(input);
    if (document instanceof XmlDocument.Broken broken) {
      return new Parsed.Rejected(WireFormat.XML, broken.reason(), broken.message());
    }
    XmlDocument.Tree tree = (XmlDocument.Tree) document;
    Parsed parsed = read(tree.root(), input.profile());
    if (parsed instanceof Parsed.Accepted accepted) {
      accepted.items().forEach(item -> item.repairs.addAll(0, tree.repairs()));
    }
    return parsed;
  }

  private static Parsed read(XmlNode root, FeedProfile profile) {
    List<XmlNode> nitfs = root.outermost("nitf");
    boolean newsml = !root.below("NewsManagement").isEmpty();
    boolean g2 = root.below(G2).stream().anyMatch(VendorXmlParser::hasMeta);
    if (g2) {
      return accepted(WireFormat.NEWSML_G2, NewsMlG2Parser.read(root, profile));
    }
    if (newsml) {
      return accepted(WireFormat.NEWSML_1, NewsMl1Parser.read(root, profile));
    }
    if (!nitfs.isEmpty()) {
      List<WireItem> items = new ArrayList<>();
      for (XmlNode nitf : nitfs) {
        WireItem item = new WireItem();
        NitfParser.read(nitf, item, profile);
        BodyByline.settle(item);
        items.add(item);
      }
      return accepted(WireFormat.NITF, items);
    }
    return accepted(WireFormat.XML, articles(root, profile));
  }

  private static List<WireItem> articles(XmlNode root, FeedProfile profile) {
    List<XmlNode> nodes = candidates(root);
    List<WireItem> items = new ArrayList<>();
    for (XmlNode node : nodes) {
      WireItem item = new VendorArticle(node, profile).read();
      boolean copy = !item.bodies.isEmpty() || !item.headlines.isEmpty();
      if (copy) {
        item.set(Field.TYPE, "text", node.origin());
        items.add(item);
      }
    }
    return items;
  }

  private static List<XmlNode> candidates(XmlNode root) {
    List<XmlNode> full =
        isArticle(root) ? List.of(root) : root.outermost(VendorXmlParser::isArticle);
    if (!full.isEmpty()) {
      return full;
    }
    List<XmlNode> brief = isBrief(root) ? List.of(root) : root.outermost(VendorXmlParser::isBrief);
    if (!brief.isEmpty()) {
      return brief;
    }
    boolean known =
        root.descendants()
            .map(XmlNode::name)
            .anyMatch(n -> FieldKind.is(n, FieldKind.HEADLINE) || FieldKind.is(n, FieldKind.BODY));
    return known && root.line1().length() >= SOME_COPY ? List.of(root) : List.of();
  }

  private static boolean isArticle(XmlNode node) {
    return has(node, FieldKind.HEADLINE) && has(node, FieldKind.BODY);
  }

  private static boolean isBrief(XmlNode node) {
    return has(node, FieldKind.HEADLINE)
        && (has(node, FieldKind.ABSTRACT)
            || has(node, FieldKind.PUBLISHED)
            || has(node, FieldKind.ID));
  }

  private static boolean has(XmlNode node, FieldKind kind) {
    for (XmlNode child : node.elements()) {
      if (FieldKind.is(child.name(), kind) && !child.isBlank()) {
        return true;
      }
    }
    for (Map.Entry<String, String> attribute : node.attributes().entrySet()) {
      if (FieldKind.is(attribute.getKey(), kind) && !attribute.getValue().isBlank()) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasMeta(XmlNode node) {
    return node.first("itemMeta").isPresent() || node.first("itemSet").isPresent();
  }

  private static Parsed accepted(WireFormat format, List<WireItem> items) {
    return items.isEmpty()
        ? new Parsed.Rejected(
            format, Parsed.Reason.NO_ITEM, "XML without an element that looks like an article")
        : new Parsed.Accepted(format, items);
  }
}
