package io.wiredesk.ingest.parse.web;

import io.wiredesk.ingest.parse.Parsed;
import io.wiredesk.ingest.parse.Parsed.Reason;
import io.wiredesk.ingest.parse.WireFormat;
import io.wiredesk.ingest.parse.WireInput;
import io.wiredesk.ingest.parse.WireItem;
import io.wiredesk.ingest.parse.WireParser;
import io.wiredesk.ingest.parse.text.WireText;
import io.wiredesk.ingest.parse.xml.XmlDocument;
import io.wiredesk.ingest.parse.xml.XmlNode;
import io.wiredesk.ingest.parse.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

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
  private static final Pattern ENCODING =
      Pattern.compile("^[^<]*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]+)");

  @Override
  public Parsed parse(WireInput input) {
    List<String> repairs = new ArrayList<>();
    XmlDocument document = XmlReader.read(input.bytes());
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
    return items.isEmpty()
        ? new Parsed.Rejected(format, Reason.NO_ITEM, "a feed without an entry")
        : new Parsed.Accepted(format, items);
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
    String head =
        new String(
            input.bytes(), 0, Math.min(300, input.bytes().length), StandardCharsets.ISO_8859_1);
    Matcher declared = ENCODING.matcher(head);
    String label = declared.find() ? declared.group(1) : WireText.label(input.contentType());
    String text = WireText.of(input.bytes(), label).value();
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
