package io.wiredesk.publish.output;

import io.wiredesk.publish.gate.PublicView;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import io.wiredesk.schemas.NinjsView;
import io.wiredesk.schemas.Rendition;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Atom (RFC 4287). An entry's {@code updated} is the moment at which its state became public, so
 * that it grows with every revision. What was taken back is a tombstone ({@code at:deleted-entry},
 * RFC 6721) with the reason. One item is an entry document.
 */
final class AtomOutput implements OutputFormat {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
  private static final String SECTIONS = "urn:wiredesk:sections";

  @Override
  public String extension() {
    return "atom";
  }

  @Override
  public String listType() {
    return "application/atom+xml; charset=utf-8";
  }

  @Override
  public String itemType() {
    return "application/atom+xml; type=entry; charset=utf-8";
  }

  @Override
  public String item(PublicView view, Links links) {
    XmlOut out = new XmlOut();
    if (view instanceof PublicView.Item item) {
      entry(out, item, links, ATOM);
    } else if (view instanceof PublicView.Notice notice) {
      tombstone(out, notice, TOMBSTONES, ATOM);
    }
    return out.end();
  }

  @Override
  public String list(OutputList list, Links links) {
    XmlOut out = new XmlOut();
    out.open("feed", "xmlns", ATOM, "xmlns:at", TOMBSTONES);
    out.element("id", list.id());
    out.element("title", list.title());
    out.element("updated", list.updated().toString());
    out.element("generator", "Wiredesk");
    link(out, "self", links.at(list.self()), "application/atom+xml");
    link(out, "alternate", links.at("/"), "text/html");
    if (list.next() != null) {
      link(out, "next", links.at(list.next()), "application/atom+xml");
    }
    for (PublicView view : list.views()) {
      if (view instanceof PublicView.Item item) {
        entry(out, item, links, null);
      } else if (view instanceof PublicView.Notice notice) {
        tombstone(out, notice, null, null);
      }
    }
    return out.close().end();
  }

  private void entry(XmlOut out, PublicView.Item view, Links links, @Nullable String namespace) {
    NewsItem item = view.item();
    out.open("entry", "xmlns", namespace, "xml:lang", XmlOut.language(item.getLanguage()));
    out.element("id", NinjsView.uri(item.getUri()));
    out.element("title", XmlOut.orElse(Texts.headline(item), item.getUri()));
    out.element("updated", view.since().toString());
    published(out, item.getFirstCreated());
    String author = XmlOut.orElse(Texts.author(item), item.getSource().getFeed());
    out.open("author").element("name", author).close();
    link(out, "self", links.item(item.getUri(), this), "application/atom+xml;type=entry");
    link(out, "alternate", links.item(item.getUri()), "application/json");
    enclosures(out, item);
    categories(out, item);
    out.element("rights", item.getCopyrightNotice());
    out.element("summary", Texts.summary(item));
    String html = Texts.html(item).orElse(null);
    out.open("content", "type", html == null ? "text" : "html")
        .text(html == null ? item.getText() : html)
        .close();
    out.close();
  }

  private static void published(XmlOut out, @Nullable Instant first) {
    if (first != null) {
      out.element("published", first.toString());
    }
  }

  private static void enclosures(XmlOut out, NewsItem item) {
    for (Rendition rendition : item.getRenditions()) {
      if (rendition.getHref() != null) {
        String size =
            rendition.getSizeInBytes() == null ? null : rendition.getSizeInBytes().toString();
        out.empty(
            "link",
            "rel",
            "enclosure",
            "href",
            rendition.getHref(),
            "type",
            rendition.getContentType(),
            "length",
            size);
      }
    }
  }

  private static void categories(XmlOut out, NewsItem item) {
    Set<String> known = new HashSet<>();
    if (item.getEnrichment() != null) {
      for (NewsSection section : item.getEnrichment().getSections()) {
        category(out, known, section.getSection(), SECTIONS, null);
      }
    }
    for (Concept subject : item.getSubjects()) {
      String term = subject.getUri() == null ? subject.getLiteral() : subject.getUri();
      category(out, known, term == null ? subject.getName() : term, null, subject.getName());
    }
    item.getKeywords().forEach(keyword -> category(out, known, keyword, null, null));
  }

  private static void category(
      XmlOut out,
      Set<String> known,
      @Nullable String term,
      @Nullable String scheme,
      @Nullable String label) {
    if (term != null && !term.isBlank() && known.add(scheme + " " + term)) {
      out.empty("category", "term", term, "scheme", scheme, "label", label);
    }
  }

  private static void tombstone(
      XmlOut out, PublicView.Notice notice, @Nullable String own, @Nullable String atom) {
    out.open(
        "at:deleted-entry",
        "xmlns:at",
        own,
        "xmlns",
        atom,
        "ref",
        NinjsView.uri(notice.uri()),
        "when",
        notice.since().toString());
    String what =
        switch (notice.state()) {
          case CANCELED -> "Canceled, must not be used. ";
          case WITHHELD -> "Withheld until further notice. ";
          case LEFT, PUBLISHED -> "No longer in this list. ";
        };
    out.element("at:comment", what + notice.reason());
    out.close();
  }

  private static void link(XmlOut out, String rel, String href, String type) {
    out.empty("link", "rel", rel, "href", href, "type", type);
  }
}
