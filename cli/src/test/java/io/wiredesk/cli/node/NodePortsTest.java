package io.wiredesk.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.runtime.SettingsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodePortsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void saysWhichPortOfAServiceIsTaken(int taken) throws IOException {
    NodePorts ports = NodePorts.free();
    int port = ports.http() + taken;
    try (ServerSocket socket = listening(port)) {
      assertThatThrownBy(ports::requireFree)
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("Port " + socket.getLocalPort() + " is in use")
          .hasMessageContaining("--port, first of 4 in a row");
    }
  }

  @Test
  void saysWhenThePortOfKafkaIsTaken() throws IOException {
    NodePorts ports = NodePorts.free();
    try (ServerSocket socket = listening(ports.kafka())) {
      assertThatThrownBy(ports::requireFree)
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("Port " + socket.getLocalPort() + " is in use")
          .hasMessageContaining("--kafka-port");
    }
  }

  @Test
  void nothingIsStartedWhereAPortIsTaken(@TempDir Path directory) throws IOException {
    NodePorts ports = NodePorts.free();
    try (ServerSocket socket = listening(ports.registry());
        DataDirectory data = DataDirectory.lock(directory)) {
      Node.Plan plan = new Node.Plan(data, directory, ports, null, Map.of());
      assertThatThrownBy(() -> Node.start(plan, Clock.systemUTC()))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("Port " + socket.getLocalPort() + " is in use");
      assertThat(data.kafka()).doesNotExist();
    }
  }

  @Test
  void freePortsAreBelowThoseOfOutgoingConnections() {
    NodePorts ports = NodePorts.free();
    assertThat(ports.http()).isBetween(1024, 32_767 - 4);
    assertThat(ports.kafka()).isEqualTo(ports.http() + 4);
  }

  @Test
  void anyFreePortNeedsNoLook() {
    assertThatCode(new NodePorts(0, 0)::requireFree).doesNotThrowAnyException();
  }

  private static ServerSocket listening(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
