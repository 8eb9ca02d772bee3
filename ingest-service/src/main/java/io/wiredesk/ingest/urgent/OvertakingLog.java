package io.wiredesk.ingest.urgent;

import io.micrometer.core.instrument.Counter;
import io.wiredesk.ingest.reading.RawReader;
import io.wiredesk.ingest.reference.Entitlements;
import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Topic;
import io.wiredesk.wire.WireReader;
import io.wiredesk.wire.profile.FeedProfile;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log that sends urgent items ahead: when a raw record is durable it is read at once, and what
 * may overtake goes to {@code news.items.urgent}, equal to what comes of the record on {@code
 * news.items} later. The raw record is the whole truth: whatever goes wrong with the copy, the
 * record is on the log and the append succeeds. Thread-safe; closes the log that it writes to.
 */
public final class OvertakingLog implements DurableLog {

  /** What is longer is no alert, and would take too long to read before the source is answered. */
  static final int MOST_BYTES = 64 * 1024;

  private static final String SENT = "sent";
  private static final String OVER = "over";
  private static final String FAILED = "failed";
  private static final Logger LOG = LoggerFactory.getLogger(OvertakingLog.class);

  private final DurableLog log;
  private final RawReader reader;
  private final Function<String, FeedProfile> profiles;
  private final Allowance allowance;
  private final Clock clock;
  private final Metrics metrics;

  /**
   * A door in front of a log.
   *
   * @param perSecond items a second that one feed may send ahead, on the long run; 0: none
   */
  public OvertakingLog(
      DurableLog log, WireReader reader, int perSecond, Clock clock, Metrics metrics) {
    this.log = log;
    this.reader = new RawReader(reader);
    this.profiles = reader::profile;
    this.allowance = new Allowance(perSecond, clock);
    this.clock = clock;
    this.metrics = metrics;
  }

  @Override
  public LogPosition append(String topic, String key, SpecificRecord value) {
    LogPosition position = log.append(topic, key, value);
    if (value instanceof RawNews raw && topic.equals(Topic.RAW.topicName())) {
      sendAhead(raw, position);
    }
    return position;
  }

  @Override
  public void close() {
    log.close();
  }

  private void sendAhead(RawNews raw, LogPosition position) {
    if (raw.getPayload().remaining() > MOST_BYTES) {
      return;
    }
    try {
      urgent(raw, position).forEach(item -> sendAhead(raw.getFeed(), item));
    } catch (RuntimeException | StackOverflowError e) { // a bug shows where the record is parsed
      count(raw.getFeed(), FAILED);
      LOG.warn("{} does not overtake: {}", position, e.toString());
    }
  }

  private List<NewsItem> urgent(RawNews raw, LogPosition position) {
    Instant received = clock.instant();
    if (!(reader.read(raw, position) instanceof WireReader.Result.Read read)) {
      return List.of();
    }
    List<NewsItem> items = read.items().stream().filter(Overtaking::isFor).toList();
    items.forEach(item -> Entitlements.state(item, profiles.apply(raw.getFeed())));
    items.forEach(item -> item.setTrail(RawReader.trail(raw, received, received, clock.instant())));
    return items;
  }

  private void sendAhead(String feed, NewsItem item) {
    if (allowance.take(feed)) {
      log.append(Topic.ITEMS_URGENT.topicName(), item.getUri(), item);
      count(feed, SENT);
    } else {
      count(feed, OVER);
    }
  }

  /** Makes the counters of a feed, at zero. */
  public static void expect(String feed, Metrics metrics) {
    List.of(SENT, OVER, FAILED).forEach(outcome -> counter(feed, outcome, metrics));
  }

  private void count(String feed, String outcome) {
    counter(feed, outcome, metrics).increment();
  }

  private static Counter counter(String feed, String outcome, Metrics metrics) {
    return metrics.counter("wiredesk.intake.urgent", "feed", feed, "outcome", outcome);
  }
}
