package io.wiredesk.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.HdrHistogram.Histogram;

/** An outcome as text and as JSON; delays in milliseconds. Stateless. */
final class Reports {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Reports() {}

  static String text(Outcome outcome) {
    StringBuilder out = new StringBuilder(outcome.setting()).append('\n');
    for (Outcome.Phase phase : outcome.phases()) {
      Ledger ledger = phase.ledger();
      out.append(
          "%n%s: %d sent, %d of %d published, %.1f items/s; load average %.2f%n"
              .formatted(
                  phase.title(),
                  ledger.sent(),
                  ledger.published(),
                  ledger.expected(),
                  ledger.throughput(),
                  phase.loadAverage()));
      out.append(
          "CPU an item %.1f ms, memory %.0f MB%n"
              .formatted(phase.cpuMillisAnItem(), phase.meters().residentBytes() / 1e6));
      phase
          .meters()
          .byThreads()
          .forEach(
              (group, seconds) ->
                  out.append(
                      "  %-24s %8.2f ms an item%n"
                          .formatted(group, seconds * 1000 / Math.max(1, ledger.published()))));
      out.append("  %-28s %8s %8s %8s %8s%n".formatted("delay, ms", "p50", "p99", "p99.9", "most"));
      for (Stage stage : Stage.values()) {
        row(out, stage.title(), ledger.delays().of(stage));
      }
    }
    Outcome.Limit limit = outcome.limit();
    if (limit != null) {
      out.append(
          "%nThe limit on the same broker: one bare hop passes %.0f records/s%n"
              .formatted(limit.passThrough()));
      row(
          out,
          "%d bare hops at %.0f/s".formatted(limit.hops(), limit.perSecond()),
          limit.delays().of(Stage.ALL));
    }
    return out.toString();
  }

  private static void row(StringBuilder out, String title, Histogram delays) {
    if (delays.getTotalCount() > 0) {
      out.append(
          "  %-28s %8.1f %8.1f %8.1f %8.1f%n"
              .formatted(
                  title,
                  millis(delays, 50),
                  millis(delays, 99),
                  millis(delays, 99.9),
                  delays.getMaxValue() / 1e3));
    }
  }

  /** The delay below which that percentage lies, in milliseconds. */
  static double millis(Histogram delays, double percentile) {
    return delays.getValueAtPercentile(percentile) / 1e3;
  }

  static String json(Outcome outcome) {
    ObjectNode root = JSON.createObjectNode().put("setting", outcome.setting());
    for (Outcome.Phase phase : outcome.phases()) {
      Ledger ledger = phase.ledger();
      ObjectNode one =
          root.withArray("phases")
              .addObject()
              .put("perSecond", phase.perSecond())
              .put("sent", ledger.sent())
              .put("expected", ledger.expected())
              .put("published", ledger.published())
              .put("itemsPerSecond", ledger.throughput())
              .put("cpuMillisAnItem", phase.cpuMillisAnItem())
              .put("residentBytes", phase.meters().residentBytes())
              .put("loadAverage", phase.loadAverage());
      phase.meters().byThreads().forEach(one.putObject("cpuSeconds")::put);
      ObjectNode delays = one.putObject("delayMillis");
      for (Stage stage : Stage.values()) {
        percentiles(delays, stage.name(), ledger.delays().of(stage));
      }
    }
    Outcome.Limit limit = outcome.limit();
    if (limit != null) {
      ObjectNode one =
          root.putObject("limit")
              .put("hops", limit.hops())
              .put("perSecond", limit.perSecond())
              .put("passThroughPerSecond", limit.passThrough());
      percentiles(one, "delayMillis", limit.delays().of(Stage.ALL));
    }
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers is JSON", e);
    }
  }

  private static void percentiles(ObjectNode into, String name, Histogram delays) {
    if (delays.getTotalCount() > 0) {
      into.putObject(name)
          .put("count", delays.getTotalCount())
          .put("p50", millis(delays, 50))
          .put("p90", millis(delays, 90))
          .put("p99", millis(delays, 99))
          .put("p99.9", millis(delays, 99.9))
          .put("max", delays.getMaxValue() / 1e3);
    }
  }
}
