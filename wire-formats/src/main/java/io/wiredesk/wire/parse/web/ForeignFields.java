package io.wiredesk.wire.parse.web;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.XmlNode;
import io.wiredesk.wire.time.TimeReader;
import io.wiredesk.wire.time.TimeRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Elements of namespaces that no standard here names, as agencies put them into their feeds. All
 * are kept as extras; those whose name says what they are are used besides: identifiers, first and
 * last publication, a first line, a longer body than the entry's own. Used by one thread.
 */
final class ForeignFields {

  private static final Set<String> UPDATED = Set.of("updated", "modified", "lastmodified");
  private static final Set<String> BODIES = Set.of("body", "fulltext", "story");

  private final List<Leaf> leaves = new ArrayList<>();
  private final TimeRules times;

  /**
   * A text of an element.
   *
   * @param node the element
   * @param name its name without namespace, hyphens and underscores
   * @param value not empty
   */
  private record Leaf(FeedNode node, String name, String value) {}

  private ForeignFields(TimeRules times) {
    this.times = times;
  }

  /** What stands below an entry. */
  static ForeignFields of(FeedNode entry, TimeRules times) {
    ForeignFields fields = new ForeignFields(times);
    entry.below(fields::collect);
    return fields;
  }

  private void collect(FeedNode node) {
    if (node.isLeaf() && node.isForeign()) {
      String value = node.xml().text().strip();
      if (!value.isEmpty()) {
        leaves.add(new Leaf(node, local(node), value));
      }
    }
  }

  /** Keeps a further value under a name. */
  static void more(String name, String value, WireItem item) {
    item.extras.merge(name, value, ForeignFields::join);
  }

  /** Uses what can be used. */
  void read(WireItem item) {
    for (Leaf leaf : leaves) {
      use(leaf, item);
    }
  }

  /** Keeps an element, and what is below it, by its path. */
  static void extra(FeedNode node, WireItem item) {
    keep(node, node.xml().name(), item);
  }

  private static void keep(FeedNode node, String path, WireItem item) {
    node.xml()
        .attributes()
        .forEach(
            (name, value) -> {
              if (!name.startsWith("xmlns") && !value.isBlank()) {
                item.extras.merge(path + "/@" + name, value, ForeignFields::join);
              }
            });
    if (!node.isLeaf()) {
      node.elements().forEach(child -> keep(child, path + "/" + child.xml().name(), item));
      return;
    }
    String text = node.xml().text().strip();
    if (!text.isEmpty()) {
      item.extras.merge(path, text, ForeignFields::join);
    }
  }

  private static String join(String one, String other) {
    return one.equals(other) || one.length() > 10_000 ? one : one + "\n" + other;
  }

  private void use(Leaf leaf, WireItem item) {
    XmlNode node = leaf.node().xml();
    String value = leaf.value();
    switch (leaf.name()) {
      case "published", "firstpublished", "created" ->
          item.time(Field.FIRST_CREATED, instant(value), node.origin());
      case "firstline", "standfirst", "lead", "teaser" -> item.description("lead", value);
      case "status" -> status(value, node, item);
      case "slug", "slugline" -> item.set(Field.SLUGLINE, value, node.origin());
      default -> {
        if (leaf.name().endsWith("id") && value.length() <= 100 && !value.contains(" ")) {
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

  /** The latest modification that is stated; null where none is. */
  @Nullable Instant updated() {
    Instant latest = null;
    for (Leaf leaf : leaves) {
      Instant at = UPDATED.contains(leaf.name()) ? instant(leaf.value()) : null;
      latest = at != null && (latest == null || latest.isBefore(at)) ? at : latest;
    }
    return latest;
  }

  /** The longest body; empty where there is none. */
  String body() {
    String longest = "";
    for (Leaf leaf : leaves) {
      boolean longer = leaf.value().length() > longest.length();
      longest = longer && BODIES.contains(leaf.name()) ? leaf.value() : longest;
    }
    return longest;
  }

  private static String local(FeedNode node) {
    return node.name().substring(FeedNames.FOREIGN.length()).replace("_", "").replace("-", "");
  }

  private @Nullable Instant instant(String value) {
    return TimeReader.instant(value, times);
  }
}
