package io.wiredesk.e2e.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a container says when it is told something wrong: one line with the variable's name. */
@ContainerTest
@Timeout(120)
class WrongSettingsIT {

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("unknown key", "INGEST_HTP_PORT=1", "INGEST_HTP_PORT"),
        Arguments.of("not a number", "INGEST_HTTP_PORT=many", "INGEST_HTTP_PORT"),
        Arguments.of(
            "bad broker URL", "KAFKA_BOOTSTRAP_SERVERS=no port", "KAFKA_BOOTSTRAP_SERVERS"),
        Arguments.of("bad registry URL", "SCHEMA_REGISTRY_URL=::", "SCHEMA_REGISTRY_URL"),
        Arguments.of(
            "missing secret",
            "KAFKA_BASIC_AUTH_CREDENTIALS_SOURCE=USER_INFO",
            "KAFKA_BASIC_AUTH_USER_INFO"),
        Arguments.of("folder of another user", "INGEST_FOLDER=/opt/wiredesk", "INGEST_FOLDER"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void exitsWithOneLineThatNamesTheVariable(String what, String variable, String named) {
    Command.Result result = Command.run(Map.of(), docker("run", "--rm", "-e", variable));
    assertThat(result.code()).as(result.output()).isEqualTo(2);
    assertThat(result.output().lines().filter(line -> line.startsWith("ingest-service")))
        .singleElement()
        .asString()
        .contains(named);
    assertThat(result.output()).doesNotContain("\tat ");
  }

  @Test
  void isUnhealthyWithTheReasonWhileTheBrokerIsAway() {
    String id =
        Command.succeed(Map.of(), docker("run", "-d", "-e", "KAFKA_BOOTSTRAP_SERVERS=localhost:1"));
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () -> {
                Command.Result health =
                    Command.run(
                        Map.of(), List.of("docker", "exec", id, "bash", "/opt/wiredesk/health"));
                assertThat(health.code()).isEqualTo(1);
                assertThat(health.output()).contains("KAFKA_BOOTSTRAP_SERVERS");
              });
    } finally {
      Command.run(Map.of(), List.of("docker", "rm", "-f", id));
    }
  }

  private static List<String> docker(String... words) {
    List<String> all = new ArrayList<>(List.of("docker"));
    all.addAll(List.of(words));
    all.addAll(
        List.of("--read-only", "--tmpfs", "/tmp:exec,mode=1777", "--tmpfs", "/wires:mode=1777"));
    all.add(Repository.setting("INGEST_IMAGE"));
    return all;
  }
}
