package io.wiredesk.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodeAddressTest {

  private final Map<String, String> environment = new HashMap<>();
  private String answer = "";
  private final NodeAddress node = new NodeAddress(environment::get, url -> answer);

  @TempDir Path data;

  @Test
  void withoutAnythingTheStandardPortsCount() {
    assertThat(node.publish(null)).isEqualTo("http://127.0.0.1:8080");
    assertThat(node.registry(null)).isEqualTo("http://127.0.0.1:8081");
    assertThat(node.ingest(null)).isEqualTo("http://127.0.0.1:8082");
    assertThat(node.enrich()).isEqualTo("http://127.0.0.1:8083");
    assertThat(node.kafka(null)).isEqualTo("localhost:9092");
  }

  @Test
  void aVariableCountsBeforeThem() {
    environment.put("WIREDESK_INGEST_URL", "http://ingest:8082/");
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "a:1,b:2");
    assertThat(node.ingest(null)).isEqualTo("http://ingest:8082");
    assertThat(node.kafka(null)).isEqualTo("a:1,b:2");
    environment.put("WIREDESK_PUBLISH_URL", "publish");
    assertThatThrownBy(() -> node.publish(null))
        .isInstanceOf(CommandFailure.class)
        .hasMessage(
            "The variable WIREDESK_PUBLISH_URL must be as http://127.0.0.1:8080, not 'publish'.");
  }

  @Test
  void theDataDirectorySaysAllOfItsNode() throws IOException {
    environment.put("WIREDESK_INGEST_URL", "http://ingest:8082");
    Files.writeString(
        data.resolve("node.json"),
        """
        {"publish": "http://127.0.0.1:9000", "registry": "http://registry:1", "kafka": "127.0.0.1:9100",
         "ingest": "http://127.0.0.1:9002", "enrich": "http://127.0.0.1:9003", "of a later version": 1}
        """);
    node.data = data;
    assertThat(node.ingest(null)).isEqualTo("http://127.0.0.1:9002");
    assertThat(node.registry(null)).isEqualTo("http://registry:1");
    assertThat(node.kafka(null)).isEqualTo("127.0.0.1:9100");
  }

  @Test
  void aPortIsEnoughBecauseTheNodeSaysWhereItsKafkaIs() {
    answer =
        "{\"status\":\"up\",\"kafka\":\"127.0.0.1:9100\",\"registry\":\"http://127.0.0.1:9001\"}";
    node.port = 9000;
    assertThat(node.publish(null)).isEqualTo("http://127.0.0.1:9000");
    assertThat(node.ingest(null)).isEqualTo("http://127.0.0.1:9002");
    assertThat(node.kafka(null)).isEqualTo("127.0.0.1:9100");
    assertThat(node.registry(null)).isEqualTo("http://127.0.0.1:9001");
  }

  @Test
  void whatIsNoNodeIsSaid() {
    node.port = 9000;
    for (String other : new String[] {"<html>", "[]", "{\"status\":\"up\"}"}) {
      answer = other;
      assertThatThrownBy(() -> node.kafka(null))
          .isInstanceOf(CommandFailure.class)
          .hasMessageStartingWith("What answers at http://127.0.0.1:9000 is no node of Wiredesk");
    }
  }

  @Test
  void theOptionOfAnAddressCountsBeforeAll() {
    node.port = 9000;
    assertThat(node.kafka("broker:1")).isEqualTo("broker:1");
    assertThat(node.publish("http://there")).isEqualTo("http://there");
  }
}
