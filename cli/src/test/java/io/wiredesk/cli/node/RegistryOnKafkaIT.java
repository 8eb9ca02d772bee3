package io.wiredesk.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.Deleted;
import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.SchemaText;
import io.wiredesk.registry.client.Registries;
import io.wiredesk.registry.server.RegistryServer;
import io.wiredesk.registry.store.KafkaSchemaLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry server over a real broker: what it was told is there after both were restarted. */
class RegistryOnKafkaIT {
  private static final SchemaText INT = SchemaText.of("\"int\"");
  private static final SchemaText LONG = SchemaText.of("\"long\"");

  private static SchemaRegistry client(RegistryServer server) {
    return Registries.open(
        Map.of("schema.registry.url", server.url().toString(), "max.retries", 0));
  }

  private static RegistryServer server(String bootstrapServers) {
    return new RegistryServer(
        () ->
            new KafkaSchemaLog(
                Map.of("bootstrap.servers", bootstrapServers),
                KafkaSchemaLog.DEFAULT_TOPIC,
                Duration.ofSeconds(4)),
        RegistryServer.Options.loopback(0));
  }

  @Test
  void keepsItsStateInTheSchemasTopic(@TempDir Path data) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(data, 0)) {
      try (RegistryServer first = server(kafka.bootstrapServers()).start()) {
        SchemaRegistry registry = client(first);
        assertThat(registry.register("a", INT, false)).isEqualTo(1);
        assertThat(registry.register("a", LONG, false)).isEqualTo(2);
        registry.deleteVersion("a", 1, false);
        registry.deleteVersion("a", 1, true);
        registry.setCompatibility("a", CompatibilityLevel.FULL);
      }
      try (RegistryServer second = server(kafka.bootstrapServers()).start()) {
        assertAsBefore(client(second));
      }
    }
    RegistryServer orphan;
    try (EmbeddedKafka kafka = EmbeddedKafka.start(data, 0)) {
      orphan = server(kafka.bootstrapServers()).start();
      assertAsBefore(client(orphan));
    }
    try (orphan) {
      SchemaRegistry registry = client(orphan);
      assertThat(registry.schema(2)).as("questions need no broker").isEqualTo(LONG);
      assertThatThrownBy(() -> registry.register("c", SchemaText.of("\"string\""), false))
          .isInstanceOfSatisfying(
              RegistryException.class,
              e -> {
                assertThat(e.errorCode()).isEqualTo(50001);
                assertThat(e.isRetriable()).isTrue();
              });
    }
  }

  private static void assertAsBefore(SchemaRegistry registry) {
    assertThat(registry.versions("a", Deleted.INCLUDED)).containsExactly(2);
    assertThat(registry.schema(2)).isEqualTo(LONG);
    assertThat(registry.compatibility("a", false)).isEqualTo(CompatibilityLevel.FULL);
    assertThat(registry.register("b", LONG, false)).isEqualTo(2);
  }
}
