package io.wiredesk.enrich;

import io.micrometer.core.instrument.Counter;
import io.wiredesk.enrich.section.BrokenModelException;
import io.wiredesk.runtime.Commits;
import io.wiredesk.runtime.SlowWorld;
import io.wiredesk.schemas.NewsItem;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The urgent lane's step from item to enriched item. What cannot go on here is left to its copy on
 * news.items, which becomes the dead letter; a model that is broken for all stops the service. Used
 * by one stream thread.
 */
final class EnrichAhead implements FixedKeyProcessor<String, NewsItem, NewsItem> {
  private static final String ENRICHED = "enriched";
  private static final String LEFT = "left";
  private static final Logger LOG = LoggerFactory.getLogger(EnrichAhead.class);

  private final EnrichTopology topology;
  private FixedKeyProcessorContext<String, NewsItem> context;

  @SuppressWarnings("NullAway.Init") // Streams calls init first
  EnrichAhead(EnrichTopology topology) {
    this.topology = topology;
    List.of(ENRICHED, LEFT).forEach(this::counter);
  }

  @Override
  public void init(FixedKeyProcessorContext<String, NewsItem> context) {
    this.context = context;
  }

  @Override
  public void process(FixedKeyRecord<String, NewsItem> record) {
    NewsItem enriched = enriched(record);
    counter(enriched == null ? LEFT : ENRICHED).increment();
    if (enriched != null) {
      context.forward(record.withValue(enriched));
    }
    Commits.soon(context, record.timestamp());
  }

  private @Nullable NewsItem enriched(FixedKeyRecord<String, NewsItem> record) {
    NewsItem item = record.value();
    Instant received = topology.clock().instant();
    if (!item.getUri().equals(record.key())) {
      return null;
    }
    try {
      return topology.enrichedAhead(item, received);
    } catch (BrokenModelException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      if (SlowWorld.isToBlame(e)) {
        throw e;
      }
      LOG.warn("{} does not overtake: an enricher failed on it: {}", item.getUri(), e.toString());
      return null;
    }
  }

  private Counter counter(String outcome) {
    return topology.metrics().counter("wiredesk.enrich.urgent", "outcome", outcome);
  }
}
