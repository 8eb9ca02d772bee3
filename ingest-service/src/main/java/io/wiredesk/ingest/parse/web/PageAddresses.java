package io.wiredesk.ingest.parse.web;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Addresses of links and pictures in a page, in full: by its base element, the address that it was
 * fetched from, or the one that it states for itself (canonical, og:url). Stateless.
 */
final class PageAddresses {

  /** What readability, which wants a base, takes for one where the page has none. */
  static final String NOWHERE = "https://page.invalid/";

  private static final String[] ATTRIBUTES = {"href", "src", "poster"};
  private static final Pattern WEB = Pattern.compile("(?i)https?://[^/\\s]+\\S*");
  private static final Pattern PATH = Pattern.compile("(?:\\.{0,2}/|//)\\S+");

  private PageAddresses() {}

  /** Puts all addresses of the page in full, where a base is known. */
  static void complete(PageElements page) {
    String base = base(page);
    if (base.isEmpty()) {
      return;
    }
    page.page().setBaseUri(base);
    for (Element meta : page.all("meta")) {
      if (starts(meta, "property", "og:image") || starts(meta, "name", "twitter:image")) {
        String written = meta.attr("content").strip();
        boolean path = PATH.matcher(written).matches();
        meta.attr("content", path ? meta.absUrl("content") : written);
      }
    }
    page.with("a", "href").forEach(PageAddresses::complete);
    page.with("img", "src").forEach(PageAddresses::complete);
    page.with("source", "src").forEach(PageAddresses::complete);
    page.all("video").forEach(PageAddresses::complete);
    page.with("audio", "src").forEach(PageAddresses::complete);
  }

  private static void complete(Element element) {
    for (String attribute : ATTRIBUTES) {
      String written = element.attr(attribute);
      if (!written.startsWith("#") && !isPlain(written) && element.hasAttr(attribute)) {
        String full = element.absUrl(attribute);
        if (!full.isEmpty()) {
          element.attr(attribute, full);
        }
      }
    }
  }

  /**
   * True for an address in full that no rule of addresses would change: scheme, a host of letters,
   * digits, dots and hyphens, and a path of such and slashes without a segment of dots.
   */
  static boolean isPlain(String address) {
    int host =
        address.startsWith("https://") ? 8 : address.startsWith("http://") ? 7 : address.length();
    int at = host;
    while (at < address.length() && isUnreserved(address.charAt(at))) {
      at++;
    }
    if (at == host || (at < address.length() && address.charAt(at) != '/')) {
      return false;
    }
    while (at < address.length()) {
      char c = address.charAt(at);
      boolean dots = c == '/' && address.startsWith(".", at + 1);
      if (dots || (c != '/' && c != '_' && c != '=' && c != '?' && !isUnreserved(c))) {
        return false;
      }
      at++;
    }
    return true;
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '-';
  }

  private static boolean starts(Element element, String attribute, String value) {
    return element.hasAttr(attribute)
        && element.attr(attribute).toLowerCase(Locale.ROOT).startsWith(value);
  }

  private static String base(PageElements page) {
    Element stated = page.firstWith("base", "href");
    String base = stated == null ? "" : stated.absUrl("href");
    base = isWeb(base) ? base : page.page().baseUri();
    base = isWeb(base) ? base : stated(page, "link", "href", "rel", "canonical");
    base = isWeb(base) ? base : stated(page, "meta", "content", "property", "og:url");
    return isWeb(base) ? base : "";
  }

  /** An attribute of the first element that has it, and a value in another; empty where none. */
  private static String stated(
      PageElements page, String name, String wanted, String attribute, String value) {
    for (Element element : page.with(name, wanted)) {
      if (PageElements.has(element, attribute, value)) {
        return element.attr(wanted);
      }
    }
    return "";
  }

  private static boolean isWeb(String address) {
    return WEB.matcher(address).matches();
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
