package io.wiredesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class StartFailureTest {

  private final Settings settings =
      Settings.load(
          CommonSettings.define("ingest", 0),
          "ingest",
          Map.of(CommonSettings.BOOTSTRAP_SERVERS, "broker:9092"),
          Map.of());

  @Test
  void namesTheVariableOfAWrongKafkaSetting() {
    assertThat(
            StartFailure.explain(
                new KafkaException(
                    "wrapped", new ConfigException("Invalid url in bootstrap.servers: x")),
                settings))
        .hasValueSatisfying(
            line -> assertThat(line).contains("KAFKA_BOOTSTRAP_SERVERS").doesNotContain("\n"));
  }

  @Test
  void namesTheVariableOfAWrongRegistrySetting() {
    assertThat(
            StartFailure.explain(
                new ConfigException("schema.registry.url", "registry.local", "must be a URL"),
                settings))
        .hasValueSatisfying(line -> assertThat(line).contains("SCHEMA_REGISTRY_URL"));
  }

  @Test
  void saysWhichBrokerDoesNotAnswer() {
    assertThat(StartFailure.explain(new TimeoutException("no node"), settings))
        .hasValueSatisfying(
            line -> assertThat(line).contains("broker:9092", "KAFKA_BOOTSTRAP_SERVERS", "no node"));
  }

  @Test
  void saysThatCredentialsAreRefused() {
    assertThat(StartFailure.explain(new SaslAuthenticationException("bad password"), settings))
        .hasValueSatisfying(
            line -> assertThat(line).contains("KAFKA_SASL_JAAS_CONFIG", "bad password"));
  }

  @Test
  void leavesBugsAlone() {
    assertThat(StartFailure.explain(new IllegalStateException("bug"), settings)).isEmpty();
  }
}
