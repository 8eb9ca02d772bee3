package io.wiredesk.wire.parse.web;

import io.wiredesk.wire.charset.DeclaredCharset;
import io.wiredesk.wire.charset.WireText;
import io.wiredesk.wire.parse.FeedIdentities;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.Parsed.Reason;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.WireParser;
import io.wiredesk.wire.parse.xml.XmlDocument;
import io.wiredesk.wire.parse.xml.XmlNode;
import io.wiredesk.wire.parse.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.90–2.0 and 1.0/1.1 (RDF), Atom 0.3 and 1.0, and a single Atom entry: every entry is
 * an item. Read with the hardened XML reader over elements rather than with ROME, whose model is
 * stricter than the feeds there are: it refuses a whole feed for one fault, wants a channel, and
 * leaves out elements of namespaces that it has no module for. A feed that is not well-formed is
 * mended once (tags closed as a browser would) and read again, which is recorded. Documents that
 * declare entities are refused. Stateless.
 */
public final class FeedParser implements WireParser {

  private static final Pattern ENTITY = Pattern.compile("<!ENTITY\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public Parsed parse(WireInput input) {
    List<String> repairs = new ArrayList<>();
    XmlDocument document = XmlReader.read(input);
    if (document instanceof XmlDocument.Broken broken && broken.reason() == Reason.MALFORMED) {
      document = mended(input, broken);
      repairs.add("feed is not well-formed, mended: " + broken.message());
    }
    if (document instanceof XmlDocument.Broken broken) {
      return new Parsed.Rejected(WireFormat.RSS, broken.reason(), broken.message());
    }
    XmlDocument.Tree tree = (XmlDocument.Tree) document;
    repairs.addAll(0, tree.repairs());
    return read(tree.root(), repairs, input);
  }

  private static Parsed read(XmlNode root, List<String> repairs, WireInput input) {
    FeedNode top = FeedNode.of(root);
    WireFormat format = format(top);
    Feed feed = Feed.of(top, input.sourceName());
    List<WireItem> items = new ArrayList<>();
    for (FeedNode entry : entries(top)) {
      WireItem item =
          entry.is(FeedNode.DELETED)
              ? Tombstone.read(entry.xml(), input)
              : new FeedEntry(entry, feed, input).read();
      item.repairs.addAll(repairs);
      items.add(item);
    }
    new FeedIdentities(items, ofFeed(top)).settle();
    return items.isEmpty()
        ? new Parsed.Rejected(format, Reason.NO_ITEM, "a feed without an entry")
        : new Parsed.Accepted(format, items);
  }

  /** Links and ids of the feed itself. */
  private static List<String> ofFeed(FeedNode top) {
    List<String> addresses = new ArrayList<>();
    for (FeedNode holder : holders(top)) {
      for (FeedNode node : holder.elements()) {
        boolean address = node.is("link") || node.is("id");
        String value = node.attr("href") == null ? node.line1() : node.attrOr("href");
        if (address && !value.isBlank()) {
          addresses.add(value);
        }
      }
    }
    return addresses;
  }

  private static List<FeedNode> holders(FeedNode top) {
    List<FeedNode> holders = new ArrayList<>();
    if (!top.isEntry()) {
      holders.add(top);
      top.elements().stream().filter(node -> node.is("channel")).forEach(holders::add);
    }
    return holders;
  }

  /** Every item and entry at any depth; one within another is an item of its own. */
  private static List<FeedNode> entries(FeedNode root) {
    List<FeedNode> entries = new ArrayList<>();
    if (root.isEntry()) {
      entries.add(root);
    }
    root.below(
        node -> {
          if (node.isEntry()) {
            entries.add(node);
          }
        });
    return entries;
  }

  private static WireFormat format(FeedNode root) {
    return root.is("feed") || root.is("entry") ? WireFormat.ATOM : WireFormat.RSS;
  }

  private static XmlDocument mended(WireInput input, XmlDocument.Broken broken) {
    List<@Nullable String> labels =
        Arrays.asList(
            WireText.label(input.contentType()), DeclaredCharset.ofXml(input.bytes()), "UTF-8");
    String text = WireText.labelled(input.bytes(), labels).value();
    if (ENTITY.matcher(text).find()) {
      return new XmlDocument.Broken(Reason.REFUSED, "declares entities and is broken");
    }
    Document tolerant = Jsoup.parse(text, "", Parser.xmlParser());
    tolerant.outputSettings().prettyPrint(false).syntax(Document.OutputSettings.Syntax.xml);
    Optional<org.jsoup.nodes.Element> root = tolerant.children().stream().findFirst();
    return root.isEmpty()
        ? broken
        : XmlReader.read(root.get().outerHtml().getBytes(StandardCharsets.UTF_8));
  }
}
