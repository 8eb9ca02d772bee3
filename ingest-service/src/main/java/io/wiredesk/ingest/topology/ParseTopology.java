package io.wiredesk.ingest.topology;

import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.RecordKeys;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.TakenStory;
import io.wiredesk.schemas.Topic;
import io.wiredesk.wire.WireReader;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
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
 * @param account counts what became of everything
 * @param windows how long things are remembered
 */
public record ParseTopology(
    WireReader reader, DeadLetters letters, Clock clock, Account account, Windows windows) {

  static final String SEEN_BYTES = "seen-bytes";
  static final String SEEN_REVISIONS = "seen-revisions";
  static final String SENT_BEFORE = "sent-before";
  static final String SENT_COPIES = "sent-copies";

  /** Store of the stories that wait for takes. */
  public static final String STORIES = "stories-in-takes";

  /** Part of the name of the topic on which items come together by uri. */
  public static final String BY_URI = "items-by-uri";

  /**
   * How long things are remembered.
   *
   * @param repetitions bytes, revisions, names under which items are known
   * @param copies copy that is known by its words alone
   * @param takes for which a story waits for its takes, where its feed does not say
   */
  public record Windows(Duration repetitions, Duration copies, Duration takes) {}

  /** Serdes of the values on the topics and in the stores. */
  public record ValueSerdes(
      Serde<RawNews> raw,
      Serde<NewsItem> item,
      Serde<DeadLetter> letter,
      Serde<Duplicate> duplicate,
      Serde<TakenStory> story,
      Serde<GateOrder> order) {}

  /** For how long a story in takes of that feed waits for all of them. */
  Duration takesWait(String feed) {
    return Objects.requireNonNullElse(reader.profile(feed).takesWait(), windows.takes());
  }

  /** The whole topology. */
  public Topology build(ValueSerdes serdes) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(store(SEEN_BYTES));
    builder.addStateStore(store(SEEN_REVISIONS));
    builder.addStateStore(store(SENT_BEFORE));
    builder.addStateStore(store(SENT_COPIES));
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(STORIES), Serdes.String(), serdes.story()));

    KStream<String, Outcome> outcomes =
        builder.stream(
                Topic.RAW.topicName(),
                Consumed.with(RecordKeys.serde(), serdes.raw()).withName("read-raw"))
            .process(() -> new ParseRaw(this), Named.as("parse-raw"), SEEN_BYTES)
            .process(() -> new JoinTakes(this), Named.as("join-takes"), STORIES)
            .processValues(
                () -> new ResolveReferences(this),
                Named.as("resolve-references"),
                SENT_BEFORE,
                SENT_COPIES);

    writeDuplicates(outcomes, "of-feed", serdes);
    outcomes
        .filter((key, outcome) -> outcome instanceof Outcome.Letter, Named.as("keep-letters"))
        .mapValues(outcome -> ((Outcome.Letter) outcome).letter(), Named.as("take-letter"))
        .to(
            Topic.DEAD_LETTERS.topicName(),
            Produced.with(Serdes.String(), serdes.letter()).withName("write-dead-letters"));

    writeOrders(outcomes, serdes);
    KStream<String, Outcome> revisions =
        itemsOf(outcomes, "to-key")
            .selectKey((feed, item) -> item.getUri(), Named.as("key-by-uri"))
            .repartition(Repartitioned.with(RecordKeys.serde(), serdes.item()).withName(BY_URI))
            .process(
                () -> new DropRepeatedRevisions(this),
                Named.as("drop-repeated-revisions"),
                SEEN_REVISIONS);
    writeDuplicates(revisions, "of-uri", serdes);
    itemsOf(revisions, "to-write")
        .to(
            Topic.ITEMS.topicName(),
            Produced.with(Serdes.String(), serdes.item()).withName("write-items"));
    return builder.build();
  }

  private static KStream<String, NewsItem> itemsOf(KStream<String, Outcome> all, String what) {
    return all.filter(
            (key, outcome) -> outcome instanceof Outcome.Item, Named.as("keep-items-" + what))
        .mapValues(outcome -> ((Outcome.Item) outcome).item(), Named.as("take-items-" + what));
  }

  private static void writeOrders(KStream<String, Outcome> all, ValueSerdes serdes) {
    all.filter((key, outcome) -> outcome instanceof Outcome.Order, Named.as("keep-orders"))
        .mapValues(outcome -> ((Outcome.Order) outcome).order(), Named.as("take-order"))
        .selectKey((feed, order) -> order.getUri(), Named.as("key-orders-by-uri"))
        .to(
            Topic.ORDERS.topicName(),
            Produced.with(Serdes.String(), serdes.order()).withName("write-orders"));
  }

  private static void writeDuplicates(
      KStream<String, Outcome> all, String what, ValueSerdes serdes) {
    all.filter(
            (key, outcome) -> outcome instanceof Outcome.Repeat,
            Named.as("keep-duplicates-" + what))
        .mapValues(
            outcome -> ((Outcome.Repeat) outcome).duplicate(), Named.as("take-duplicates-" + what))
        .to(
            Topic.DUPLICATES.topicName(),
            Produced.with(Serdes.String(), serdes.duplicate())
                .withName("write-duplicates-" + what));
  }

  private static StoreBuilder<KeyValueStore<String, String>> store(String name) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.String());
  }
}
