package io.wiredesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.enrich.EnrichSettings;
import io.wiredesk.ingest.IngestSettings;
import io.wiredesk.publish.PublishSettings;
import io.wiredesk.runtime.SettingsDoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsDocumentTest {

  private static final Path PAGE = Path.of("..", "docs", "settings.md");
  private static final String HEAD =
      """
      # Settings

      Each service reads an optional properties file, named as its only argument, and then the environment, which wins. One
      rule maps the two: `INGEST_HTTP_PORT` is `ingest.http.port`. A name that starts with `kafka.` (`KAFKA_…`) goes,
      without that prefix, to every Kafka client and serde as it is, so that everything Kafka and the serdes know can be
      set; names that start with `schema.registry.` go to the serdes. Any other unknown name is refused at the start.
      Times are in milliseconds, sizes in bytes.

      This page is generated from the services' definitions: `mvn -pl cli -am test -Dtest=SettingsDocumentTest -Dupdate`.

      """;

  @Test
  void thePageIsWhatTheServicesKnow() throws IOException {
    String page =
        HEAD
            + SettingsDoc.markdown("ingest-service", IngestSettings.definition())
            + "\n"
            + SettingsDoc.markdown("enrich-service", EnrichSettings.definition())
            + "\n"
            + SettingsDoc.markdown("publish-service", PublishSettings.definition());
    if (System.getProperty("update") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/settings.md is stale: mvn -pl cli -am test -Dtest=SettingsDocumentTest -Dupdate")
        .isEqualTo(page);
  }
}
