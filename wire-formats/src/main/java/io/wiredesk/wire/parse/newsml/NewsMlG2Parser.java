package io.wiredesk.wire.parse.newsml;

import io.wiredesk.schemas.AltId;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.WireParser;
import io.wiredesk.wire.parse.xml.NewsCodes;
import io.wiredesk.wire.parse.xml.XmlDocument;
import io.wiredesk.wire.parse.xml.XmlNode;
import io.wiredesk.wire.parse.xml.XmlReader;
import io.wiredesk.wire.profile.FeedProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * NewsML-G2 in any version: newsItem, packageItem, planningItem, alone or several in a newsMessage.
 * Concept, knowledge and catalog items hold no news and are no items here. Catalogs are resolved
 * from the shipped table and inline declarations, never fetched. Where a provider's habit
 * contradicts the standard, the standard counts: the version is {@code @version}, the urgency that
 * of {@code contentMeta}, never the message's priority.
 */
public final class NewsMlG2Parser implements WireParser {

  private static final Set<String> ITEMS = Set.of("newsItem", "packageItem", "planningItem");

  @Override
  public Parsed parse(WireInput input) {
    XmlDocument document = XmlReader.read(input);
    if (document instanceof XmlDocument.Broken broken) {
      return new Parsed.Rejected(WireFormat.NEWSML_G2, broken.reason(), broken.message());
    }
    XmlDocument.Tree tree = (XmlDocument.Tree) document;
    List<WireItem> items = read(tree.root(), input.profile());
    items.forEach(item -> item.repairs.addAll(0, tree.repairs()));
    return items.isEmpty()
        ? new Parsed.Rejected(
            WireFormat.NEWSML_G2,
            Parsed.Reason.NO_ITEM,
            "no news, package or planning item in " + tree.root().name())
        : new Parsed.Accepted(WireFormat.NEWSML_G2, items);
  }

  /**
   * Items at or below an element, in document order; a package that only lists its message is none.
   */
  public static List<WireItem> read(XmlNode root, FeedProfile profile) {
    List<XmlNode> nodes =
        ITEMS.contains(root.name()) ? List.of(root) : root.outermost(n -> ITEMS.contains(n.name()));
    Optional<XmlNode> header =
        root.elements().stream().filter(n -> n.name().equalsIgnoreCase("header")).findFirst();
    List<WireItem> items = new ArrayList<>();
    for (XmlNode node : nodes) {
      boolean bareList = node.first("itemMeta").isEmpty() && node.attr("guid") == null;
      if (!bareList || nodes.size() == 1) {
        items.add(item(node, header.orElse(null), profile));
      }
    }
    return items;
  }

  private static WireItem item(XmlNode node, @Nullable XmlNode header, FeedProfile profile) {
    WireItem item = new WireItem();
    NewsCodes codes = header == null ? NewsCodes.of(node) : NewsCodes.of(header, node);
    G2Concepts concepts = new G2Concepts(codes, node.attr("xml:lang"));
    item.set(Field.URI, node.attr("guid"), node.origin("guid"));
    item.set(Field.VERSION, node.attr("version"), node.origin("version"));
    node.first("itemMeta").ifPresent(m -> new G2ItemMeta(m, item, concepts, profile).read());
    node.all("rightsInfo").forEach(r -> G2Rights.read(r, item, concepts));
    node.first("contentMeta").ifPresent(m -> new G2ContentMeta(m, item, concepts, profile).read());
    for (XmlNode part : node.path("partMeta")) {
      G2Extras.keep(part, item);
    }
    node.all("assert").forEach(each -> G2Details.concept(each, item));
    new G2Content(node, item, concepts, profile).read();
    G2Headline.settle(node, item);
    item.set(Field.LANGUAGE, node.attr("xml:lang"), node.origin("xml:lang"));
    if (header != null) {
      header(header, item, profile);
    }
    if (item.get(Field.TYPE) == null) {
      item.set(Field.TYPE, node.is("packageItem") ? "composite" : "text", node.origin());
    }
    if (node.is("planningItem")) {
      item.set(Field.PROFILE, "advisory", node.origin());
    }
    return item;
  }

  private static void header(XmlNode header, WireItem item, FeedProfile profile) {
    for (XmlNode child : header.elements()) {
      String name = child.name().toLowerCase(java.util.Locale.ROOT);
      String value = child.line1();
      if (value.isEmpty()) {
        continue;
      }
      switch (name) {
        case "sent" -> item.readTime(Field.VERSION_CREATED, value, profile.time(), child.origin());
        case "transmitid" -> item.altIds.add(new AltId("transmitId", value));
        case "sender" -> item.set(Field.PROVIDER, value, child.origin());
        default -> G2Extras.put(item, child.path(), value);
      }
    }
  }
}
