package io.wiredesk.ingest.topology;

import io.wiredesk.runtime.Metrics;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.DuplicateKind;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What became of everything that came in, per feed. Whatever a line sent ends in exactly one of
 * these, so that over any time in which the service is not behind
 *
 * <pre>
 *   received + further = items + joined + duplicates + dead letters + waiting (its change)
 * </pre>
 *
 * <ul>
 *   <li>{@code wiredesk.intake.received}: raw records that intake took in, one too large among them
 *   <li>{@code wiredesk.parse.further}: items of a raw record that holds several, beyond its first
 *   <li>{@code wiredesk.parse.items}: revisions written to {@code news.items}
 *   <li>{@code wiredesk.parse.joined}: takes that went into such a revision, beyond its first
 *   <li>{@code wiredesk.parse.duplicates}, by kind: what {@code news.duplicates} has
 *   <li>{@code wiredesk.dead.letters}, by reason: what {@code news.dead-letters} has
 *   <li>{@code wiredesk.parse.waiting} (gauge): takes that wait for the others of their story
 * </ul>
 *
 * After a start, {@code wiredesk.parse.earlier} belongs to the left side: raw records that an
 * earlier process, or another one, took in. What the left side is ahead of the right is still on
 * its way: the lag of the group {@code wiredesk-ingest}. Counters are those of one process since
 * its start: sum them over instances. A transaction that is aborted (a broker away, a killed
 * instance) is done again and counted again; the topics hold each record's end once. Thread-safe.
 */
public final class Account {

  private final Metrics metrics;
  private final Instant since;
  private final Map<String, AtomicLong> waiting = new ConcurrentHashMap<>();

  /** An account in the service's metrics. */
  public Account(Metrics metrics) {
    this(metrics, Instant.MIN);
  }

  /**
   * An account in the service's metrics.
   *
   * @param since start of the process
   */
  public Account(Metrics metrics, Instant since) {
    this.metrics = metrics;
    this.since = since;
  }

  /** A raw record is read; one that was received before the start is on no counter of intake. */
  void came(String feed, Instant received) {
    if (received.isBefore(since)) {
      metrics.counter("wiredesk.parse.earlier", "feed", feed).increment();
    }
  }

  /** A raw record held that many items. */
  void read(String feed, int items) {
    metrics.counter("wiredesk.parse.further", "feed", feed).increment(items - 1.0);
  }

  void item(String feed, String format) {
    metrics.counter("wiredesk.parse.items", "feed", feed, "format", format).increment();
  }

  /** Takes of one story went on as one item. */
  void joined(String feed, int takes) {
    metrics.counter("wiredesk.parse.joined", "feed", feed).increment(takes - 1.0);
  }

  void duplicate(Duplicate duplicate) {
    metrics
        .counter(
            "wiredesk.parse.duplicates",
            "feed",
            duplicate.getFeed(),
            "kind",
            name(duplicate.getKind()))
        .increment();
  }

  void letter(String feed, String reason) {
    metrics.counter("wiredesk.dead.letters", "feed", feed, "reason", reason).increment();
  }

  /** A story came after its kill and is withheld; it counts among the items. */
  void held(String feed) {
    metrics.counter("wiredesk.parse.held", "feed", feed).increment();
  }

  /** That many takes more wait, or fewer where negative. */
  void waiting(String feed, int change) {
    waiting
        .computeIfAbsent(
            feed,
            name ->
                metrics
                    .registry()
                    .gauge(
                        "wiredesk.parse.waiting",
                        io.micrometer.core.instrument.Tags.of("feed", name),
                        new AtomicLong()))
        .addAndGet(change);
  }

  private static String name(DuplicateKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
