package io.wiredesk.cli.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the bench found. Immutable, apart from the delays, which are full by then.
 *
 * @param setting one line that says what ran where: seed, mix, cores, load average
 * @param phases by rate, in the order in which they ran
 * @param limit null where it was not asked for
 */
record Outcome(String setting, List<Phase> phases, @Nullable Limit limit) {

  Outcome {
    phases = List.copyOf(phases);
  }

  /**
   * One rate.
   *
   * @param perSecond 0: as fast as they are taken
   * @param ledger what was sent and came out, with the delays
   * @param meters what the services used meanwhile
   * @param loadAverage of the machine at the end
   */
  record Phase(double perSecond, Ledger ledger, Meters meters, double loadAverage) {

    String title() {
      return perSecond > 0 ? "%.0f a second".formatted(perSecond) : "as fast as taken";
    }

    /** Milliseconds of all cores' time for one item that came out; 0 where no meter answered. */
    double cpuMillisAnItem() {
      return ledger.published() == 0 ? 0 : meters.cpuSeconds() * 1000 / ledger.published();
    }
  }

  /**
   * What the broker takes for hops that do nothing.
   *
   * @param hops one after the other
   * @param perSecond at which the delays were measured
   * @param passThrough records a second through one hop
   */
  record Limit(int hops, double perSecond, Delays delays, double passThrough) {}
}
