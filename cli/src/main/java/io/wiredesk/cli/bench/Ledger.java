package io.wiredesk.cli.bench;

import io.wiredesk.schemas.NewsItem;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was sent and what of it has come out: each wire is known by the digest of its bytes, and
 * counts once, when it is first seen. Safe to share between threads.
 */
final class Ledger {

  private final Map<String, Sent> open = new ConcurrentHashMap<>();
  private final Delays delays = new Delays();
  private int sent;
  private int expected;
  private int published;
  private long firstSeen;
  private long lastSeen;

  private record Sent(long due, Wire.Kind kind) {}

  /**
   * Before it is pushed.
   *
   * @param due when it was to be pushed, whenever it is, in {@link Ticks}
   */
  synchronized void due(Wire wire, long due) {
    sent++;
    if (wire.kind() != Wire.Kind.DUPLICATE) {
      expected++;
      open.put(wire.digest(), new Sent(due, wire.kind()));
    }
  }

  /** It was refused: nothing will come of it. */
  synchronized void refused(Wire wire) {
    if (wire.kind() != Wire.Kind.DUPLICATE && open.remove(wire.digest()) != null) {
      expected--;
    }
  }

  /** An item was seen on the last topic. */
  synchronized void seen(NewsItem item, long at) {
    @Nullable Sent one = open.remove(item.getSource().getSha256());
    if (one == null) {
      return; // not of this load, or its copy came before
    }
    published++;
    firstSeen = firstSeen == 0 ? at : firstSeen;
    lastSeen = at;
    delays.add(one.due(), at, one.kind() == Wire.Kind.ALERT, item.getTrail());
  }

  synchronized boolean isComplete() {
    return published >= expected;
  }

  synchronized int sent() {
    return sent;
  }

  /** How many of those sent must come out. */
  synchronized int expected() {
    return expected;
  }

  synchronized int published() {
    return published;
  }

  /** Items a second between the first and the last that came out; 0 for fewer than two. */
  synchronized double throughput() {
    return published < 2 ? 0 : (published - 1) * 1e9 / Math.max(1, lastSeen - firstSeen);
  }

  /** To be read when nothing comes any more. */
  Delays delays() {
    return delays;
  }
}
