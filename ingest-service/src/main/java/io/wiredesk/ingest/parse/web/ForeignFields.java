package io.wiredesk.ingest.parse.web;

import io.wiredesk.ingest.parse.Field;
import io.wiredesk.ingest.parse.WireDates;
import io.wiredesk.ingest.parse.WireItem;
import io.wiredesk.ingest.parse.xml.XmlNode;
import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.PubStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Elements of namespaces that no standard here names, as agencies put them into their feeds. All
 * are kept as extras; those whose name says what they are are used besides: identifiers, first and
 * last publication, a first line, a longer body than the entry's own. Stateless.
 */
final class ForeignFields {

  private ForeignFields() {}

  /** Keeps a further value under a name. */
  static void more(String name, String value, WireItem item) {
    item.extras.merge(name, value, ForeignFields::join);
  }

  /** Uses what can be used below an entry. */
  static void read(XmlNode entry, WireItem item, ZoneId zone) {
    entry
        .descendants()
        .filter(node -> FeedNames.of(node).startsWith("?:") && node.elements().isEmpty())
        .forEach(node -> use(node, item, zone));
  }

  /** Keeps an element, and what is below it, by its path. */
  static void extra(XmlNode node, WireItem item) {
    keep(node, node.name(), item);
  }

  private static void keep(XmlNode node, String path, WireItem item) {
    node.attributes()
        .forEach(
            (name, value) -> {
              if (!name.startsWith("xmlns") && !value.isBlank()) {
                item.extras.merge(path + "/@" + name, value, ForeignFields::join);
              }
            });
    if (!node.elements().isEmpty()) {
      node.elements().forEach(child -> keep(child, path + "/" + child.name(), item));
    } else if (!node.text().isBlank()) {
      item.extras.merge(path, node.text().strip(), ForeignFields::join);
    }
  }

  private static String join(String one, String other) {
    return one.equals(other) || one.length() > 10_000 ? one : one + "\n" + other;
  }

  private static void use(XmlNode node, WireItem item, ZoneId zone) {
    String value = node.text().strip();
    if (value.isEmpty()) {
      return;
    }
    String name = local(node);
    switch (name) {
      case "published", "firstpublished", "created" ->
          item.time(Field.FIRST_CREATED, instant(value, zone).orElse(null), node.origin());
      case "firstline", "standfirst", "lead", "teaser" -> item.description("lead", value);
      case "status" -> status(value, node, item);
      case "slug", "slugline" -> item.set(Field.SLUGLINE, value, node.origin());
      default -> {
        if (name.endsWith("id") && value.length() <= 100 && !value.contains(" ")) {
          item.altIds.add(new AltId(node.name(), value));
        }
      }
    }
  }

  /** What a content system exports besides what it has published is not for the public. */
  private static void status(String value, XmlNode node, WireItem item) {
    switch (value.toLowerCase(Locale.ROOT)) {
      case "draft", "auto-draft", "pending", "private", "future", "trash" ->
          item.pubStatus(PubStatus.WITHHELD, node.origin());
      case "publish", "published" -> item.pubStatus(PubStatus.USABLE, node.origin());
      default -> {
        // an extra
      }
    }
  }

  /** The latest modification that an element of an unknown namespace states. */
  static Optional<Instant> updated(XmlNode entry, ZoneId zone) {
    return named(entry, Set.of("updated", "modified", "lastmodified"))
        .map(value -> instant(value, zone))
        .flatMap(Optional::stream)
        .max(Instant::compareTo);
  }

  /** The longest body that an element of an unknown namespace holds. */
  static Optional<String> body(XmlNode entry) {
    return named(entry, Set.of("body", "fulltext", "story"))
        .max(Comparator.comparingInt(String::length));
  }

  private static Stream<String> named(XmlNode entry, Set<String> names) {
    return entry
        .descendants()
        .filter(node -> node.elements().isEmpty() && names.contains(local(node)))
        .map(node -> node.text().strip())
        .filter(value -> !value.isEmpty());
  }

  private static String local(XmlNode node) {
    String name = FeedNames.of(node);
    return name.startsWith("?:") ? name.substring(2).replaceAll("[_-]", "") : "";
  }

  private static Optional<Instant> instant(String value, ZoneId zone) {
    return WireDates.read(value, zone).map(WireDates.Moment::at);
  }
}
