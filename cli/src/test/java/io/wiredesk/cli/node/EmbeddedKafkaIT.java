package io.wiredesk.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.runtime.SettingsException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

  @Test
  void keepsTopicsAcrossRestartsOnAnotherPort(@TempDir Path directory) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0);
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic("kept", Optional.of(2), Optional.empty())))
          .all()
          .get();
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0);
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      assertThat(admin.listTopics().names().get()).contains("kept");
    }
  }

  /** What a crash left open is ended at the old address, or never: Kafka 4.3.1. */
  @Test
  void talksToItselfOverTheSamePortWhenClientsUseAnother(@TempDir Path directory) throws Exception {
    Path kept = directory.resolve("inter-broker.port");
    EmbeddedKafka.start(directory, 0).close();
    String port = Files.readString(kept);
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0)) {
      assertThat(Files.readString(kept)).isEqualTo(port);
      try (Socket own = new Socket("127.0.0.1", Integer.parseInt(port.strip()))) {
        assertThat(own.isConnected()).isTrue();
      }
      assertThat(kafka.bootstrapServers()).doesNotEndWith(":" + port.strip());
    }
  }

  @Test
  void saysWhichPortIsTaken(@TempDir Path directory) {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("a"), 0)) {
      int port = Integer.parseInt(kafka.bootstrapServers().split(":")[1]);
      assertThatThrownBy(() -> EmbeddedKafka.start(directory.resolve("b"), port))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("Port " + port + " is in use");
    }
  }
}
