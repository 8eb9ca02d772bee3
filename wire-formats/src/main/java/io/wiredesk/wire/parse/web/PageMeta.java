package io.wiredesk.wire.parse.web;

import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.time.TimeRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What an article page says about itself in meta elements (OpenGraph, article:, Dublin Core,
 * Twitter cards, the common names), in links, and where it says nothing there, in its title, h1 and
 * time elements. Stateless.
 */
final class PageMeta {

  private static final List<String> KEYS = List.of("property", "name", "itemprop", "http-equiv");

  private static final String BYLINE = "[rel=author], [itemprop=author], .byline, .author";

  private static final Pattern HOME =
      Pattern.compile("(?i)(?:https?:)?//[^/?#]+/?(?:(?:index|default)\\.\\w{2,5})?(?:#.*)?|/");

  private PageMeta() {}

  static void read(Document page, WireItem item, WireInput input) {
    Map<String, List<String>> meta = meta(page);
    identity(page, meta, item);
    headline(page, meta, item);
    times(page, meta, item, input);
    people(page, meta, item);
    topics(meta, item);
    item.description(
        "summary", first(meta, "og:description", "description", "twitter:description"));
    item.set(Field.COPYRIGHT_NOTICE, first(meta, "copyright", "dc.rights", "rights"), "meta");
    String image = first(meta, "og:image", "og:image:url", "twitter:image");
    if (image != null && item.associations.isEmpty()) {
      item.associations.add(
          new Association(
              "featureimage",
              image,
              "picture",
              null,
              first(meta, "og:image:alt"),
              null,
              null,
              List.of()));
    }
  }

  private static void identity(Document page, Map<String, List<String>> meta, WireItem item) {
    Element canonical = page.selectFirst("link[href][rel=canonical]");
    if (canonical != null) {
      item.set(Field.URI, notHome(canonical.absUrl("href")), "canonical");
      item.set(Field.URI, notHome(canonical.attr("href")), "canonical");
    }
    item.set(Field.URI, notHome(first(meta, "og:url", "dc.identifier")), "og:url");
    item.set(Field.URI, page.location(), "address");
    Element html = page.selectFirst("html[lang]");
    item.set(Field.LANGUAGE, html == null ? null : html.attr("lang"), "html/@lang");
    item.set(Field.LANGUAGE, first(meta, "content-language", "dc.language", "language"), "meta");
    String locale = first(meta, "og:locale");
    item.set(Field.LANGUAGE, locale == null ? null : locale.replace('_', '-'), "og:locale");
  }

  /** The site's own address is that of no article; null where it is that. */
  static @Nullable String notHome(@Nullable String address) {
    return address == null || HOME.matcher(address.strip()).matches() ? null : address;
  }

  private static void headline(Document page, Map<String, List<String>> meta, WireItem item) {
    if (item.headlines.isEmpty()) {
      Stream<@Nullable String> sites =
          Stream.of(
              first(meta, "og:site_name"),
              first(meta, "application-name"),
              first(meta, "dc.publisher", "publisher"),
              item.get(Field.PROVIDER));
      String stated = first(meta, "og:title", "headline", "dc.title", "twitter:title");
      item.headline("main", new PageHeadline(page, sites).find(stated));
    }
    item.set(Field.TITLE, page.title(), "title");
  }

  private static void times(
      Document page, Map<String, List<String>> meta, WireItem item, WireInput input) {
    TimeRules times = input.profile().time();
    String published =
        first(
            meta,
            "article:published_time",
            "datepublished",
            "og:published_time",
            "dc.date.issued",
            "dc.issued",
            "dc.date",
            "date",
            "pubdate",
            "publishdate",
            "parsely-pub-date",
            "sailthru.date");
    String modified =
        first(
            meta,
            "article:modified_time",
            "datemodified",
            "og:updated_time",
            "dc.date.modified",
            "dc.modified",
            "last-modified",
            "lastmod");
    Element time = stamped(page, "dateModified", false);
    item.readTime(Field.FIRST_CREATED, published, times, "meta published");
    if (time != null && item.time(Field.FIRST_CREATED) == null) {
      item.readTime(Field.FIRST_CREATED, time.attr("datetime"), times, "time");
    }
    item.readTime(Field.VERSION_CREATED, modified, times, "meta modified");
    Element changed = stamped(page, "dateModified", true);
    if (changed != null) {
      item.readTime(Field.VERSION_CREATED, changed.attr("datetime"), times, "time dateModified");
    }
    item.time(Field.VERSION_CREATED, item.time(Field.FIRST_CREATED), "publication time");
  }

  /** The first time element that has, or has not, this property of schema.org. */
  private static @Nullable Element stamped(Document page, String property, boolean has) {
    return page.select("time[datetime]").stream()
        .filter(time -> time.attr("itemprop").contains(property) == has)
        .findFirst()
        .orElse(null);
  }

  private static void people(Document page, Map<String, List<String>> meta, WireItem item) {
    List<String> authors = new ArrayList<>();
    for (String name : List.of("author", "article:author", "dc.creator", "parsely-author", "byl")) {
      for (String author : meta.getOrDefault(name, List.of())) {
        if (!author.startsWith("http") && !authors.contains(author)) {
          authors.add(author);
        }
      }
    }
    item.set(Field.BY, String.join(", ", authors), "meta author");
    Element byline = page.selectFirst(BYLINE);
    if (byline != null && byline.text().length() <= 120) {
      item.set(Field.BY, byline.text(), "byline");
    }
    item.set(
        Field.PROVIDER,
        first(meta, "og:site_name", "dc.publisher", "publisher", "application-name"),
        "meta publisher");
  }

  private static void topics(Map<String, List<String>> meta, WireItem item) {
    for (String name : List.of("article:section", "section", "parsely-section", "dc.subject")) {
      for (String section : meta.getOrDefault(name, List.of())) {
        Concept concept = new Concept(section, null, null, "section", Creator.WIRE, null, null);
        if (!item.subjects.contains(concept)) {
          item.subjects.add(concept);
        }
      }
    }
    for (String name : List.of("article:tag", "keywords", "news_keywords")) {
      for (String list : meta.getOrDefault(name, List.of())) {
        for (String keyword : list.split("[,;]")) {
          if (!keyword.isBlank() && !item.keywords.contains(keyword.strip())) {
            item.keywords.add(keyword.strip());
          }
        }
      }
    }
  }

  private static Map<String, List<String>> meta(Document page) {
    Map<String, List<String>> all = new HashMap<>();
    for (Element meta : page.select("meta[content]")) {
      String content = meta.attr("content").strip();
      for (String key : KEYS) {
        if (meta.hasAttr(key) && !content.isEmpty()) {
          String name = meta.attr(key).strip().toLowerCase(Locale.ROOT).replace("dcterms.", "dc.");
          all.computeIfAbsent(name, k -> new ArrayList<>()).add(content);
        }
      }
    }
    return all;
  }

  private static @Nullable String first(Map<String, List<String>> meta, String... names) {
    for (String name : names) {
      List<String> values = meta.get(name);
      if (values != null) {
        return values.get(0);
      }
    }
    return null;
  }
}
