package io.wiredesk.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.runtime.Settings;
import io.wiredesk.runtime.SettingsDoc;
import io.wiredesk.runtime.SettingsException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PublishSettingsTest {

  @Test
  void aShortKeyForOrdersIsRefusedAndNeverShown() {
    assertThatThrownBy(() -> with("short"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("PUBLISH_ORDERS_KEY")
        .hasMessageNotContaining("= short");
    assertThat(with("long enough for a key").toString()).doesNotContain("long enough");
    assertThat(SettingsDoc.markdown("publish", PublishSettings.definition()))
        .contains("| `publish.orders.key` | `PUBLISH_ORDERS_KEY` | (none) | at least 16");
  }

  private static PublishSettings with(String key) {
    return PublishSettings.of(
        Settings.load(
            PublishSettings.definition(),
            PublishSettings.SERVICE,
            Map.of(),
            Map.of("PUBLISH_ORDERS_KEY", key)));
  }
}
