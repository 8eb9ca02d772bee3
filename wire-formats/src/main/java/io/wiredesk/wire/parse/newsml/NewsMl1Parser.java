package io.wiredesk.wire.parse.newsml;

import io.wiredesk.schemas.AltId;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.WireParser;
import io.wiredesk.wire.parse.xml.XmlDocument;
import io.wiredesk.wire.parse.xml.XmlNode;
import io.wiredesk.wire.parse.xml.XmlReader;
import io.wiredesk.wire.profile.FeedProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * NewsML 1.0–1.2: one item for each NewsItem, whatever the number of its NewsComponents, unless
 * these tell the story in several languages: then one for each ({@link N1Edition}). The identifier
 * over all revisions is urn:newsml:ProviderId:DateId:NewsItemId (NewsML 1.2 functional
 * specification §5.5, without the revision); the PublicIdentifier with it is an altId. The version
 * is the RevisionId; a 0 there, which the standard does not allow, is a first revision and shown as
 * 1, but stays before a 1 that may follow. The urgency is that of NewsManagement, else a property
 * Priority or Urgency; no other is made up.
 */
public final class NewsMl1Parser implements WireParser {

  @Override
  public Parsed parse(WireInput input) {
    XmlDocument document = XmlReader.read(input);
    if (document instanceof XmlDocument.Broken broken) {
      return new Parsed.Rejected(WireFormat.NEWSML_1, broken.reason(), broken.message());
    }
    XmlDocument.Tree tree = (XmlDocument.Tree) document;
    List<WireItem> items = read(tree.root(), input.profile());
    items.forEach(item -> item.repairs.addAll(0, tree.repairs()));
    return items.isEmpty()
        ? new Parsed.Rejected(
            WireFormat.NEWSML_1, Parsed.Reason.NO_ITEM, "NewsML without a NewsItem")
        : new Parsed.Accepted(WireFormat.NEWSML_1, items);
  }

  /** Items at or below an element, in document order; those nested in another come after it. */
  public static List<WireItem> read(XmlNode root, FeedProfile profile) {
    List<XmlNode> nodes = new ArrayList<>();
    if (root.is("NewsItem")) {
      nodes.add(root);
    }
    nodes.addAll(root.below("NewsItem"));
    N1Topics topics = N1Topics.of(root);
    Optional<XmlNode> envelope = root.first("NewsEnvelope");
    List<WireItem> items = new ArrayList<>();
    for (XmlNode node : nodes) {
      for (N1Edition edition : node.hasElements() ? N1Edition.of(node) : List.<N1Edition>of()) {
        WireItem item = new WireItem();
        item.set(Field.LANGUAGE, edition.language(), "xml:lang");
        new N1Management(node, item, profile).read();
        edition.identify(item);
        new N1Components(node, item, profile, topics, edition).read();
        node.path("Identification", "NameLabel")
            .forEach(label -> item.set(Field.SLUGLINE, label.line1(), label.origin()));
        envelope.ifPresent(e -> envelope(e, item, profile));
        node.path("Identification", "NewsIdentifier", "ProviderId")
            .forEach(id -> item.set(Field.PROVIDER, id.line1(), id.origin()));
        item.set(Field.LANGUAGE, node.attr("xml:lang"), node.origin("xml:lang"));
        item.set(Field.TYPE, "text", node.origin());
        items.add(item);
      }
    }
    return items;
  }

  private static void envelope(XmlNode envelope, WireItem item, FeedProfile profile) {
    for (XmlNode child : envelope.elements()) {
      String value = N1.value(child);
      switch (child.name()) {
        case "DateAndTime" ->
            item.readTime(Field.VERSION_CREATED, value, profile.time(), child.origin());
        case "TransmissionId" -> {
          if (!value.isEmpty()) {
            item.set(Field.SEQUENCE, value, child.origin());
            item.altIds.add(new AltId("provider-sequence", value));
          }
        }
        case "NewsService" -> {
          item.set(Field.SERVICE, value, child.origin());
          keep(child, value, item);
        }
        case "SentFrom", "SentTo" ->
            child
                .all("Party")
                .forEach(
                    p -> {
                      boolean from = child.is("SentFrom");
                      item.set(Field.PROVIDER, from ? N1.value(p) : null, p.origin());
                      keep(p, from ? "" : N1.value(p), item);
                      N1.properties(p, item);
                    });
        default -> keep(child, value, item);
      }
    }
  }

  private static void keep(XmlNode child, String value, WireItem item) {
    if (!value.isEmpty()) {
      G2Extras.put(item, child.path(), value);
    }
  }
}
