package io.wiredesk.ingest.topology;

import io.wiredesk.ingest.reference.References;
import io.wiredesk.ingest.reference.SentBefore;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.NewsItem;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Resolves kills, corrections and updates that name their item by slug, number or headline, against
 * what the same feed sent before. Runs before re-keying, where a feed's records are together. Used
 * by one stream thread.
 */
final class ResolveReferences extends ContextualFixedKeyProcessor<String, Outcome, Outcome> {

  private static final Logger LOG = LoggerFactory.getLogger(ResolveReferences.class);

  private final ParseTopology settings;
  private final References references = new References();
  private Memory sent;

  @SuppressWarnings("NullAway.Init") // Streams calls init first
  ResolveReferences(ParseTopology settings) {
    this.settings = settings;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, Outcome> context) {
    super.init(context);
    this.sent = Memory.in(context, ParseTopology.SENT_BEFORE, settings.window());
  }

  @Override
  public void process(FixedKeyRecord<String, Outcome> record) {
    if (!(record.value() instanceof Outcome.Item outcome)) {
      context().forward(record);
      return;
    }
    References.Result result = references.resolve(outcome.item(), sentBefore(record));
    if (result instanceof References.Resolved resolved) {
      remember(record, resolved.item());
      context().forward(record.withValue(new Outcome.Item(resolved.item())));
    } else if (result instanceof References.Unresolved unresolved) {
      context().forward(record.withValue(new Outcome.Letter(letter(unresolved))));
    }
  }

  private SentBefore sentBefore(FixedKeyRecord<String, Outcome> record) {
    return name -> sent.values(key(record, name), record.timestamp());
  }

  private void remember(FixedKeyRecord<String, Outcome> record, NewsItem item) {
    references
        .names(item)
        .forEach(name -> sent.add(key(record, name), item.getUri(), record.timestamp()));
  }

  private DeadLetter letter(References.Unresolved unresolved) {
    NewsItem item = unresolved.item();
    LOG.error("UNRESOLVED KILL over feed {}: {}", item.getSource().getFeed(), unresolved.message());
    DeadLetters.Origin origin =
        new DeadLetters.Origin(
            item.getSource().getRawTopic(),
            item.getSource().getRawPartition(),
            item.getSource().getRawOffset());
    DeadLetter letter =
        settings
            .letters()
            .of(
                "UNRESOLVED_KILL",
                unresolved.message(),
                origin,
                item.getText().getBytes(StandardCharsets.UTF_8));
    letter.setFeed(item.getSource().getFeed());
    letter.setSourceName(item.getSource().getSourceName());
    letter.setSha256(item.getSource().getSha256());
    settings.account().letter(letter.getFeed(), letter.getReason());
    return letter;
  }

  private static String key(FixedKeyRecord<String, Outcome> record, String name) {
    return record.key() + "\n" + name;
  }
}
