package io.wiredesk.ingest.intake;

import io.wiredesk.runtime.DurableLog;
import io.wiredesk.schemas.FeedMark;
import io.wiredesk.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far intake has come on each line, kept on {@code news.feed-marks} so that a restart does not
 * take everything in again. A mark is set after what it stands for is durable: what falls between
 * comes a second time, never not at all. Thread-safe.
 */
public final class Marks {

  /** Most marks of one feed; the oldest go first. */
  public static final int MOST = 50_000;

  /** The topic forgets marks after 100 days: those that are still asked for are set anew before. */
  private static final Duration REFRESH = Duration.ofDays(30);

  private final DurableLog log;
  private final Clock clock;
  private final Map<String, Map<String, Mark>> byFeed = new HashMap<>();

  private volatile boolean known;

  private record Mark(String value, Instant at) {}

  public Marks(DurableLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /** A mark that was read from the log; the oldest come first. */
  public synchronized void remember(FeedMark mark) {
    put(mark.getFeed(), mark.getMark(), new Mark(mark.getValue(), mark.getTakenAt()));
  }

  /** Everything that the log has was remembered. */
  public void allRemembered() {
    known = true;
  }

  /** False at first, while the log is being read. */
  public boolean areKnown() {
    return known;
  }

  /** All marks of a feed with their values, the oldest first. */
  public synchronized Map<String, String> of(String feed) {
    Map<String, String> values = new LinkedHashMap<>();
    byFeed.getOrDefault(feed, Map.of()).forEach((mark, value) -> values.put(mark, value.value()));
    return values;
  }

  /** True where that was marked. */
  public boolean has(String feed, String mark) {
    return value(feed, mark) != null;
  }

  /** Value of a mark; null where there is none. One that is old is set anew. */
  public @Nullable String value(String feed, String mark) {
    Mark known = get(feed, mark);
    if (known == null) {
      return null;
    }
    if (known.at.isBefore(clock.instant().minus(REFRESH))) {
      append(feed, mark, known.value);
    }
    return known.value;
  }

  /**
   * Sets a mark, and returns when it is durable. One that is there with the same value is left
   * alone.
   */
  public void set(String feed, String mark, String value) {
    if (!value.equals(value(feed, mark))) {
      append(feed, mark, value);
    }
  }

  private void append(String feed, String mark, String value) {
    Instant now = clock.instant();
    log.append(
        Topic.FEED_MARKS.topicName(),
        feed + " " + mark,
        FeedMark.newBuilder().setFeed(feed).setMark(mark).setValue(value).setTakenAt(now).build());
    synchronized (this) {
      put(feed, mark, new Mark(value, now));
    }
  }

  private synchronized @Nullable Mark get(String feed, String mark) {
    return byFeed.getOrDefault(feed, Map.of()).get(mark);
  }

  private void put(String feed, String mark, Mark value) {
    Map<String, Mark> marks = byFeed.computeIfAbsent(feed, any -> new LinkedHashMap<>());
    marks.remove(mark); // the newest stands last
    marks.put(mark, value);
    if (marks.size() > MOST) {
      Iterator<String> oldest = marks.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }
}
