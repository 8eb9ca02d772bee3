package io.wiredesk.publish.index;

import io.wiredesk.schemas.Authority;
import io.wiredesk.schemas.PublicState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The public state of one item as the HTTP side keeps it. Immutable.
 *
 * @param uri the item
 * @param ninjsUri the same in ninjs, where it differs if it is no legal URI
 * @param state what may be done with it
 * @param reason why it was taken back, null while public
 * @param by whose word took it back, null while public and where nobody wrote it down
 * @param sequence counts the public states of the item
 * @param releasedAt when the state became public
 * @param embargoedUntil a second look at the clock: not shown before, whatever the topic says
 * @param facets what it can be filtered by
 * @param json how it is told, packed
 * @param partition of {@code news.published}
 * @param offset of {@code news.published}
 */
public record Shown(
    String uri,
    String ninjsUri,
    PublicState state,
    @Nullable String reason,
    @Nullable Authority by,
    long sequence,
    Instant releasedAt,
    @Nullable Instant embargoedUntil,
    Facets facets,
    PackedJson json,
    int partition,
    long offset) {

  /**
   * What an item can be filtered by.
   *
   * @param sections house names of its sections
   * @param entities uris of its entities, and their names in lower case
   * @param language tag of its text, lower case, null where nobody said
   * @param providers its provider by name, by uri and as the wire wrote it, lower case
   * @param desks desks that have it
   */
  public record Facets(
      Set<String> sections,
      Set<String> entities,
      @Nullable String language,
      Set<String> providers,
      Set<String> desks) {

    /** Of an item that is taken back: the desks that it ever reached. */
    public static Facets of(List<String> desks) {
      return new Facets(Set.of(), Set.of(), null, Set.of(), Set.copyOf(desks));
    }
  }

  /** False while an embargo lasts by this clock. */
  public boolean isOpenAt(Instant now) {
    return embargoedUntil == null || !embargoedUntil.isAfter(now);
  }

  Key key() {
    return new Key(releasedAt, uri);
  }

  /** Order of the list: newest first, then by uri. */
  record Key(Instant releasedAt, String uri) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byTime = other.releasedAt.compareTo(releasedAt);
      return byTime != 0 ? byTime : uri.compareTo(other.uri);
    }
  }
}
