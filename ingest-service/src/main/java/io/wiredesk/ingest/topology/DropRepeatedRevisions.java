package io.wiredesk.ingest.topology;

import io.wiredesk.schemas.NewsItem;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets each revision of each uri through once, over whatever feeds it came. The same version with
 * other content is no repetition: the release gate decides on it. Used by one stream thread.
 */
final class DropRepeatedRevisions extends ContextualProcessor<String, NewsItem, String, NewsItem> {

  private static final Logger LOG = LoggerFactory.getLogger(DropRepeatedRevisions.class);

  private final ParseTopology settings;
  private Memory seen;

  @SuppressWarnings("NullAway.Init") // Streams calls init first
  DropRepeatedRevisions(ParseTopology settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, NewsItem> context) {
    super.init(context);
    this.seen = Memory.in(context, ParseTopology.SEEN_REVISIONS, settings.window());
  }

  @Override
  public void process(Record<String, NewsItem> record) {
    NewsItem item = record.value();
    String key = item.getUri() + " " + item.getRevision();
    String content = ContentDigest.of(item);
    if (content.equals(seen.latest(key, record.timestamp()))) {
      String feed = item.getSource().getFeed();
      settings
          .metrics()
          .counter("wiredesk.parse.duplicates", "feed", feed, "kind", "same-revision")
          .increment();
      LOG.info(
          "Duplicate: {} version {} came again over feed {}",
          item.getUri(),
          item.getVersion(),
          feed);
      return;
    }
    seen.add(key, content, record.timestamp());
    context().forward(record);
  }
}
