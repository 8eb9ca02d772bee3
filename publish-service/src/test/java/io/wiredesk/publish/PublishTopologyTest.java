package io.wiredesk.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Names of nodes, stores and topics are deployed state: a change needs a migration. */
final class PublishTopologyTest {

  @Test
  void isDeployedAsDescribed() throws IOException {
    try (Pipeline pipeline = new Pipeline(NewsItems.NOON);
        InputStream golden = getClass().getResourceAsStream("topology.txt")) {
      assertThat(pipeline.topology().describe().toString().strip())
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
    }
  }
}
