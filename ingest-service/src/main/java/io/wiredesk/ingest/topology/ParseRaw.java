package io.wiredesk.ingest.topology;

import io.wiredesk.ingest.poll.PolledFeed;
import io.wiredesk.ingest.reading.RawReader;
import io.wiredesk.runtime.Commits;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.EventHeaders;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.DuplicateKind;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.wire.WireReader;
import io.wiredesk.wire.parse.Parsed;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One raw record to its items or its dead letter. The same bytes over the same feed within the
 * window are a counted duplicate, unless they are sent again from a dead letter. Used by one stream
 * thread.
 */
final class ParseRaw implements Processor<String, RawNews, String, Outcome> {

  private static final Logger LOG = LoggerFactory.getLogger(ParseRaw.class);

  private final ParseTopology settings;
  private final RawReader reader;
  private ProcessorContext<String, Outcome> context;
  private Memory seen;

  @SuppressWarnings("NullAway.Init") // Streams calls init first
  ParseRaw(ParseTopology settings) {
    this.settings = settings;
    this.reader = new RawReader(settings.reader());
  }

  @Override
  public void init(ProcessorContext<String, Outcome> context) {
    this.context = context;
    this.seen = Memory.in(context, ParseTopology.SEEN_BYTES, settings.windows().repetitions());
  }

  @Override
  public void process(Record<String, RawNews> record) {
    RawNews raw = record.value();
    Instant received = settings.clock().instant();
    settings
        .account()
        .came(raw.getFeed(), raw.getReceivedAt(), EventHeaders.areOurs(record.headers()));
    Commits.soon(context, record.timestamp());
    if (isRepeated(record)) {
      return;
    }
    WireReader.Result result = settings.account().timed(() -> reader.read(raw, position()));
    if (result instanceof WireReader.Result.Read read) {
      settings.account().read(raw.getFeed(), read.items().size());
      read.items().forEach(item -> forward(record, item, received));
    } else if (result instanceof WireReader.Result.Refused refused) {
      forwardLetter(record, refused.rejection(), RawReader.bytes(raw));
    }
  }

  /**
   * What the bytes are known by. An entry of a polled feed has the feed's head around it, which
   * changes while the entry does not.
   */
  private static String told(RawNews raw) {
    String entry = raw.getHeaders().get(PolledFeed.ENTRY_HEADER);
    return entry == null ? raw.getSha256() : entry.replace(' ', '-');
  }

  /**
   * Remembers the bytes, and the dead letter that they were sent again from: a letter's bytes were
   * here before, and are to be read again all the same, but once.
   */
  private boolean isRepeated(Record<String, RawNews> record) {
    RawNews raw = record.value();
    RecordMetadata at = context.recordMetadata().orElseThrow();
    String key = raw.getFeed() + " " + told(raw);
    Set<String> before = seen.values(key, record.timestamp());
    String header = raw.getHeaders().get(DeadLetters.REDRIVE_HEADER);
    String letter = DeadLetters.isId(header) ? header : null;
    if (letter == null ? !before.isEmpty() : before.contains(letter)) {
      DuplicateKind kind = letter == null ? DuplicateKind.SAME_BYTES : DuplicateKind.REDRIVEN;
      repeat(record, Repetitions.ofBytes(kind, raw, at, before));
      return true;
    }
    if (before.isEmpty()) {
      seen.add(key, Repetitions.id(at.topic(), at.partition(), at.offset()), record.timestamp());
    }
    if (letter != null) {
      seen.add(key, letter, record.timestamp());
    }
    return false;
  }

  private void repeat(Record<String, RawNews> record, Duplicate duplicate) {
    settings.account().duplicate(duplicate);
    LOG.info(
        "Duplicate over feed {}: {} (sha256 {}) was here as {}",
        duplicate.getFeed(),
        duplicate.getSourceName(),
        duplicate.getSha256(),
        duplicate.getFirstRaw());
    context.forward(record.withValue(new Outcome.Repeat(duplicate)));
  }

  private void forward(Record<String, RawNews> record, NewsItem item, Instant received) {
    RawNews raw = record.value();
    Instant onLog = Instant.ofEpochMilli(record.timestamp());
    item.setTrail(RawReader.trail(raw, onLog, received, settings.clock().instant()));
    context.forward(record.withValue(new Outcome.Item(item)));
  }

  private void forwardLetter(
      Record<String, RawNews> record, Parsed.Rejected refused, byte[] bytes) {
    RawNews raw = record.value();
    RecordMetadata at = context.recordMetadata().orElseThrow();
    DeadLetter letter =
        settings
            .letters()
            .of(
                refused.reason().name(),
                refused.message(),
                new DeadLetters.Origin(at.topic(), at.partition(), at.offset()),
                bytes);
    letter.setFeed(raw.getFeed());
    letter.setSourceName(raw.getSourceName());
    settings.account().letter(raw.getFeed(), refused.reason().name());
    LOG.warn(
        "Dead letter from feed {}: {} {}: {}",
        raw.getFeed(),
        raw.getSourceName(),
        refused.reason(),
        refused.message());
    context.forward(record.withValue(new Outcome.Letter(letter)));
  }

  private LogPosition position() {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    return new LogPosition(at.topic(), at.partition(), at.offset());
  }
}
