package io.wiredesk.publish.index;

import io.wiredesk.schemas.PublicState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The newest public states, each uri once, at most {@code capacity} of them: what is older is on
 * the topic, not here. One thread writes; any number read.
 */
public final class PublicIndex {

  private final int capacity;
  private final Clock clock;
  private final Map<String, Shown> byUri = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<Shown.Key, Shown> newestFirst = new ConcurrentSkipListMap<>();
  private final List<Consumer<Shown>> listeners = new CopyOnWriteArrayList<>();
  private Position read = Position.start();
  private Position evicted = Position.start();
  private volatile boolean ready;

  /**
   * An empty index, not ready yet.
   *
   * @param clock for the second look at embargoes
   */
  public PublicIndex(int capacity, Clock clock) {
    this.capacity = capacity;
    this.clock = clock;
  }

  /** Most items in the index. */
  public int capacity() {
    return capacity;
  }

  /** Everything that was on the topic at the start has been read. */
  public void caughtUp() {
    ready = true;
  }

  /** Before this a kill may still be unread: nothing may be shown. */
  public boolean isReady() {
    return ready;
  }

  /** Takes over a state, in the order of its partition, and tells those who listen. */
  public synchronized void put(Shown shown) {
    read = read.with(shown.partition(), shown.offset());
    Shown before = byUri.get(shown.uri());
    if (before != null && before.sequence() > shown.sequence()) {
      return;
    }
    byUri.put(shown.uri(), shown);
    newestFirst.put(shown.key(), shown);
    if (before != null && !before.key().equals(shown.key())) {
      newestFirst.remove(before.key());
    }
    if (newestFirst.size() > capacity) {
      evictOldest();
    }
    listeners.forEach(listener -> listener.accept(shown));
  }

  /** The record under that uri is gone from the topic. */
  public synchronized void remove(String uri, int partition, long offset) {
    read = read.with(partition, offset);
    Shown before = byUri.remove(uri);
    if (before != null) {
      newestFirst.remove(before.key());
    }
  }

  /** The current state of an item; empty where it is unknown here or under embargo by our clock. */
  public Optional<Shown> find(String uri) {
    return Optional.ofNullable(byUri.get(uri)).filter(shown -> shown.isOpenAt(clock.instant()));
  }

  /** True if nothing newer is known of the item and it may be shown now. */
  public boolean isCurrent(Shown shown) {
    return byUri.get(shown.uri()) == shown && shown.isOpenAt(clock.instant());
  }

  /**
   * A stretch of the list.
   *
   * @param items newest first
   * @param next where the next stretch begins, null at the end
   */
  public record Page(List<Shown> items, @Nullable Cursor next) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /** The items that the query wants. */
  public Page page(Query query) {
    Cursor before = query.before();
    Map<Shown.Key, Shown> rest =
        before == null
            ? newestFirst
            : newestFirst.tailMap(new Shown.Key(before.releasedAt(), before.uri()), false);
    Instant now = clock.instant();
    List<Shown> items = new ArrayList<>();
    for (Shown shown : rest.values()) {
      if (query.matches(shown) && shown.isOpenAt(now) && byUri.get(shown.uri()) == shown) {
        if (items.size() == query.limit()) {
          Shown last = items.get(items.size() - 1);
          return new Page(items, new Cursor(last.releasedAt(), last.uri()));
        }
        items.add(shown);
      }
    }
    return new Page(items, null);
  }

  /** Number of public items of each desk that has any. */
  public Map<String, Long> itemsByDesk() {
    return byUri.values().stream()
        .filter(shown -> shown.state() == PublicState.PUBLISHED)
        .flatMap(shown -> shown.facets().desks().stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /**
   * What a subscriber starts with.
   *
   * @param missed current states after the position it named, oldest first
   * @param gap true if states after that position have left the index
   * @param position of this instance
   * @param cancel ends the subscription
   */
  public record Subscription(List<Shown> missed, boolean gap, Position position, Runnable cancel) {}

  /**
   * From now on tells every new state, without a hole between what was missed and what comes.
   *
   * @param from where the subscriber was, null: now
   * @param listener called by the writing thread; must not block
   */
  public synchronized Subscription subscribe(@Nullable Position from, Consumer<Shown> listener) {
    listeners.add(listener);
    List<Shown> missed =
        from == null
            ? List.of()
            : byUri.values().stream()
                .filter(shown -> !from.covers(shown.partition(), shown.offset()))
                .sorted(Comparator.comparing(Shown::releasedAt).thenComparing(Shown::uri))
                .toList();
    boolean gap = from != null && !from.coversAll(evicted);
    return new Subscription(missed, gap, read, () -> listeners.remove(listener));
  }

  private void evictOldest() {
    Shown oldest = newestFirst.pollLastEntry().getValue();
    byUri.remove(oldest.uri(), oldest);
    evicted = evicted.with(oldest.partition(), oldest.offset());
  }
}
