package io.wiredesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final ConfigDef DEF = CommonSettings.define("ingest", 8082);

  @Test
  void environmentOverridesPropertiesByOneRule() {
    Settings settings =
        Settings.load(
            DEF, "ingest", Map.of("ingest.http.port", "1"), Map.of("INGEST_HTTP_PORT", "9"));
    assertThat(settings.integer("ingest.http.port")).isEqualTo(9);
  }

  @Test
  void readsMillisecondsAsDuration() {
    Settings settings =
        Settings.load(DEF, "ingest", Map.of("ingest.commit.interval.ms", "75"), Map.of());
    assertThat(settings.millis("ingest.commit.interval.ms")).isEqualTo(Duration.ofMillis(75));
  }

  @Test
  void refusesUnknownNameAndSaysWhichAreKnown() {
    assertThatThrownBy(
            () -> Settings.load(DEF, "ingest", Map.of(), Map.of("INGEST_HTTP_PROT", "9")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("INGEST_HTTP_PROT")
        .hasMessageContaining("INGEST_HTTP_PORT")
        .hasMessageNotContaining("\n");
  }

  @Test
  void namesTheVariableOfAWrongValue() {
    assertThatThrownBy(
            () -> Settings.load(DEF, "ingest", Map.of(), Map.of("INGEST_HTTP_PORT", "70000")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("INGEST_HTTP_PORT")
        .hasMessageContaining("70000");
  }

  @Test
  void leavesForeignVariablesAlone() {
    Settings settings =
        Settings.load(DEF, "ingest", Map.of(), Map.of("PATH", "/bin", "PUBLISH_HTTP_PORT", "7"));
    assertThat(settings.integer("ingest.http.port")).isEqualTo(8082);
  }

  @Test
  void passesKafkaAndRegistryNamesThrough() {
    Map<String, Object> client =
        Settings.load(
                DEF,
                "ingest",
                Map.of("schema.registry.ssl.truststore.location", "/t"),
                Map.of(
                    "KAFKA_SECURITY_PROTOCOL",
                    "SSL",
                    "KAFKA_BOOTSTRAP_SERVERS",
                    "a:1",
                    "SCHEMA_REGISTRY_URL",
                    "http://r"))
            .clientConfig();
    assertThat(client)
        .containsEntry("security.protocol", "SSL")
        .containsEntry("bootstrap.servers", "a:1")
        .containsEntry("schema.registry.url", "http://r")
        .containsEntry("schema.registry.ssl.truststore.location", "/t");
  }

  @Test
  void documentsEverySettingWithItsVariable() {
    String page = SettingsDoc.markdown("ingest", DEF);
    DEF.names()
        .forEach(
            name ->
                assertThat(page)
                    .contains("| `" + name + "` | `" + Settings.variableOf(name) + "` |"));
  }
}
