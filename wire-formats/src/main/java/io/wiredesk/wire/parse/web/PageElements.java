package io.wiredesk.wire.parse.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a page by their names, in document order: what the page says about itself is
 * asked for by two dozen queries, each of which would walk the whole page. The page must keep its
 * elements as long as this is used; attributes may change. Used by one thread.
 */
final class PageElements {

  private final Document page;
  private final Map<String, List<Element>> byName = new HashMap<>();
  private @Nullable Element byline;

  PageElements(Document page) {
    this.page = page;
    for (Element element : page.getAllElements()) {
      byName.computeIfAbsent(element.normalName(), name -> new ArrayList<>()).add(element);
      byline = byline == null && isByline(element) ? element : byline;
    }
  }

  Document page() {
    return page;
  }

  /** All of this name. */
  List<Element> all(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** The first of this name; null where there is none. */
  @Nullable Element first(String name) {
    List<Element> all = all(name);
    return all.isEmpty() ? null : all.get(0);
  }

  /** All of this name that have the attribute. */
  List<Element> with(String name, String attribute) {
    List<Element> found = new ArrayList<>();
    for (Element element : all(name)) {
      if (element.hasAttr(attribute)) {
        found.add(element);
      }
    }
    return found;
  }

  /** The first of this name that has the attribute; null where there is none. */
  @Nullable Element firstWith(String name, String attribute) {
    List<Element> found = with(name, attribute);
    return found.isEmpty() ? null : found.get(0);
  }

  /** The first that names an author; null where there is none. */
  @Nullable Element byline() {
    return byline;
  }

  /** True where an attribute has this value, whatever its case and the space around it. */
  static boolean has(Element element, String attribute, String value) {
    return element.hasAttr(attribute) && value.equalsIgnoreCase(element.attr(attribute).trim());
  }

  private static boolean isByline(Element element) {
    return element.attributesSize() > 0
        && (has(element, "rel", "author")
            || has(element, "itemprop", "author")
            || element.hasClass("byline")
            || element.hasClass("author"));
  }
}
