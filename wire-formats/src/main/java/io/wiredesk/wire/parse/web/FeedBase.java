package io.wiredesk.wire.parse.web;

import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.XmlNode;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What relative addresses in a feed are relative to: {@code xml:base} of the element or one above
 * it (RFC 4287 §2, XML Base); else the address that the feed states for its site (RSS) or itself
 * (Atom, rel="self"); else the one that it was fetched from. Only http and https are a base. It is
 * looked for when the first relative address is met. Used by one thread.
 */
final class FeedBase {

  private static final Pattern WEB = Pattern.compile("(?i)https?://[^/\\s]+.*");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?i)\\b(href|src|poster)(\\s*=\\s*)([\"'])(?![a-z][a-z0-9+.-]*:|#)([^\"'<>]{1,2000})\\3");

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][\\w+.-]*+:");

  private final XmlNode root;
  private final @Nullable String source;
  private @Nullable String outer;
  private boolean known;

  /**
   * @param root of the document
   * @param source where it came from, an address or a file's name; null where unknown
   */
  FeedBase(XmlNode root, @Nullable String source) {
    this.root = root;
    this.source = source;
  }

  /** The base of an element without one of its own. */
  private @Nullable String outer() {
    if (!known) {
      outer = stated(root, source);
      known = true;
    }
    return outer;
  }

  private static @Nullable String stated(XmlNode root, @Nullable String source) {
    String site = null;
    String self = null;
    String page = null;
    for (XmlNode holder : new XmlNode[] {root, root.first("channel").orElse(root)}) {
      for (XmlNode link : holder.all("link")) {
        String href = link.attrOr("href").strip();
        String rel = link.attrOr("rel");
        site = href.isEmpty() ? first(site, link.line1()) : site;
        self = rel.equals("self") ? first(self, href) : self;
        page = rel.isEmpty() || rel.equals("alternate") ? first(page, href) : page;
      }
    }
    String stated = first(first(site, self == null ? "" : self), source == null ? "" : source);
    return first(stated, page == null ? "" : page);
  }

  private static @Nullable String first(@Nullable String known, String other) {
    return known != null || !WEB.matcher(other.strip()).matches() ? known : other.strip();
  }

  /** The address in full where it can be; as it stands where not. */
  String resolve(XmlNode node, String address) {
    String base = address.isBlank() || isAbsolute(address) ? null : base(node);
    return base == null ? address : joined(base, address);
  }

  /** HTML with the addresses of its links and media in full. */
  String html(XmlNode node, String html) {
    String base = base(node);
    return base == null
        ? html
        : REFERENCE
            .matcher(html)
            .replaceAll(reference -> Matcher.quoteReplacement(completed(reference, base)));
  }

  private static String completed(MatchResult reference, String base) {
    String address = joined(base, reference.group(4).strip().replace("&amp;", "&"));
    String quote = reference.group(3);
    String written = address.replace("&", "&amp;").replace(quote, "");
    return reference.group(1) + reference.group(2) + quote + written + quote;
  }

  /** True where a scheme stands before the address. */
  private static boolean isAbsolute(String address) {
    return SCHEME.matcher(address).lookingAt();
  }

  /** Puts the addresses of an entry's media in full. */
  void settle(WireItem item, XmlNode entry) {
    item.extras.computeIfPresent("thumbnail", (name, address) -> resolve(entry, address));
    item.associations.forEach(
        association -> {
          association.setUri(resolve(entry, association.getUri()));
          association
              .getRenditions()
              .forEach(
                  rendition -> {
                    String href = rendition.getHref();
                    rendition.setHref(href == null ? null : resolve(entry, href));
                  });
        });
  }

  private @Nullable String base(XmlNode node) {
    Deque<String> stated = new ArrayDeque<>();
    for (XmlNode at = node; at != null; at = at.parent()) {
      if (!at.attrOr("xml:base").isBlank()) {
        stated.push(at.attrOr("xml:base").strip());
      }
    }
    String base = outer();
    for (String each : stated) {
      boolean whole = WEB.matcher(each).matches();
      base = whole ? each : base == null || isAbsolute(each) ? base : joined(base, each);
    }
    return base;
  }

  private static String joined(String base, String address) {
    if (address.startsWith("?")) {
      // RFC 3986 §5.3; the JDK takes the last segment off
      return base.replaceAll("[?#].*", "") + address;
    }
    try {
      String full = new URL(new URL(base), address).toExternalForm();
      return full.length() > 4_000 ? address : full.replace(" ", "%20");
    } catch (MalformedURLException odd) {
      return address;
    }
  }
}
