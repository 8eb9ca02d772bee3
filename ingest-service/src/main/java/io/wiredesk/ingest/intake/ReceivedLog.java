package io.wiredesk.ingest.intake;

import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Transport;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;

/** A log that remembers what came over each feed since the start. Thread-safe. */
public final class ReceivedLog implements DurableLog {

  private final DurableLog log;
  private final Clock clock;
  private final Map<String, Received> byFeed = new ConcurrentHashMap<>();

  /**
   * What came over one feed.
   *
   * @param items raw records, and what was refused for its size
   * @param refused of these, what was refused
   * @param last when the newest of them was durable
   * @param transport its way in
   */
  public record Received(long items, long refused, Instant last, Transport transport) {}

  public ReceivedLog(DurableLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  @Override
  public LogPosition append(String topic, String key, SpecificRecord value) {
    LogPosition position = log.append(topic, key, value);
    if (value instanceof RawNews raw) {
      count(raw.getFeed(), raw.getTransport(), 0);
    } else if (value instanceof DeadLetter letter && letter.getFeed() != null) {
      count(letter.getFeed(), Transport.OTHER, 1);
    }
    return position;
  }

  /** By feed, in order of name. */
  public Map<String, Received> received() {
    return new TreeMap<>(byFeed);
  }

  @Override
  public void close() {
    log.close();
  }

  private void count(String feed, Transport transport, int refused) {
    byFeed.merge(
        feed,
        new Received(1, refused, clock.instant(), transport),
        (before, now) ->
            new Received(
                before.items() + 1,
                before.refused() + refused,
                now.last(),
                refused > 0 ? before.transport() : now.transport()));
  }
}
