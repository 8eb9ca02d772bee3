package io.wiredesk.wire.parse.web;

import io.wiredesk.wire.parse.xml.XmlNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One name for each element of a feed, whatever prefix and spelling of the namespace it came with:
 * {@code title} for RSS, RDF and Atom itself, {@code dc:creator}, {@code content:encoded}, {@code
 * media:content} for the modules, {@code ?:name} for namespaces nobody here knows. Remembers the
 * namespaces of one document; used by one thread.
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

  /** What the names of elements begin with whose namespace nobody here knows. */
  static final String FOREIGN = "?:";

  private final Map<String, String> modules = new HashMap<>();

  String of(XmlNode node) {
    String module = modules.computeIfAbsent(node.namespace(), FeedNames::module);
    return name(node.name().toLowerCase(Locale.ROOT), module);
  }

  private static String name(String name, String module) {
    int colon = name.indexOf(':');
    if (colon > 0) {
      // a document whose prefixes are declared nowhere
      String prefix = name.substring(0, colon);
      String local = name.substring(colon + 1);
      return !PREFIXES.contains(prefix)
          ? FOREIGN + local
          : prefix.equals("atom") ? local : prefix + ":" + local;
    }
    return module.isEmpty() ? name : module + ":" + name;
  }

  private static String module(String uri) {
    if (uri.isEmpty()) {
      return "";
    }
    String namespace = uri.toLowerCase(Locale.ROOT);
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
