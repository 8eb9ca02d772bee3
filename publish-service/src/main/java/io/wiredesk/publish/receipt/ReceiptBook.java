package io.wiredesk.publish.receipt;

import io.wiredesk.schemas.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The receipts of the newest uris, read from the compacted topic. A consumer is known once it gave
 * a receipt, and owes one for every kill that came later. Thread-safe.
 */
public final class ReceiptBook {

  private final Map<String, Map<String, Receipt>> byUri;
  private final Map<String, Instant> since = new TreeMap<>();

  /** A kill that is in force: the sequence of the public state, and when it became public. */
  public record Kill(String uri, long sequence, Instant at) {}

  /**
   * An empty book.
   *
   * @param capacity most uris that it remembers; the one that came first goes first
   */
  public ReceiptBook(int capacity) {
    this.byUri =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Map<String, Receipt>> eldest) {
            return size() > capacity;
          }
        };
  }

  /** Key of a receipt on its topic. */
  public static String key(String consumer, String uri) {
    return consumer + " " + uri;
  }

  /** Takes a receipt; one of an older sequence replaces nothing. */
  public synchronized void put(Receipt receipt) {
    byUri
        .computeIfAbsent(receipt.getUri(), uri -> new TreeMap<>())
        .merge(
            receipt.getConsumer(),
            receipt,
            (old, fresh) -> fresh.getSequence() >= old.getSequence() ? fresh : old);
    since.merge(receipt.getConsumer(), receipt.getActedAt(), (a, b) -> a.isBefore(b) ? a : b);
  }

  /** Forgets the receipt of that key; a consumer without any is no longer known. */
  public synchronized void remove(String key) {
    int cut = key.indexOf(' ');
    if (cut > 0) {
      String consumer = key.substring(0, cut);
      Map<String, Receipt> receipts = byUri.get(key.substring(cut + 1));
      if (receipts != null) {
        receipts.remove(consumer);
      }
      if (byUri.values().stream().noneMatch(map -> map.containsKey(consumer))) {
        since.remove(consumer);
      }
    }
  }

  /** The receipts for an item, by consumer. */
  public synchronized List<Receipt> of(String uri) {
    return List.copyOf(byUri.getOrDefault(uri, Map.of()).values());
  }

  /** The consumers that are known, by name. */
  public synchronized Set<String> consumers() {
    return new TreeSet<>(since.keySet());
  }

  /** Known consumers that owe a receipt for that kill, by name. */
  public synchronized List<String> owing(Kill kill) {
    List<String> owing = new ArrayList<>();
    since.keySet().stream().filter(consumer -> owes(consumer, kill)).forEach(owing::add);
    return owing;
  }

  /** Age of the oldest of these kills that the consumer owes a receipt for; zero where none. */
  public synchronized Duration oldestOwed(String consumer, List<Kill> kills, Instant now) {
    return kills.stream()
        .filter(kill -> owes(consumer, kill))
        .map(Kill::at)
        .min(Comparator.naturalOrder())
        .map(at -> Duration.between(at, now))
        .orElse(Duration.ZERO);
  }

  private boolean owes(String consumer, Kill kill) {
    Instant first = since.get(consumer);
    @Nullable Receipt receipt = byUri.getOrDefault(kill.uri(), Map.of()).get(consumer);
    return first != null
        && (receipt == null ? kill.at().isAfter(first) : receipt.getSequence() < kill.sequence());
  }
}
