package io.wiredesk.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceVariablesTest {
  @Test
  void areSettingsOfTheServicesAndNothingElse() {
    assertThat(
            ServiceVariables.of(
                Map.of(
                    "ENRICH_THREADS", "1",
                    "PUBLISH_COMMIT_INTERVAL_MS", "50",
                    "TOPICS_PARTITIONS", "6",
                    "KAFKA_BOOTSTRAP_SERVERS", "elsewhere:9092",
                    "PATH", "/bin")))
        .isEqualTo(
            Map.of(
                "enrich.threads", "1",
                "publish.commit.interval.ms", "50",
                "topics.partitions", "6"));
  }
}
