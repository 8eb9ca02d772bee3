package io.wiredesk.ingest.topology;

import io.wiredesk.runtime.Commits;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.DuplicateKind;
import io.wiredesk.schemas.Entitlement;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.wire.normalise.provider.Spaces;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets each revision of each uri through once, over whatever feeds it came. The same version with
 * other content is no repetition: the release gate decides on it. A feed that does not speak for
 * the provider of the uri may repeat what that one sent; what it sends first is not remembered, so
 * that it never makes a repetition of the provider's own. Used by one stream thread.
 */
final class DropRepeatedRevisions extends ContextualProcessor<String, NewsItem, String, Outcome> {

  private static final Logger LOG = LoggerFactory.getLogger(DropRepeatedRevisions.class);

  /** Before a uri: for whom the feed speaks that sent it first. */
  private static final String FIRST = "first ";

  private static final String NOBODY = "-";

  private final ParseTopology settings;
  private Memory seen;

  @SuppressWarnings("NullAway.Init") // Streams calls init first
  DropRepeatedRevisions(ParseTopology settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, Outcome> context) {
    super.init(context);
    this.seen = Memory.in(context, ParseTopology.SEEN_REVISIONS, settings.windows().repetitions());
  }

  @Override
  public void process(Record<String, NewsItem> record) {
    Commits.soon(context(), record.timestamp());
    NewsItem item = record.value();
    String key = item.getUri() + " " + item.getRevision();
    String content = ContentDigest.of(item);
    String before = seen.latest(key, record.timestamp());
    if (before != null && before.startsWith(content)) {
      String first = before.substring(content.length()).replaceFirst("^,", "");
      repeat(record, first);
      return;
    }
    if (isItsProviders(item, record.timestamp())) {
      seen.add(key, content + "," + Repetitions.id(item.getSource()), record.timestamp());
    }
    settings.account().item(item.getSource().getFeed(), item.getSource().getFormat());
    context().forward(record.withValue(new Outcome.Item(item)));
  }

  private boolean isItsProviders(NewsItem item, long at) {
    Entitlement given = item.getSource().getEntitlement();
    List<String> speaksFor = given == null ? List.of() : given.getSpeaksFor();
    String claim = given == null ? null : given.getClaims().get(item.getUri());
    if (claim != null) {
      return speaksFor.contains(claim);
    }
    String key = FIRST + item.getUri();
    String known = seen.latest(key, at);
    String first =
        known != null ? known : speaksFor.isEmpty() ? NOBODY : Spaces.of(speaksFor.get(0));
    boolean its =
        first.equals(NOBODY) || speaksFor.stream().map(Spaces::of).anyMatch(first::equals);
    if (its) {
      seen.add(key, first, at);
    }
    return its;
  }

  private void repeat(Record<String, NewsItem> record, String first) {
    NewsItem item = record.value();
    LOG.info(
        "Duplicate: {} version {} came again over feed {}, first as {}",
        item.getUri(),
        item.getVersion(),
        item.getSource().getFeed(),
        first);
    List<Duplicate> duplicates =
        Repetitions.ofItem(DuplicateKind.SAME_REVISION, item, item.getUri(), first);
    settings.account().duplicate(duplicates.get(0));
    for (Duplicate duplicate : duplicates) {
      context()
          .forward(record.withKey(duplicate.getFeed()).withValue(new Outcome.Repeat(duplicate)));
    }
  }
}
