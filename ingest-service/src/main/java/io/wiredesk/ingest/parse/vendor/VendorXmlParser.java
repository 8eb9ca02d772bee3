package io.wiredesk.ingest.parse.vendor;

import io.wiredesk.ingest.feed.FeedProfile;
import io.wiredesk.ingest.parse.Field;
import io.wiredesk.ingest.parse.Parsed;
import io.wiredesk.ingest.parse.WireFormat;
import io.wiredesk.ingest.parse.WireInput;
import io.wiredesk.ingest.parse.WireItem;
import io.wiredesk.ingest.parse.WireParser;
import io.wiredesk.ingest.parse.newsml.NewsMl1Parser;
import io.wiredesk.ingest.parse.newsml.NewsMlG2Parser;
import io.wiredesk.ingest.parse.nitf.NitfParser;
import io.wiredesk.ingest.parse.xml.BodyByline;
import io.wiredesk.ingest.parse.xml.XmlDocument;
import io.wiredesk.ingest.parse.xml.XmlNode;
import io.wiredesk.ingest.parse.xml.XmlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * XML of no news standard. An envelope (SOAP, a vendor's wrapper) around NITF, NewsML or NewsML-G2
 * is opened; otherwise articles are the outermost elements that have a headline and a body among
 * their children, by the names in the table of {@link FieldKind}; the document itself where there
 * is none such but some copy. Everything that has no field becomes an extra.
 */
public final class VendorXmlParser implements WireParser {

  private static final int SOME_COPY = 80;
  private static final Set<String> G2 = Set.of("newsItem", "packageItem", "newsMessage");

  @Override
  public Parsed parse(WireInput input) {
    XmlDocument document = XmlReader.read(input.bytes());
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
    List<XmlNode> nitfs = root.outermost(n -> n.is("nitf"));
    boolean newsml = root.descendants().anyMatch(n -> n.is("NewsManagement"));
    boolean g2 = root.descendants().anyMatch(n -> G2.contains(n.name()) && hasMeta(n));
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
    return node.elements().stream().anyMatch(child -> FieldKind.is(child, kind) && !child.isBlank())
        || node.attributes().entrySet().stream()
            .anyMatch(
                a ->
                    !a.getValue().isBlank()
                        && FieldKind.of(a.getKey()).filter(k -> k == kind).isPresent());
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
