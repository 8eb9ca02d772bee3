package io.wiredesk.ingest.parse.web;

import io.wiredesk.ingest.parse.xml.XmlNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One name for each element of a feed, whatever prefix and spelling of the namespace it came with:
 * {@code title} for RSS, RDF and Atom itself, {@code dc:creator}, {@code content:encoded}, {@code
 * media:content} for the modules, {@code ?:name} for namespaces nobody here knows. Stateless.
 */
final class FeedNames {

  private static final Map<String, String> MODULES =
      Map.ofEntries(
          Map.entry("purl.org/dc/elements", "dc"),
          Map.entry("purl.org/dc/terms", "dcterms"),
          Map.entry("purl.org/rss/1.0/modules/content", "content"),
          Map.entry("purl.org/rss/modules/content", "content"),
          Map.entry("search.yahoo.com/mrss", "media"),
          Map.entry("video.search.yahoo.com/mrss", "media"),
          Map.entry("tools.search.yahoo.com/mrss", "media"),
          Map.entry("www.itunes.com/dtds", "itunes"),
          Map.entry("www.georss.org", "georss"),
          Map.entry("w3.org/2003/01/geo", "geo"),
          Map.entry("w3.org/1999/xhtml", "xhtml"),
          Map.entry("w3.org/2005/atom", "atom"),
          Map.entry("purl.org/atom", "atom"),
          Map.entry("purl.org/syndication/thread", "thr"),
          Map.entry("purl.org/atompub/tombstones", "at"),
          Map.entry("w3.org/2007/app", "app"),
          Map.entry("purl.org/atom/app", "app"),
          Map.entry("purl.org/rss/1.0/modules/syndication", "sy"),
          Map.entry("purl.org/rss/1.0/modules/slash", "slash"),
          Map.entry("wellformedweb.org", "wfw"),
          Map.entry("wordpress.org/export/1.2/excerpt", "excerpt"),
          Map.entry("wordpress.org/export/1.1/excerpt", "excerpt"),
          Map.entry("wordpress.org/export/1.0/excerpt", "excerpt"),
          Map.entry("creativecommons", "cc"),
          Map.entry("web.resource.org/cc", "cc"));
  private static final Set<String> PREFIXES =
      Set.of("dc", "dcterms", "content", "media", "itunes", "georss", "xhtml", "atom", "slash");
  private static final Set<String> CORE =
      Set.of(
          "purl.org/rss/1.0/",
          "my.netscape.com",
          "backend.userland.com",
          "blogs.law.harvard.edu",
          "cyber.law.harvard.edu",
          "purl.org/net/rss1.1",
          "channel.netscape.com",
          "www.rssboard.org");

  private FeedNames() {}

  static String of(XmlNode node) {
    String name = node.name().toLowerCase(Locale.ROOT);
    int colon = name.indexOf(':');
    if (colon > 0) {
      // a document whose prefixes are declared nowhere
      String prefix = name.substring(0, colon);
      String local = name.substring(colon + 1);
      return !PREFIXES.contains(prefix)
          ? "?:" + local
          : prefix.equals("atom") ? local : prefix + ":" + local;
    }
    String module = module(node.namespace().toLowerCase(Locale.ROOT));
    return module.isEmpty() ? name : module + ":" + name;
  }

  private static String module(String namespace) {
    if (namespace.isEmpty()) {
      return "";
    }
    String found = "";
    String longest = "";
    for (Map.Entry<String, String> each : MODULES.entrySet()) {
      if (namespace.contains(each.getKey()) && each.getKey().length() > longest.length()) {
        longest = each.getKey();
        found = each.getValue();
      }
    }
    if (!longest.isEmpty()) {
      return found.equals("atom") ? "" : found;
    }
    boolean rss = CORE.stream().anyMatch(namespace::contains) || namespace.contains("rss2");
    return rss ? "" : "?";
  }
}
