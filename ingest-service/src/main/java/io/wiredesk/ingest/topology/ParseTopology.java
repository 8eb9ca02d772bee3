package io.wiredesk.ingest.topology;

import io.wiredesk.ingest.reading.WireReader;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Raw records to items. What one line alone decides (the same bytes again, what the bytes say)
 * comes first, where that line's records are together; what all lines decide (the same revision
 * over two feeds) comes after re-keying by uri, so {@code news.items} holds each revision of each
 * uri once. Immutable.
 *
 * @param reader bytes to items
 * @param letters makes dead letters
 * @param clock for the trail
 * @param metrics counters: received = items + duplicates + dead letters
 * @param window how long repetitions are known
 * @param feeds what is known of them
 */
public record ParseTopology(
    WireReader reader,
    DeadLetters letters,
    Clock clock,
    Metrics metrics,
    Duration window,
    FeedContext feeds) {

  /** A topology that knows nothing of any feed. */
  public ParseTopology(
      WireReader reader, DeadLetters letters, Clock clock, Metrics metrics, Duration window) {
    this(reader, letters, clock, metrics, window, FeedContext.STANDARD);
  }

  static final String SEEN_BYTES = "seen-bytes";
  static final String SEEN_REVISIONS = "seen-revisions";
  static final String SENT_BEFORE = "sent-before";

  /** Serdes of the values on the topics. */
  public record ValueSerdes(Serde<RawNews> raw, Serde<NewsItem> item, Serde<DeadLetter> letter) {}

  /** The whole topology. */
  public Topology build(ValueSerdes serdes) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(store(SEEN_BYTES));
    builder.addStateStore(store(SEEN_REVISIONS));
    builder.addStateStore(store(SENT_BEFORE));

    KStream<String, Outcome> outcomes =
        builder.stream(
                Topic.RAW.topicName(),
                Consumed.with(Serdes.String(), serdes.raw()).withName("read-raw"))
            .process(() -> new ParseRaw(this), Named.as("parse-raw"), SEEN_BYTES)
            .processValues(
                () -> new ResolveReferences(this), Named.as("resolve-references"), SENT_BEFORE);

    outcomes
        .filter((key, outcome) -> outcome instanceof Outcome.Letter, Named.as("keep-letters"))
        .mapValues(outcome -> ((Outcome.Letter) outcome).letter(), Named.as("take-letter"))
        .to(
            Topic.DEAD_LETTERS.topicName(),
            Produced.with(Serdes.String(), serdes.letter()).withName("write-dead-letters"));

    outcomes
        .filter((key, outcome) -> outcome instanceof Outcome.Item, Named.as("keep-items"))
        .mapValues(outcome -> ((Outcome.Item) outcome).item(), Named.as("take-item"))
        .selectKey((feed, item) -> item.getUri(), Named.as("key-by-uri"))
        .repartition(Repartitioned.with(Serdes.String(), serdes.item()).withName("items-by-uri"))
        .process(
            () -> new DropRepeatedRevisions(this),
            Named.as("drop-repeated-revisions"),
            SEEN_REVISIONS)
        .to(
            Topic.ITEMS.topicName(),
            Produced.with(Serdes.String(), serdes.item()).withName("write-items"));
    return builder.build();
  }

  private static StoreBuilder<KeyValueStore<String, String>> store(String name) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.String());
  }
}
