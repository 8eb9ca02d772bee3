package io.wiredesk.wire.parse.web;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.time.TimeReader;
import io.wiredesk.wire.time.TimeRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One item of RSS or entry of Atom. The first of several values counts; what has no field, and
 * every element of an unknown namespace, becomes an extra. Used once, by one thread.
 */
final class FeedEntry {

  private final FeedNode entry;
  private final Feed feed;
  private final FeedBase base;
  private final TimeRules times;
  private final WireItem item = new WireItem();
  private final List<String> authors = new ArrayList<>();
  private @Nullable FeedNode content;
  private @Nullable FeedNode summary;
  private @Nullable String link;
  private @Nullable Instant updated;
  private @Nullable String id;
  private String images = "";

  FeedEntry(FeedNode entry, Feed feed, WireInput input) {
    this.entry = entry;
    this.feed = feed;
    this.base = feed.base();
    this.times = input.profile().time();
  }

  WireItem read() {
    item.set(Field.TYPE, "text", entry.xml().path());
    item.set(Field.LANGUAGE, entry.attr("xml:lang"), entry.xml().origin("xml:lang"));
    for (FeedNode node : entry.elements()) {
      if (!node.isEntry()) {
        element(node.name(), node);
      }
    }
    ForeignFields foreign = ForeignFields.of(entry, times);
    foreign.read(item);
    updated(foreign.updated());
    item.time(Field.VERSION_CREATED, updated, "updated");
    identity();
    texts(foreign.body());
    headlineOfMedia();
    fromFeed();
    base.settle(item, entry.xml());
    FeedImages.read(images, item);
    return item;
  }

  private void element(String name, FeedNode node) {
    switch (name) {
      case "title", "dc:title" -> item.headline("main", FeedTexts.plain(node));
      case "link" -> link(node);
      case "guid", "id", "dc:identifier", "dcterms:identifier" -> identifier(name, node);
      case "pubdate", "published", "issued", "dcterms:issued", "dcterms:created", "created" ->
          time(Field.FIRST_CREATED, node);
      case "updated", "modified", "dcterms:modified", "lastbuilddate" -> updated(node);
      case "dc:date", "dcterms:date", "date" -> time(Field.FIRST_CREATED, node);
      case "app:control" -> control(node);
      case "expirationdate", "dcterms:valid" -> time(Field.EXPIRES, node);
      case "description",
          "summary",
          "abstract",
          "tagline",
          "itunes:summary",
          "excerpt:encoded",
          "dc:description",
          "dcterms:abstract" ->
          summary = longer(summary, node);
      case "content", "content:encoded", "xhtml:body", "xhtml:div", "body", "fulltext" ->
          content = longer(content, node);
      default -> person(name, node);
    }
  }

  /** Feeds of videos and pictures have their headline at the medium alone. */
  private void headlineOfMedia() {
    if (item.headlines.isEmpty()) {
      entry.below(
          node -> {
            if (node.is("media:title") && item.headlines.isEmpty()) {
              item.headline("main", FeedTexts.plain(node));
            }
          });
    }
  }

  /** RFC 5023 §13.1.1: a draft is not for the public. */
  private void control(FeedNode node) {
    for (FeedNode child : node.elements()) {
      if (child.is("app:draft") && child.line1().equals("yes")) {
        item.pubStatus(PubStatus.WITHHELD, node.xml().origin());
      }
    }
  }

  private void person(String name, FeedNode node) {
    switch (name) {
      case "author", "dc:creator", "itunes:author", "creator" -> {
        String person = FeedTexts.person(node);
        if (person != null && !authors.contains(person)) {
          authors.add(person);
        }
        FeedTexts.contact(node, person, item);
      }
      case "contributor", "dc:contributor" -> {
        String person = FeedTexts.person(node);
        if (person != null) {
          item.infoSources.add(concept(person, null, null, "contributor"));
        }
      }
      case "source", "dc:source", "dc:publisher" -> source(node);
      case "category", "dc:subject", "dcterms:subject", "itunes:category" -> category(node);
      case "media:keywords", "itunes:keywords", "keywords" -> keywords(node.line1());
      case "rights", "copyright", "dc:rights", "dcterms:rights", "media:copyright" ->
          item.set(Field.COPYRIGHT_NOTICE, FeedTexts.plain(node), node.xml().origin());
      case "dc:language", "language", "dcterms:language" ->
          item.set(Field.LANGUAGE, node.line1(), node.xml().origin());
      default -> {
        if (!FeedMedia.read(name, node, item)) {
          ForeignFields.extra(node, item);
        }
      }
    }
  }

  private void link(FeedNode node) {
    String href = node.attr("href");
    String rel = node.attr("rel") == null ? "alternate" : node.attrOr("rel");
    String written = href == null ? node.line1() : href.strip();
    if (written.isEmpty()) {
      return;
    }
    String target = base.resolve(node.xml(), written);
    if (rel.equals("enclosure")) {
      FeedMedia.enclosure(node, target, item);
    } else if (href == null || rel.equals("alternate")) {
      if (link == null) {
        link = target;
        item.altIds.add(new AltId("link", target));
      } else if (!target.equals(link)) {
        ForeignFields.more("link/alternate", target, item);
      }
    } else {
      ForeignFields.more("link/" + rel, target, item);
    }
  }

