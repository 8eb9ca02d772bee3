package io.wiredesk.ingest.intake;

import io.wiredesk.ingest.body.Pace;

/**
 * How much of pushes is in hand at a time. Senders with a key, those that sign, and all others have
 * their own places and their own memory, so that none of them can shut out another. Immutable.
 *
 * @param places pushes of each kind that wait for the broker at a time
 * @param memory bytes of bodies of each kind in memory at a time
 * @param feeds names of feeds that pushes to feeds which nothing is said of may make
 * @param pace the least that a sender must send
 */
public record PushLimits(int places, long memory, int feeds, Pace pace) {

  static final int BODIES_AT_LEAST = 2;
  private static final long SHARE_OF_HEAP = 24;
  private static final int FEEDS = 500;

  /** For that many at a time, with a share of the heap that the process has. */
  public static PushLimits of(int places, int maxBytes) {
    return new PushLimits(places, shareOfHeap(maxBytes), FEEDS, Pace.STANDARD);
  }

  /** What bodies of each kind may take unless a setting says otherwise: two, at least. */
  public static long shareOfHeap(int maxBytes) {
    return Math.max(
        (long) BODIES_AT_LEAST * maxBytes, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
  }
}
