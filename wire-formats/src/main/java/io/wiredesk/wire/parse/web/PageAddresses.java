package io.wiredesk.wire.parse.web;

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
    String site = site(base);
    page.with("a", "href").forEach(element -> complete(element, site));
    page.with("img", "src").forEach(element -> complete(element, site));
    page.with("source", "src").forEach(element -> complete(element, site));
    page.all("video").forEach(element -> complete(element, site));
    page.with("audio", "src").forEach(element -> complete(element, site));
  }

  private static void complete(Element element, String site) {
    for (String attribute : ATTRIBUTES) {
      String written = element.attr(attribute);
      boolean any = !written.startsWith("#") && element.hasAttr(attribute);
      String full = any ? full(element, attribute, site) : "";
      if (!full.isEmpty() && !full.equals(written)) {
        element.attr(attribute, full);
      }
    }
  }

  /**
   * An attribute's address in full; empty where that cannot be.
   *
   * @param site what comes before a path in addresses of the page; empty where unknown
   */
  static String full(Element element, String attribute, String site) {
    String written = element.attr(attribute);
    if (isPlain(written)) {
      return written;
    }
    boolean path = written.startsWith("/") && !site.isEmpty() && isPlainPath(written, 0);
    return path && !written.startsWith("//") ? site + written : element.absUrl(attribute);
  }

  /** Scheme and host of an address; empty where it is not plain. */
  static String site(String address) {
    return isPlain(address) ? address.substring(0, endOfHost(address)) : "";
  }

  /**
   * True for an address in full that no rule of addresses would change: scheme, a host of letters,
   * digits, dots and hyphens, and a path of such and slashes without a segment of dots.
   */
  private static boolean isPlain(String address) {
    int end = endOfHost(address);
    return end > 0 && isPlainPath(address, end);
  }

  /** Where the host ends after http or https; -1 where there is none. */
  private static int endOfHost(String address) {
    int host = address.startsWith("https://") ? 8 : address.startsWith("http://") ? 7 : 0;
    int at = host;
    while (host > 0 && at < address.length() && isUnreserved(address.charAt(at))) {
      at++;
    }
    return at > host ? at : -1;
  }

  private static boolean isPlainPath(String address, int from) {
    if (from < address.length() && address.charAt(from) != '/') {
      return false;
    }
    for (int i = from; i < address.length(); i++) {
      char c = address.charAt(i);
      boolean dots = c == '/' && address.startsWith(".", i + 1);
      if (dots || (c != '/' && c != '_' && c != '=' && c != '?' && !isUnreserved(c))) {
        return false;
      }
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
    for (Element element : content.getAllElements()) {
      for (String attribute : ATTRIBUTES) {
        String address = element.attr(attribute);
        if (address.length() >= NOWHERE.length()
            && address.substring(0, NOWHERE.length()).toLowerCase(Locale.ROOT).equals(NOWHERE)) {
          element.attr(attribute, address.substring(NOWHERE.length() - 1));
        }
      }
    }
  }
}