  private void identifier(String name, FeedNode node) {
    String value = node.line1();
    if (value.isEmpty()) {
      return;
    }
    if (id == null || name.equals("guid") || name.equals("id")) {
      if (id != null) {
        item.altIds.add(new AltId("identifier", id));
      }
      id = value;
    } else {
      item.altIds.add(new AltId("identifier", value));
    }
  }

  private void source(FeedNode node) {
    String name = null;
    for (FeedNode child : node.elements()) {
      name = name == null && child.is("title") ? FeedTexts.plain(child) : name;
    }
    name = name == null ? node.line1() : name;
    if (!name.isEmpty()) {
      item.infoSources.add(concept(name, node.attr("url"), null, "source"));
      item.set(Field.PROVIDER, name, node.xml().origin());
    }
    // RFC 4287 §4.2.11: an entry copied from another feed is by that feed's author
    for (FeedNode child : node.elements()) {
      if (child.is("author")) {
        item.set(Field.BY, FeedTexts.person(child), node.xml().origin());
      }
    }
  }

  private void category(FeedNode node) {
    String term = node.attr("term") == null ? node.line1() : node.attrOr("term").strip();
    String label = node.attr("label") == null ? node.attr("text") : node.attr("label");
    String name = label == null ? term : label.strip();
    if (name.isEmpty()) {
      return;
    }
    String scheme = node.attr("scheme") == null ? node.attr("domain") : node.attr("scheme");
    boolean tag = scheme != null && scheme.toLowerCase(Locale.ROOT).contains("tag");
    if (tag) {
      item.keywords.add(name);
    } else {
      String literal = node.attr("nicename") == null ? term : node.attr("nicename");
      Concept concept = concept(name, null, literal, "category");
      if (!item.subjects.contains(concept)) {
        item.subjects.add(concept);
      }
    }
    if (scheme != null && !tag) {
      item.extras.putIfAbsent("category/scheme", scheme);
    }
  }

  private void keywords(String list) {
    for (String keyword : list.split(",")) {
      if (!keyword.isBlank()) {
        item.keywords.add(keyword.strip());
      }
    }
  }

  /**
   * guid or id; else what the RDF calls it; else the link; without any the identity is derived
   * later.
   */
  private void identity() {
    item.set(Field.URI, id, "guid or id");
    item.set(Field.URI, entry.attr("about"), entry.xml().origin("rdf:about"));
    item.set(Field.URI, link, "link");
  }

  /**
   * @param foreign the longest body that an element of an unknown namespace has; empty where none
   */
  private void texts(String foreign) {
    item.set(Field.BY, String.join(", ", authors), "author");
    if (summary != null) {
      item.description("summary", FeedTexts.plain(summary));
    }
    String own = content == null ? "" : content.value();
    if (foreign.length() > own.length()) {
      item.text(foreign, "main", "extension");
    }
    FeedNode body = own.isEmpty() ? summary : content;
    if (body != null && FeedTexts.isHtml(body)) {
      images = base.html(body.xml(), body.value());
      item.html(images, "main", body.xml().origin());
    } else if (body != null) {
      item.text(body.value(), "main", body.xml().origin());
    }
    if (content != null && content.attr("src") != null) {
      FeedMedia.enclosure(content, content.attrOr("src"), item);
    }
  }

  private void fromFeed() {
    item.set(Field.LANGUAGE, feed.language(), "feed");
    item.set(Field.COPYRIGHT_NOTICE, feed.rights(), "feed");
    item.set(Field.PROVIDER, feed.provider(), "feed");
    // RFC 4287 §4.2.1: the feed's author is that of entries without one
    item.set(Field.BY, feed.atom() ? feed.author() : null, "feed");
    if (item.time(Field.VERSION_CREATED) == null) {
      item.time(Field.VERSION_CREATED, item.time(Field.FIRST_CREATED), "publication date");
    }
  }

  private void updated(FeedNode node) {
    Instant at = TimeReader.instant(node.line1(), times);
    if (at == null && !node.line1().isEmpty()) {
      item.extras.putIfAbsent(node.xml().name(), node.line1());
    }
    updated(at);
  }

  /** The latest of the stated modifications is this version's. */
  private void updated(@Nullable Instant at) {
    updated = at != null && (updated == null || updated.isBefore(at)) ? at : updated;
  }

  private void time(Field field, FeedNode node) {
    if (TimeReader.instant(node.line1(), times) == null) {
      ForeignFields.extra(node, item);
      return;
    }
    item.readTime(field, node.line1(), times, node.xml().origin());
  }

  private static FeedNode longer(@Nullable FeedNode present, FeedNode other) {
    boolean longer = present == null || other.value().length() > present.value().length();
    return longer ? other : present;
  }

  private static Concept concept(
      String name, @Nullable String uri, @Nullable String literal, String rel) {
    return new Concept(name, uri, literal, rel, Creator.WIRE, null, null);
  }
}
