package io.wiredesk.wire.time;

import java.time.Instant;
import java.util.List;

/**
 * A time as it was read, and what had to be assumed for it. Immutable.
 *
 * @param at the instant
 * @param dateOnly the text has a date alone: the start of that day was taken
 * @param doubts what was assumed, one phrase each, with the setting of the feed's profile that
 *     would settle it; for people
 */
public record ReadTime(Instant at, boolean dateOnly, List<String> doubts) {

  public ReadTime {
    doubts = List.copyOf(doubts);
  }
}
