package io.wiredesk.ingest.push;

import io.wiredesk.ingest.intake.Marks;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Nonces of signed pushes, each of which counts once until its timestamp has lapsed, across
 * restarts too: they are kept on {@code news.feed-marks}, each in a slot that another takes over
 * when its time is over, so a feed has as many marks as it had live nonces at its busiest.
 * Thread-safe.
 */
public final class Nonces {

  private static final int MOST_OF_A_FEED = 20_000;
  private static final String SLOT = "nonce ";

  private final Marks marks;
  private final Clock clock;
  private final Map<String, OfFeed> byFeed = new HashMap<>();

  /** What became of a nonce. */
  enum Use {
    FIRST,
    AGAIN,
    TOO_MANY
  }

  private record Live(String nonce, int slot, Instant until) {}

  private static final class OfFeed {
    final Map<String, Live> live = new HashMap<>();
    final Queue<Live> next = new PriorityQueue<>(Comparator.comparing(Live::until));
    final Deque<Integer> free = new ArrayDeque<>();
    int slots;

    void add(Live one) {
      live.put(one.nonce(), one);
      next.add(one);
    }

    void lapse(Instant now) {
      while (!next.isEmpty() && next.peek().until().isBefore(now)) {
        Live over = next.remove();
        live.remove(over.nonce(), over); // it may be live again, in another slot
        free.push(over.slot());
      }
    }
  }

  /**
   * Nonces on those marks.
   *
   * @param marks asked for a feed's nonces when its first push comes
   */
  public Nonces(Marks marks, Clock clock) {
    this.marks = marks;
    this.clock = clock;
  }

  /** False until what was used before the start is known. */
  boolean areKnown() {
    return marks.areKnown();
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * Uses a nonce up, and returns when that is durable.
   *
   * @param until when a push with it would be too old anyway
   */
  Use use(String feed, String nonce, Instant until) {
    Live mine;
    synchronized (this) {
      OfFeed known = byFeed.computeIfAbsent(feed, this::read);
      known.lapse(now());
      if (known.live.containsKey(nonce)) {
        return Use.AGAIN;
      }
      Integer slot = known.free.poll();
      if (slot == null && known.slots >= MOST_OF_A_FEED) {
        return Use.TOO_MANY;
      }
      mine = new Live(nonce, slot == null ? known.slots++ : slot, until);
      known.add(mine);
    }
    marks.set(feed, SLOT + mine.slot(), until.getEpochSecond() + " " + nonce);
    return Use.FIRST;
  }

  private OfFeed read(String feed) {
    OfFeed known = new OfFeed();
    marks
        .of(feed)
        .forEach(
            (mark, value) -> {
              if (mark.startsWith(SLOT)) {
                Live live = live(Integer.parseInt(mark.substring(SLOT.length())), value);
                known.slots = Math.max(known.slots, live.slot() + 1);
                known.add(live);
              }
            });
    known.lapse(now());
    return known;
  }

  private static Live live(int slot, String value) {
    int gap = value.indexOf(' ');
    Instant until = Instant.ofEpochSecond(Long.parseLong(value.substring(0, gap)));
    return new Live(value.substring(gap + 1), slot, until);
  }
}
