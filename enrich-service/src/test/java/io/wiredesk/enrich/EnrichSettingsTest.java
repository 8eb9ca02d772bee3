package io.wiredesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.runtime.Settings;
import io.wiredesk.runtime.SettingsException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnrichSettingsTest {
  private static Settings load(Map<String, String> properties, Map<String, String> environment) {
    return Settings.load(
        EnrichSettings.definition(), EnrichSettings.SERVICE, properties, environment);
  }

  @Test
  void hasNoMoreThanTwentyEntries() {
    assertThat(EnrichSettings.definition().names()).hasSizeLessThanOrEqualTo(20);
  }

  @Test
  void runsTheModelsAsMeasuredUnlessTold() {
    assertThat(EnrichSettings.of(load(Map.of(), Map.of())).models())
        .isEqualTo(EnrichModels.STANDARD);
  }

  @Test
  void letsTheEnvironmentWin() {
    Settings settings =
        load(
            Map.of("enrich.section.tokens", "128"),
            Map.of("ENRICH_SECTION_TOKENS", "96", "ENRICH_MODELS_DIR", "/models"));

    assertThat(EnrichSettings.of(settings).models())
        .isEqualTo(new EnrichModels(Path.of("/models"), 1, 96));
  }

  @ParameterizedTest
  @CsvSource({
    "enrich.section.tokens,7,ENRICH_SECTION_TOKENS",
    "enrich.section.threads,0,ENRICH_SECTION_THREADS",
    "enrich.section.thread,1,ENRICH_SECTION_THREAD",
    "enrich.http.port,x,ENRICH_HTTP_PORT"
  })
  void saysInOneLineWhatIsWrong(String name, String value, String variable) {
    assertThatThrownBy(() -> load(Map.of(name, value), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(variable)
        .hasMessageNotContaining("\n");
  }
}
