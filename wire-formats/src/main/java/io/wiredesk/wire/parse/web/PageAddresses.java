package io.wiredesk.wire.parse.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of links and pictures in a page, in full: by its base element, the address that it was
 * fetched from, or the one that it states for itself (canonical, og:url). Stateless.
 */
final class PageAddresses {

  /** What readability, which wants a base, takes for one where the page has none. */
  static final String NOWHERE = "https://page.invalid/";

  private static final List<String> ATTRIBUTES = List.of("href", "src", "poster");
  private static final Pattern WEB = Pattern.compile("(?i)https?://[^/\\s]+\\S*");
  private static final Pattern PATH = Pattern.compile("(?:\\.{0,2}/|//)\\S+");

  private PageAddresses() {}

  /** Puts all addresses of the page in full, where a base is known. */
  static void complete(Document page) {
    String base = base(page);
    if (base.isEmpty()) {
      return;
    }
    page.setBaseUri(base);
    for (Element meta : page.select("meta[property^=og:image], meta[name^=twitter:image]")) {
      String written = meta.attr("content").strip();
      boolean path = PATH.matcher(written).matches();
      meta.attr("content", path ? meta.absUrl("content") : written);
    }
    page.select("a[href], img[src], source[src], video, audio[src]")
        .forEach(PageAddresses::complete);
  }

  private static void complete(Element element) {
    for (String attribute : ATTRIBUTES) {
      boolean any = element.hasAttr(attribute) && !element.attr(attribute).startsWith("#");
      String full = any ? element.absUrl(attribute) : "";
      if (!full.isEmpty()) {
        element.attr(attribute, full);
      }
    }
  }

  private static String base(Document page) {
    Element stated = page.selectFirst("base[href]");
    String base = stated == null ? "" : stated.absUrl("href");
    base = isWeb(base) ? base : page.baseUri();
    base = isWeb(base) ? base : attribute(page.selectFirst("link[href][rel=canonical]"), "href");
    base =
        isWeb(base)
            ? base
            : attribute(page.selectFirst("meta[content][property=og:url]"), "content");
    return isWeb(base) ? base : "";
  }

  private static String attribute(@Nullable Element element, String name) {
    return element == null ? "" : element.attr(name);
  }

  private static boolean isWeb(String address) {
    return WEB.matcher(address).matches();
  }

  /** Takes back what readability has made of relative addresses. */
  static void withoutNowhere(Element content) {
    for (Element element : content.getAllElements()) {
      for (String attribute : ATTRIBUTES) {
        String address = element.attr(attribute);
        if (address.toLowerCase(Locale.ROOT).startsWith(NOWHERE)) {
          element.attr(attribute, address.substring(NOWHERE.length() - 1));
        }
      }
    }
  }
}
