package io.wiredesk.ingest.parse.web;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Addresses of links and pictures in a page, in full: by its base element, the address that it was
 * fetched from, or the one that it states for itself (canonical, og:url). Stateless.
 */
final class PageAddresses {

  /** What readability, which wants a base, takes for one where the page has none. */
  static final String NOWHERE = "https://page.invalid/";

  private static final String[] ATTRIBUTES = {"href", "src", "poster"};

  private PageAddresses() {}

  /** Puts all addresses of the page in full, where a base is known. */
  static void complete(Document page) {
    String base = base(page);
    if (base.isEmpty()) {
      return;
    }
    page.setBaseUri(base);
    for (Element image : page.select("meta[property^=og:image], meta[name^=twitter:image]")) {
      String written = image.attr("content").strip();
      boolean path = written.matches("(?:\\.{0,2}/|//)\\S+");
      image.attr("content", path ? image.absUrl("content") : written);
    }
    for (Element element : page.select("a[href], img[src], source[src], video, audio[src]")) {
      for (String attribute : ATTRIBUTES) {
        String full = element.hasAttr(attribute) ? element.absUrl(attribute) : "";
        if (!full.isEmpty() && !element.attr(attribute).startsWith("#")) {
          element.attr(attribute, full);
        }
      }
    }
  }

  private static String base(Document page) {
    Element stated = page.selectFirst("base[href]");
    for (String address :
        new String[] {
          stated == null ? "" : stated.absUrl("href"),
          page.baseUri(),
          page.select("link[rel=canonical]").attr("href"),
          page.select("meta[property=og:url]").attr("content")
        }) {
      if (address.matches("(?i)https?://[^/\\s]+\\S*")) {
        return address;
      }
    }
    return "";
  }

  /** Takes back what readability has made of relative addresses. */
  static void withoutNowhere(Element content) {
    for (String attribute : ATTRIBUTES) {
      for (Element element : content.select("[" + attribute + "^=" + NOWHERE + "]")) {
        element.attr(attribute, element.attr(attribute).substring(NOWHERE.length() - 1));
      }
    }
  }
}
