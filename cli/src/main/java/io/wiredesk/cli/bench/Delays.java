package io.wiredesk.cli.bench;

import io.wiredesk.schemas.TrailEntry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** How long items took, stage by stage. Microseconds, three digits. One thread at a time. */
final class Delays {

  private static final long MOST = 3_600_000_000L;

  private final Map<Stage, Histogram> byStage = new EnumMap<>(Stage.class);

  /**
   * Adds one item.
   *
   * @param due when it was to be pushed, in {@link Ticks}
   * @param seen when the consumer had it, in {@link Ticks}
   */
  void add(long due, long seen, boolean alert, List<TrailEntry> trail) {
    record(Stage.ALL, due, seen);
    if (alert) {
      record(Stage.ALERTS, due, seen);
    }
    long at = due;
    for (TrailEntry entry : trail) {
      Stage does =
          switch (entry.getStage()) {
            case INTAKE -> Stage.INTAKE;
            case PARSE -> Stage.PARSE;
            case ENRICH -> Stage.ENRICH;
            case PUBLISH -> Stage.PUBLISH;
            default -> null;
          };
      if (does != null) {
        record(Stage.values()[does.ordinal() - 1], at, ticks(entry.getReceived()));
        at = ticks(entry.getEmitted());
        record(does, ticks(entry.getReceived()), at);
      }
    }
    record(Stage.TO_CONSUMER, at, seen);
  }

  /** Adds one delay to the whole way alone. */
  void add(long due, long seen) {
    record(Stage.ALL, due, seen);
  }

  /** Microseconds; empty for a stage that no item took. */
  Histogram of(Stage stage) {
    return byStage.computeIfAbsent(stage, s -> new Histogram(MOST, 3));
  }

  private void record(Stage stage, long from, long to) {
    of(stage).recordValue(Math.max(0, Math.min(MOST, (to - from) / 1_000)));
  }

  private static long ticks(java.time.Instant instant) {
    return instant.toEpochMilli() * 1_000_000;
  }
}
