package io.wiredesk.wire.time;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one feed writes times. Immutable.
 *
 * @param timeZone zone of times that are written without one
 * @param assumed true where the feed's profile does not state that zone
 * @param zones what abbreviations mean on this feed, upper case; they overrule the table
 * @param dayOrder order of day and month in 05/06/2026; null: not known
 */
public record TimeRules(
    ZoneId timeZone, boolean assumed, Map<String, ZoneId> zones, @Nullable DayOrder dayOrder) {

  /** Nothing is known of the feed: UTC, day first, the table's zones. */
  public static final TimeRules STANDARD = new TimeRules(ZoneOffset.UTC, true, Map.of(), null);

  public TimeRules {
    zones = Map.copyOf(zones);
  }

  /** A feed of which the profile states the zone and nothing else. */
  public static TimeRules in(ZoneId timeZone) {
    return new TimeRules(timeZone, false, Map.of(), null);
  }

  /** The same where the profile states its zone, else with that of the node. */
  public TimeRules orIn(ZoneId node) {
    return assumed ? new TimeRules(node, true, zones, dayOrder) : this;
  }
}
