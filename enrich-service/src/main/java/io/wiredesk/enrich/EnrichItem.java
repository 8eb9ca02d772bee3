package io.wiredesk.enrich;

import io.micrometer.core.instrument.Timer;
import io.wiredesk.enrich.section.BrokenModelException;
import io.wiredesk.runtime.Commits;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.SlowWorld;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.NewsItem;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One record of news.items to its enriched item or its dead letter. An item on which an enricher
 * fails is set aside, so that it cannot hold up those behind it; a model that is broken for all
 * stops the service. Used by one stream thread.
 */
final class EnrichItem implements FixedKeyProcessor<String, NewsItem, Outcome> {
  private static final String ITEMS = "wiredesk.enrich.items";
  private static final String WRONG_KEY = "WRONG_KEY";
  private static final String FAILED = "ENRICHMENT_FAILED";
  private static final Logger LOG = LoggerFactory.getLogger(EnrichItem.class);

  private final EnrichTopology topology;
  private final Serializer<NewsItem> serializer;
  private final Timer timer;
  private FixedKeyProcessorContext<String, Outcome> context;

  @SuppressWarnings("NullAway.Init") // Streams calls init first
  EnrichItem(EnrichTopology topology, Serializer<NewsItem> serializer) {
    this.topology = topology;
    this.serializer = serializer;
    this.timer = topology.metrics().registry().timer("wiredesk.enrich.duration");
    topology.metrics().counter(ITEMS);
    topology.metrics().expectDeadLetters("", List.of(WRONG_KEY, FAILED));
  }

  @Override
  public void init(FixedKeyProcessorContext<String, Outcome> context) {
    this.context = context;
  }

  @Override
  public void process(FixedKeyRecord<String, NewsItem> record) {
    Instant received = topology.clock().instant();
    context.forward(record.withValue(outcome(record, received)));
    Commits.soon(context, record.timestamp());
  }

  private Outcome outcome(FixedKeyRecord<String, NewsItem> record, Instant received) {
    NewsItem item = record.value();
    if (!item.getUri().equals(record.key())) {
      return refused(record, WRONG_KEY, "The record's key is not the item's uri.");
    }
    try {
      NewsItem enriched = timer.record(() -> topology.enriched(item, received));
      topology.metrics().counter(ITEMS).increment();
      return new Outcome.Enriched(enriched);
    } catch (BrokenModelException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      if (SlowWorld.isToBlame(e)) {
        throw e;
      }
      LOG.error("No enrichment of {}: a fault of an enricher on this item", item.getUri(), e);
      return refused(record, FAILED, "An enricher failed on the item: " + e);
    }
  }

  private Outcome refused(FixedKeyRecord<String, NewsItem> record, String reason, String message) {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    DeadLetter letter =
        topology
            .letters()
            .of(
                reason,
                message,
                new DeadLetters.Origin(at.topic(), at.partition(), at.offset()),
                serializer.serialize(at.topic(), record.value()));
    letter.setFeed(record.value().getSource().getFeed());
    letter.setSourceName(record.value().getSource().getSourceName());
    topology.metrics().deadLetters(record.value().getSource().getFeed(), reason).increment();
    LOG.warn("Dead letter for item {}: {}: {}", record.key(), reason, message);
    return new Outcome.Refused(letter);
  }
}
