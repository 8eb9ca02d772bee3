package io.wiredesk.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.cli.node.EmbeddedKafka;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BareHopsIT {

  @Test
  void everyRecordIsMeasuredOnceAndNothingStaysOnTheBroker(@TempDir Path directory)
      throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0)) {
      Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
      try (BareHops pass = new BareHops(client, "pass", 1, 1_000)) {
        assertThat(pass.throughput(500, directory.resolve("pass"), Ticks.system())).isPositive();
      }
      try (BareHops hops = new BareHops(client, "test", 2, 500)) {
        hops.start(directory.resolve("hops"));
        Delays delays = hops.delays(50, 200, Ticks.system());
        assertThat(delays.of(Stage.ALL).getTotalCount()).isEqualTo(50);
      }
      try (Admin admin = Admin.create(client)) {
        assertThat(admin.listTopics().names().get()).noneMatch(topic -> topic.startsWith("bench-"));
        assertThat(admin.listGroups().all().get())
            .noneMatch(group -> group.groupId().startsWith("bench-"));
      }
    }
  }
}
