package io.wiredesk.ingest.topology;

import io.wiredesk.ingest.parse.Parsed;
import io.wiredesk.ingest.parse.WireInput;
import io.wiredesk.ingest.poll.PolledFeed;
import io.wiredesk.ingest.reading.WireReader;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Version;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.TrailEntry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  /** What is remembered of bytes beside letters' ids. */
  private static final String BYTES = "seen";

  private final ParseTopology settings;
  private ProcessorContext<String, Outcome> context;
  private Memory seen;

  @SuppressWarnings("NullAway.Init") // Streams calls init first
  ParseRaw(ParseTopology settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, Outcome> context) {
    this.context = context;
    this.seen = Memory.in(context, ParseTopology.SEEN_BYTES, settings.window());
  }

  @Override
  public void process(Record<String, RawNews> record) {
    RawNews raw = record.value();
    Instant received = settings.clock().instant();
    if (raw.getReceivedAt().isBefore(settings.feeds().since())) {
      settings.metrics().counter("wiredesk.parse.before", "feed", raw.getFeed()).increment();
    }
    if (isRepeated(raw, key(raw), record.timestamp())) {
      count("wiredesk.parse.records", raw, "outcome", "duplicate");
      return;
    }
    byte[] bytes = bytes(raw.getPayload());
    WireInput input =
        new WireInput(
            bytes,
            raw.getContentType(),
            raw.getSourceName(),
            raw.getReceivedAt(),
            settings.feeds().profiles().apply(raw.getFeed()));
    WireReader.Result result = settings.reader().read(input, coordinates(raw));
    if (result instanceof WireReader.Result.Read read) {
      count("wiredesk.parse.records", raw, "outcome", "items");
      read.items().forEach(item -> forward(record, item, received));
    } else if (result instanceof WireReader.Result.Refused refused) {
      count("wiredesk.parse.records", raw, "outcome", "dead-letter");
      forwardLetter(record, refused.rejection(), bytes);
    }
  }

  /**
   * What the bytes are known by. An entry of a polled feed has the feed's head around it, which
   * changes while the entry does not.
   */
  private static String key(RawNews raw) {
    String entry = raw.getHeaders().get(PolledFeed.ENTRY_HEADER);
    String told = entry == null ? raw.getSha256() : entry.replace(' ', '-');
    return raw.getFeed() + " " + told;
  }

  /**
   * Remembers the bytes, and the dead letter that they were sent again from: a letter's bytes were
   * here before, and are to be read again all the same, but once.
   */
  private boolean isRepeated(RawNews raw, String key, long at) {
    Set<String> before = seen.values(key, at);
    String header = raw.getHeaders().get(DeadLetters.REDRIVE_HEADER);
    String letter = DeadLetters.isId(header) ? header : null;
    if (letter == null ? !before.isEmpty() : before.contains(letter)) {
      count("wiredesk.parse.duplicates", raw, "kind", letter == null ? "same-bytes" : "redriven");
      LOG.info(
          "Duplicate over feed {}: {} (sha256 {})",
          raw.getFeed(),
          raw.getSourceName(),
          raw.getSha256());
      return true;
    }
    seen.add(key, BYTES, at);
    if (letter != null) {
      seen.add(key, letter, at);
    }
    return false;
  }

  private void forward(Record<String, RawNews> record, NewsItem item, Instant received) {
    RawNews raw = record.value();
    List<TrailEntry> trail = new ArrayList<>();
    trail.add(
        new TrailEntry(
            Stage.INTAKE,
            Version.CURRENT,
            raw.getReceivedAt(),
            Instant.ofEpochMilli(record.timestamp())));
    trail.add(new TrailEntry(Stage.PARSE, Version.CURRENT, received, settings.clock().instant()));
    item.setTrail(trail);
    count("wiredesk.parse.items", raw, "format", item.getSource().getFormat());
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
    count("wiredesk.dead.letters", raw, "reason", refused.reason().name());
    LOG.warn(
        "Dead letter from feed {}: {} {}: {}",
        raw.getFeed(),
        raw.getSourceName(),
        refused.reason(),
        refused.message());
    context.forward(record.withValue(new Outcome.Letter(letter)));
  }

  private WireReader.RawCoordinates coordinates(RawNews raw) {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    return new WireReader.RawCoordinates(
        raw.getTransport(), at.topic(), at.partition(), at.offset());
  }

  private void count(String name, RawNews raw, String tag, String value) {
    settings.metrics().counter(name, "feed", raw.getFeed(), tag, value).increment();
  }

  private static byte[] bytes(ByteBuffer payload) {
    byte[] bytes = new byte[payload.remaining()];
    payload.duplicate().get(bytes);
    return bytes;
  }
}
