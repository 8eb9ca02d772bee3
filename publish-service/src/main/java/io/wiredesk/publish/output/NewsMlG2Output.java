package io.wiredesk.publish.output;

import io.wiredesk.publish.gate.PublicView;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NinjsView;
import org.jspecify.annotations.Nullable;

/**
 * NewsML-G2 2.34 (power conformance): an item is a newsItem, a list a newsMessage. {@code version}
 * counts the public states of the item, so that it also grows where an item is taken back ({@code
 * stat:canceled}, {@code stat:withheld}), which no version of the wire says.
 */
final class NewsMlG2Output implements OutputFormat {

  static final String NAMESPACE = "http://iptc.org/std/nar/2006-10-01/";
  private static final String CATALOG =
      "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml";

  @Override
  public String extension() {
    return "g2";
  }

  @Override
  public String listType() {
    return "application/vnd.iptc.g2.newsmessage+xml; charset=utf-8";
  }

  @Override
  public String itemType() {
    return "application/vnd.iptc.g2.newsitem+xml; charset=utf-8";
  }

  @Override
  public String item(PublicView view, Links links) {
    XmlOut out = new XmlOut();
    newsItem(out, view, NAMESPACE);
    return out.end();
  }

  @Override
  public String list(OutputList list, Links links) {
    XmlOut out = new XmlOut();
    out.open("newsMessage", "xmlns", NAMESPACE);
    out.open("header");
    out.element("sent", list.updated().toString());
    out.element("sender", "Wiredesk");
    out.element("transmitId", list.id());
    out.element("channel", list.title());
    out.close();
    out.open("itemSet");
    list.views().forEach(view -> newsItem(out, view, null));
    return out.close().close().end();
  }

  private static void newsItem(XmlOut out, PublicView view, @Nullable String namespace) {
    NewsItem about = view.about();
    out.open(
        "newsItem",
        "xmlns",
        namespace,
        "guid",
        NinjsView.uri(view.uri()),
        "version",
        Long.toString(view.sequence()),
        "standard",
        "NewsML-G2",
        "standardversion",
        "2.34",
        "conformance",
        "power",
        "xml:lang",
        XmlOut.language(about.getLanguage()));
    out.empty("catalogRef", "href", CATALOG);
    out.open("catalog");
    out.empty("scheme", "alias", G2ConceptXml.OWN, "uri", "urn:wiredesk:code:");
    out.close();
    G2ItemMetaXml.write(out, view);
    if (view instanceof PublicView.Item item) {
      G2ContentXml.write(out, item.item());
    }
    out.close();
  }
}
