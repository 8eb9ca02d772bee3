package io.wiredesk.wire.parse;

import io.wiredesk.schemas.AltId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes back identifiers that cannot tell a feed's stories apart: words that stand for none
 * ("N/A"), the address or id of the feed itself, and one that several entries of the document have
 * whose links, headlines or, without these, texts differ. The entry's link takes their place where
 * it is its own; else the identity is derived from the copy. Each is recorded as a repair. One use,
 * one thread.
 */
public final class FeedIdentities {

  private static final Set<String> NONE =
      Set.of(
          "n/a",
          "na",
          "n.a.",
          "none",
          "null",
          "nil",
          "undefined",
          "unknown",
          "nan",
          "0",
          "-",
          "--",
          "#",
          "?",
          "id",
          "guid",
          "false",
          "true",
          "tbd",
          "no guid",
          "no-guid",
          "default",
          "urn:uuid:00000000-0000-0000-0000-000000000000",
          "00000000-0000-0000-0000-000000000000");

  private final List<WireItem> items;
  private final Set<String> ofFeed = new HashSet<>();

  /**
   * @param items entries in document order
   * @param ofFeed addresses and ids of the feed itself
   */
  public FeedIdentities(List<WireItem> items, List<String> ofFeed) {
    this.items = items;
    ofFeed.forEach(address -> this.ofFeed.add(address(address)));
  }

  /** Goes through all entries once. */
  public void settle() {
    Set<String> links = shared(FeedIdentities::link);
    for (String id : shared(item -> item.get(Field.URI))) {
      items.stream().filter(item -> id.equals(item.get(Field.URI))).forEach(this::takeBackShared);
    }
    for (WireItem item : items) {
      String id = item.get(Field.URI);
      if (id != null && (isNone(id) || ofFeed.contains(address(id)))) {
        takeBack(item, isNone(id) ? "stands for none" : "is the feed's own");
      }
      String link = link(item);
      boolean own = link != null && !links.contains(link) && !ofFeed.contains(address(link));
      if (item.get(Field.URI) == null && own) {
        item.set(Field.URI, link, "link");
      }
    }
  }

  private void takeBackShared(WireItem item) {
    takeBack(item, "stands at different entries of the document");
  }

  private static void takeBack(WireItem item, String why) {
    String id = item.withdraw(Field.URI);
    item.extras.putIfAbsent("identifier", String.valueOf(id));
    item.repairs.add("identifier " + id + " " + why + ": not taken as the item's identity");
  }

  /** Values that several entries have which are plainly different stories. */
  private Set<String> shared(Function<WireItem, @Nullable String> value) {
    Map<String, WireItem> first = new HashMap<>();
    Set<String> shared = new HashSet<>();
    for (WireItem item : items) {
      String id = value.apply(item);
      WireItem other = id == null ? null : first.putIfAbsent(id, item);
      if (other != null && areDifferent(other, item)) {
        shared.add(id);
      }
    }
    return shared;
  }

  /** RFC 4287 §4.1.1 allows versions of one entry in a document: these have one link. */
  private boolean areDifferent(WireItem one, WireItem other) {
    String link = ownLink(one);
    String otherLink = ownLink(other);
    if (link != null && otherLink != null) {
      return !link.equals(otherLink);
    }
    String headline = headline(one);
    return headline.isEmpty() && headline(other).isEmpty()
        ? !one.bodies.equals(other.bodies)
        : !headline.equals(headline(other));
  }

  private @Nullable String ownLink(WireItem item) {
    String link = link(item);
    return link == null || ofFeed.contains(address(link)) ? null : link;
  }

  private static @Nullable String link(WireItem item) {
    return item.altIds.stream()
        .filter(id -> Objects.equals(id.getRole(), "link"))
        .map(AltId::getValue)
        .findFirst()
        .orElse(null);
  }

  private static String headline(WireItem item) {
    return item.headlines.isEmpty() ? "" : item.headlines.get(0).getValue();
  }

  private static boolean isNone(String id) {
    return NONE.contains(id.strip().toLowerCase(Locale.ROOT));
  }

  /** One spelling for an address with and without "www." and a slash at its end. */
  private static String address(String written) {
    String address = written.strip().toLowerCase(Locale.ROOT);
    return address.replaceFirst("^https?://(?:www\\.)?", "//").replaceFirst("/+$", "");
  }
}
