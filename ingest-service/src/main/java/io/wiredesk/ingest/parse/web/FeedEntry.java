package io.wiredesk.ingest.parse.web;

import io.wiredesk.ingest.parse.Field;
import io.wiredesk.ingest.parse.WireDates;
import io.wiredesk.ingest.parse.WireInput;
import io.wiredesk.ingest.parse.WireItem;
import io.wiredesk.ingest.parse.xml.XmlNode;
import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.PubStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One item of RSS or entry of Atom. The first of several values counts; what has no field, and
 * every element of an unknown namespace, becomes an extra. Used once, by one thread.
 */
final class FeedEntry {

  private final XmlNode entry;
  private final Feed feed;
  private final FeedBase base;
  private final ZoneId zone;
  private final WireItem item = new WireItem();
  private final List<String> authors = new ArrayList<>();
  private @Nullable XmlNode content;
  private @Nullable XmlNode summary;
  private @Nullable String link;
  private @Nullable Instant updated;
  private @Nullable String id;
  private String images = "";

  FeedEntry(XmlNode entry, Feed feed, WireInput input) {
    this.entry = entry;
    this.feed = feed;
    this.base = feed.base();
    this.zone = input.profile().zone();
  }

  WireItem read() {
    item.set(Field.TYPE, "text", entry.path());
    item.set(Field.LANGUAGE, entry.attr("xml:lang"), entry.origin("xml:lang"));
    for (XmlNode node : entry.elements()) {
      if (!FeedParser.isEntry(node)) {
        element(FeedNames.of(node), node);
      }
    }
    ForeignFields.read(entry, item, zone);
    ForeignFields.updated(entry, zone).filter(this::isLatest).ifPresent(at -> updated = at);
    item.time(Field.VERSION_CREATED, updated, "updated");
    identity();
    texts();
    fromFeed();
    base.settle(item, entry);
    FeedImages.read(images, item);
    return item;
  }

  private void element(String name, XmlNode node) {
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

  /** RFC 5023 §13.1.1: a draft is not for the public. */
  private void control(XmlNode node) {
    boolean draft =
        node.elements().stream()
            .anyMatch(e -> FeedNames.of(e).equals("app:draft") && e.line1().equals("yes"));
    item.pubStatus(draft ? PubStatus.WITHHELD : null, node.origin());
  }

  private void person(String name, XmlNode node) {
    switch (name) {
      case "author", "dc:creator", "itunes:author", "creator" -> {
        String person = FeedTexts.person(node);
        if (person != null && !authors.contains(person)) {
          authors.add(person);
        }
        FeedTexts.contact(node, person).forEach(item.infoSources::add);
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
          item.set(Field.COPYRIGHT_NOTICE, FeedTexts.plain(node), node.origin());
      case "dc:language", "language", "dcterms:language" ->
          item.set(Field.LANGUAGE, node.line1(), node.origin());
      default -> {
        if (!FeedMedia.read(name, node, item)) {
          ForeignFields.extra(node, item);
        }
      }
    }
  }

  private void link(XmlNode node) {
    String href = node.attr("href");
    String rel = node.attr("rel") == null ? "alternate" : node.attrOr("rel");
    String written = href == null ? node.line1() : href.strip();
    if (written.isEmpty()) {
      return;
    }
    String target = base.resolve(node, written);
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

  private void identifier(String name, XmlNode node) {
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

  private void source(XmlNode node) {
    String name =
        node.elements().stream()
            .filter(child -> FeedNames.of(child).equals("title"))
            .map(FeedTexts::plain)
            .findFirst()
            .orElse(node.line1());
    if (!name.isEmpty()) {
      item.infoSources.add(concept(name, node.attr("url"), null, "source"));
      item.set(Field.PROVIDER, name, node.origin());
    }
    // RFC 4287 §4.2.11: an entry copied from another feed is by that feed's author
    node.elements().stream()
        .filter(child -> FeedNames.of(child).equals("author"))
        .map(FeedTexts::person)
        .filter(Objects::nonNull)
        .forEach(person -> item.set(Field.BY, person, node.origin()));
  }

  private void category(XmlNode node) {
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
    item.set(Field.URI, entry.attr("about"), entry.origin("rdf:about"));
    item.set(Field.URI, link, "link");
  }

  private void texts() {
    item.set(Field.BY, String.join(", ", authors), "author");
    if (summary != null) {
      String plain = FeedTexts.plain(summary);
      item.description("summary", plain);
    }
    String foreign = ForeignFields.body(entry).orElse("");
    if (content == null || foreign.length() > FeedTexts.value(content).length()) {
      item.text(foreign, "main", "extension");
    }
    XmlNode body = content == null || FeedTexts.value(content).isEmpty() ? summary : content;
    if (body != null) {
      String value = FeedTexts.value(body);
      if (FeedTexts.isHtml(body)) {
        images = base.html(body, value);
        item.html(images, "main", body.origin());
      } else {
        item.text(value, "main", body.origin());
      }
    }
    if (content != null && content.attr("src") != null) {
      FeedMedia.enclosure(content, content.attrOr("src"), item);
    }
  }

  private void fromFeed() {
    item.set(Field.LANGUAGE, feed.first("language", "dc:language", "xml:lang"), "feed");
    item.set(Field.COPYRIGHT_NOTICE, feed.first("copyright", "rights", "dc:rights"), "feed");
    item.set(Field.PROVIDER, feed.first("dc:publisher", "title", "author"), "feed");
    // RFC 4287 §4.2.1: the feed's author is that of entries without one
    item.set(Field.BY, feed.atom() ? feed.first("author") : null, "feed");
    if (item.time(Field.VERSION_CREATED) == null) {
      item.time(Field.VERSION_CREATED, item.time(Field.FIRST_CREATED), "publication date");
    }
  }

  /** The latest of the stated modifications is this version's. */
  private void updated(XmlNode node) {
    Optional<Instant> at = WireDates.read(node.line1(), zone).map(WireDates.Moment::at);
    if (at.isEmpty() && !node.line1().isEmpty()) {
      item.extras.putIfAbsent(node.name(), node.line1());
    }
    at.filter(this::isLatest).ifPresent(latest -> updated = latest);
  }

  private boolean isLatest(Instant at) {
    return updated == null || updated.isBefore(at);
  }

  private void time(Field field, XmlNode node) {
    if (WireDates.read(node.line1(), zone).isEmpty()) {
      ForeignFields.extra(node, item);
      return;
    }
    WireDates.offer(item, field, node.line1(), zone, node.origin());
  }

  private static XmlNode longer(@Nullable XmlNode present, XmlNode other) {
    boolean longer =
        present == null || FeedTexts.value(other).length() > FeedTexts.value(present).length();
    return longer ? other : present;
  }

  private static Concept concept(
      String name, @Nullable String uri, @Nullable String literal, String rel) {
    return new Concept(name, uri, literal, rel, Creator.WIRE, null, null);
  }
}
