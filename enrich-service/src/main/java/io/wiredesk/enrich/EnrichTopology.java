package io.wiredesk.enrich;

import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.RecordKeys;
import io.wiredesk.runtime.Version;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.TrailEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Items to enriched items, by uri: no state, no re-keying, so an item's revisions keep their order.
 * Immutable.
 *
 * <pre>
 * news.items ── enrich-item ─┬─ news.enriched
 *                            └─ news.dead-letters
 * </pre>
 *
 * <p>Urgent copies take the same step in a topology of their own, so that they wait for nothing but
 * other urgent copies:
 *
 * <pre>
 * news.items.urgent ── enrich-ahead ── news.enriched.urgent
 * </pre>
 *
 * @param enricher understands an item; the caller closes it after the streams
 * @param letters makes dead letters
 * @param clock for the trail
 * @param metrics counters: read = enriched + dead letters
 * @param ahead what the urgent lane found, for the ordinary one
 */
public record EnrichTopology(
    ItemEnricher enricher,
    DeadLetters letters,
    Clock clock,
    Metrics metrics,
    UnderstoodAhead ahead) {

  /** Both lanes are built by one of these: the ordinary one takes over what the other found. */
  public EnrichTopology(ItemEnricher enricher, DeadLetters letters, Clock clock, Metrics metrics) {
    this(enricher, letters, clock, metrics, new UnderstoodAhead());
  }

  /** Serdes of the values on the topics. */
  public record ValueSerdes(Serde<NewsItem> item, Serde<DeadLetter> letter) {}

  /** The whole topology; its names are part of what is deployed. */
  public Topology build(ValueSerdes serdes) {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<String, Outcome> outcomes =
        builder.stream(
                Topic.ITEMS.topicName(),
                Consumed.with(RecordKeys.serde(), serdes.item()).withName("read-items"))
            .processValues(
                () -> new EnrichItem(this, serdes.item().serializer()), Named.as("enrich-item"));

    outcomes
        .filter((uri, outcome) -> outcome instanceof Outcome.Enriched, Named.as("keep-items"))
        .mapValues(outcome -> ((Outcome.Enriched) outcome).item(), Named.as("take-item"))
        .to(
            Topic.ENRICHED.topicName(),
            Produced.with(Serdes.String(), serdes.item()).withName("write-enriched"));

    outcomes
        .filter((uri, outcome) -> outcome instanceof Outcome.Refused, Named.as("keep-letters"))
        .mapValues(outcome -> ((Outcome.Refused) outcome).letter(), Named.as("take-letter"))
        .to(
            Topic.DEAD_LETTERS.topicName(),
            Produced.with(Serdes.String(), serdes.letter()).withName("write-dead-letters"));
    return builder.build();
  }

  /** The topology of the urgent lane. */
  public Topology buildUrgent(ValueSerdes serdes) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(
            Topic.ITEMS_URGENT.topicName(),
            Consumed.with(RecordKeys.serde(), serdes.item()).withName("read-urgent"))
        .processValues(() -> new EnrichAhead(this), Named.as("enrich-ahead"))
        .to(
            Topic.ENRICHED_URGENT.topicName(),
            Produced.with(Serdes.String(), serdes.item()).withName("write-urgent"));
    return builder.build();
  }

  /** The item with its enrichment, found now or by the urgent lane, and an entry in its trail. */
  NewsItem enriched(NewsItem item, Instant received) {
    return ahead
        .take(item)
        .map(known -> traced(NewsItem.newBuilder(item).setEnrichment(known).build(), received))
        .orElseGet(() -> traced(enricher.enrich(item), received));
  }

  /** The same for an urgent copy: what is found is kept for the item that follows. */
  NewsItem enrichedAhead(NewsItem item, Instant received) {
    NewsItem enriched = enricher.enrich(item);
    ahead.keep(item, enriched.getEnrichment());
    return traced(enriched, received);
  }

  private NewsItem traced(NewsItem enriched, Instant received) {
    List<TrailEntry> trail = new ArrayList<>(enriched.getTrail());
    trail.add(new TrailEntry(Stage.ENRICH, Version.CURRENT, received, clock.instant()));
    enriched.setTrail(trail);
    return enriched;
  }
}
