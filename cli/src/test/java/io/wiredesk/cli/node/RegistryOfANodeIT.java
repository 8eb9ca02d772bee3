package io.wiredesk.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.Deleted;
import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.SchemaText;
import io.wiredesk.registry.client.Registries;
import io.wiredesk.registry.server.Operator;
import io.wiredesk.registry.server.RegistryServer;
import io.wiredesk.schemas.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise: nobody's schema stands in the way of ours, not even on a node's first start. */
class RegistryOfANodeIT {

  @Test
  void hasEverySubjectBeforeAnybodyCanReachIt(@TempDir Path directory) throws Exception {
    try (DataDirectory data = DataDirectory.lock(directory);
        EmbeddedKafka kafka = EmbeddedKafka.start(data.kafka(), 0)) {
      Node.Plan plan = new Node.Plan(data, data.wires(), new NodePorts(0, 0), null, Map.of());
      try (RegistryServer server = NodeRegistry.start(plan, kafka.bootstrapServers())) {
        Map<String, String> address = Map.of("schema.registry.url", server.url().toString());
        SchemaRegistry stranger = Registries.open(address);
        for (Topic topic : Topic.values()) {
          String subject = topic.topicName() + "-value";
          assertThat(stranger.compatibility(subject, false))
              .isEqualTo(CompatibilityLevel.FULL_TRANSITIVE);
          assertThat(stranger.versions(subject, Deleted.HIDDEN)).containsExactly(1);
          assertRefused(409, () -> stranger.register(subject, SchemaText.of("\"string\""), false));
          assertRefused(403, () -> stranger.setCompatibility(subject, CompatibilityLevel.NONE));
          assertRefused(403, () -> stranger.deleteSubject(subject, false));
        }
        assertThat(stranger.subjects("wiredesk-", Deleted.HIDDEN)).isNotEmpty();

        String key = Files.readString(data.registryKey()).strip();
        SchemaRegistry operator =
            Registries.open(
                Map.of(
                    "schema.registry.url",
                    server.url().toString(),
                    "request.header." + Operator.HEADER,
                    key));
        operator.setCompatibility("news.raw-value", CompatibilityLevel.NONE);
        assertThat(operator.compatibility("news.raw-value", false))
            .isEqualTo(CompatibilityLevel.NONE);
      }
      String kept = Files.readString(data.registryKey());
      try (RegistryServer again = NodeRegistry.start(plan, kafka.bootstrapServers())) {
        assertThat(again.url()).isNotNull();
      }
      assertThat(Files.readString(data.registryKey())).isEqualTo(kept);
    }
  }

  private static void assertRefused(
      int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RegistryException.class, e -> assertThat(e.status()).isEqualTo(status));
  }
}
