package io.wiredesk.ingest.intake;

import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Transport;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;

/** A log that remembers when something last came over each feed. Thread-safe. */
public final class ReceivedLog implements DurableLog {

  private final DurableLog log;
  private final Clock clock;
  private final Map<String, Received> byFeed = new ConcurrentHashMap<>();

  /**
   * What came over one feed.
   *
   * @param last when the newest of it was durable
   * @param transport its way in
   */
  public record Received(Instant last, Transport transport) {}

  public ReceivedLog(DurableLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  @Override
  public LogPosition append(String topic, String key, SpecificRecord value) {
    LogPosition position = log.append(topic, key, value);
    if (value instanceof RawNews raw) {
      note(raw.getFeed(), raw.getTransport());
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

  private void note(String feed, Transport transport) {
    byFeed.put(feed, new Received(clock.instant(), transport));
  }
}
