package io.wiredesk.ingest;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.wiredesk.ingest.line.LineView;
import io.wiredesk.ingest.line.Lines;
import io.wiredesk.ingest.topology.Account;
import io.wiredesk.ingest.urgent.OvertakingLog;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the feeds of {@code feeds.yml} fare, where an operator looks without asking for one: a feed
 * that fails or is refused is a warning of health; every feed has its counters from the start, and
 * {@code wiredesk_feed_state} is 1 for the state it is in. Thread-safe.
 */
final class FeedSigns {

  private static final List<String> STATES = List.of("running", "failing", "paused", "refused");

  private final Lines lines;
  private final Account account;
  private final Metrics metrics;
  private final MultiGauge states;

  private FeedSigns(Lines lines, Account account, Metrics metrics) {
    this.lines = lines;
    this.account = account;
    this.metrics = metrics;
    this.states =
        MultiGauge.builder("wiredesk.feed.state")
            .description("1 for the state in which a feed of feeds.yml is")
            .register(metrics.registry());
  }

  /** Shows them from now on. */
  static void show(Lines lines, Account account, Metrics metrics, Health health) {
    FeedSigns signs = new FeedSigns(lines, account, metrics);
    health.watch(signs::warnings);
    metrics.beforeScrape(signs::update);
  }

  private Map<String, String> warnings() {
    Map<String, String> warnings = new TreeMap<>();
    for (LineView view : lines.views()) {
      if (view.refusal() != null) {
        warnings.put("feed " + view.name(), "refused: " + view.refusal());
      } else if (view.state().equals("failing")) {
        warnings.put("feed " + view.name(), "failing: " + view.lastError());
      } else if (!view.trouble().isEmpty()) {
        warnings.put("feed " + view.name(), view.trouble());
      }
    }
    return warnings;
  }

  private void update() {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    for (LineView view : lines.views()) {
      account.expect(view.name());
      OvertakingLog.expect(view.name(), metrics);
      for (String state : STATES) {
        Tags tags = Tags.of("feed", view.name(), "state", state);
        rows.add(MultiGauge.Row.of(tags, view.state().equals(state) ? 1 : 0));
      }
    }
    states.register(rows, true);
  }
}
