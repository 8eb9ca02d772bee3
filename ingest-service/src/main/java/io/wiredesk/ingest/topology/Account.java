package io.wiredesk.ingest.topology;

import io.micrometer.core.instrument.Timer;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.DuplicateKind;
import io.wiredesk.wire.parse.Parsed;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What became of everything that came in, per feed. Whatever a line sent ends in exactly one of
 * these, so that over any time in which the service is not behind
 *
 * <pre>
 *   received + foreign + further = items + joined + duplicates + dead letters + waiting (its change)
 * </pre>
 *
 * <ul>
 *   <li>{@code wiredesk.intake.received}: raw records that intake took in, one too large among them
 *   <li>{@code wiredesk.parse.foreign}: raw records that no intake of ours wrote, but a program
 *       straight onto {@code news.raw}; one that cannot be read is of no feed
 *   <li>{@code wiredesk.parse.further}: items of a raw record that holds several, beyond its first
 *   <li>{@code wiredesk.parse.items}: revisions written to {@code news.items}; by format {@code
 *       wiredesk.parse.formats}
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

  private static final String FEED = "feed";
  private static final String DUPLICATES = "wiredesk.parse.duplicates";
  private static final String FORMATS = "wiredesk.parse.formats";
  private static final List<String> COUNTS =
      List.of("earlier", "foreign", "further", "items", "joined", "held");

  /** Of the letters of intake and of parsing. */
  private static final List<String> REASONS =
      Stream.concat(
              Stream.of("TOO_LARGE", ResolveReferences.UNRESOLVED),
              Arrays.stream(Parsed.Reason.values()).map(Enum::name))
          .toList();

  private final Metrics metrics;
  private final Instant since;
  private final Timer duration;
  private final Map<String, AtomicLong> waiting = new ConcurrentHashMap<>();
  private final Map<String, Instant> foreign = new ConcurrentHashMap<>();
  private final Set<String> expected = ConcurrentHashMap.newKeySet();

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
    this.duration = metrics.registry().timer("wiredesk.parse.duration");
  }

  /**
   * Makes the counters of a feed, so that the first of everything is seen as a rise from zero.
   * Those that exist stay as they are.
   */
  public void expect(String feed) {
    if (!expected.add(feed)) {
      return;
    }
    metrics.counter("wiredesk.intake.received", FEED, feed);
    COUNTS.forEach(count -> metrics.counter("wiredesk.parse." + count, FEED, feed));
    for (DuplicateKind kind : DuplicateKind.values()) {
      metrics.counter(DUPLICATES, FEED, feed, "kind", name(kind));
    }
    metrics.expectDeadLetters(feed, REASONS);
    waiting(feed, 0);
  }

  /** Feeds whose records a program wrote straight onto the topic, and when the last one was. */
  public Map<String, Instant> foreign() {
    return Map.copyOf(foreign);
  }

  /**
   * A raw record is read. One that was received before the start is on no counter of this intake,
   * and one that a program wrote straight onto the topic on that of none.
   *
   * @param ours some intake of ours wrote it
   */
  void came(String feed, Instant received, boolean ours) {
    expect(feed);
    if (!ours) {
      foreign.merge(feed, received, (one, other) -> one.isAfter(other) ? one : other);
      metrics.counter("wiredesk.parse.foreign", FEED, feed).increment();
    } else if (received.isBefore(since)) {
      metrics.counter("wiredesk.parse.earlier", FEED, feed).increment();
    }
  }

  /** Does the work of reading one raw record, and takes its time. */
  <T> T timed(Supplier<T> reading) {
    return Objects.requireNonNull(duration.record(reading));
  }

  /** A raw record held that many items. */
  void read(String feed, int items) {
    metrics.counter("wiredesk.parse.further", "feed", feed).increment(items - 1.0);
  }

  void item(String feed, String format) {
    metrics.counter("wiredesk.parse.items", FEED, feed).increment();
    metrics.counter(FORMATS, "format", format).increment();
  }

  /** Takes of one story went on as one item. */
  void joined(String feed, int takes) {
    metrics.counter("wiredesk.parse.joined", "feed", feed).increment(takes - 1.0);
  }

  void duplicate(Duplicate duplicate) {
    metrics
        .counter(DUPLICATES, FEED, duplicate.getFeed(), "kind", name(duplicate.getKind()))
        .increment();
  }

  void letter(String feed, String reason) {
    metrics.deadLetters(feed, reason).increment();
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
