package io.wiredesk.ingest.urgent;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * How much of a feed may overtake: a line that calls everything urgent, or sends a day's copy at
 * once, must not make a second queue of the lane. Each feed has its own, saved up for {@value
 * #SAVED_SECONDS} seconds at most. Thread-safe.
 */
final class Allowance {

  private static final int SAVED_SECONDS = 20;
  private static final int MOST_FEEDS = 1_000;

  private final double perMilli;
  private final double most;
  private final Clock clock;
  private final Map<String, Savings> feeds = new HashMap<>();

  private record Savings(double items, long atMillis) {}

  /**
   * An allowance.
   *
   * @param perSecond items a second, on the long run; 0: none
   */
  Allowance(int perSecond, Clock clock) {
    this.perMilli = perSecond / 1_000.0;
    this.most = (double) perSecond * SAVED_SECONDS;
    this.clock = clock;
  }

  /** Takes one item's worth; false where the feed has used up what it may. */
  synchronized boolean take(String feed) {
    long now = clock.millis();
    if (feeds.size() >= MOST_FEEDS) {
      feeds.values().removeIf(savings -> items(savings, now) >= most);
    }
    double items = items(feeds.getOrDefault(feed, new Savings(most, now)), now);
    boolean enough = items >= 1;
    feeds.put(feed, new Savings(enough ? items - 1 : items, now));
    return enough;
  }

  private double items(Savings savings, long now) {
    return Math.min(most, savings.items() + Math.max(0, now - savings.atMillis()) * perMilli);
  }
}
