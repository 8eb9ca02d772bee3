package io.wiredesk.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportsTest {

  private static final String METRICS =
      """
      # TYPE wiredesk_process_cpu_seconds_total counter
      wiredesk_process_cpu_seconds_total{service="enrich"} 12.5
      wiredesk_process_number{service="enrich"} 77.0
      wiredesk_process_resident_bytes{service="enrich"} 9.0E8
      wiredesk_threads_cpu_seconds_total{group="enrich streams",service="enrich"} 4.25
      """;

  @Test
  void metersAreReadFromAPageAndSubtracted() {
    Meters now = Meters.of(METRICS);
    Meters used = now.since(new Meters(2.5, 1, Map.of("enrich streams", 1.0)));

    assertThat(used.cpuSeconds()).isEqualTo(10);
    assertThat(used.residentBytes()).isEqualTo(9.0E8);
    assertThat(used.byThreads()).containsEntry("enrich streams", 3.25);
  }

  @Test
  void textJsonAndPageSayTheSame() throws IOException {
    Ledger ledger = new Ledger();
    for (int ms = 1; ms <= 100; ms++) {
      ledger.delays().add(0, ms * 1_000_000L);
    }
    Delays bare = new Delays();
    bare.add(0, 7_000_000);
    Outcome outcome =
        new Outcome(
            "<mix>, seed 1",
            List.of(new Outcome.Phase(20, ledger, Meters.of(METRICS), 1.5)),
            new Outcome.Limit(3, 20, bare, 14_000));

    JsonNode json = new ObjectMapper().readTree(Reports.json(outcome));
    JsonNode all = json.at("/phases/0/delayMillis/ALL");
    assertThat(all.get("p50").asDouble()).isBetween(49.0, 51.0);
    assertThat(all.get("p99").asDouble()).isBetween(98.0, 100.0);
    assertThat(json.at("/limit/delayMillis/p50").asDouble()).isBetween(6.9, 7.1);
    assertThat(Reports.text(outcome)).contains("20 a second").contains("14000 records/s");
    assertThat(Page.of(outcome)).contains("<polyline").contains("&lt;mix>").doesNotContain("<mix>");
  }
}
