package io.wiredesk.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.NewsItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the library's README shows. */
class LibraryReadmeTest {

  private static final Instant RECEIVED = Instant.parse("2026-05-04T10:16:00Z");

  private final WireReader reader = WireReader.ofAllFormats();

  @Test
  void readsAWireWithoutFeedOrKafka() {
    String wire =
        """
        {"uri": "urn:example:1", "version": "1", "type": "text", "headline": "Harbour opens",
         "body_html": "<p>The harbour opened on Monday.</p>"}
        """;
    WireReader.Result result = reader.read(wire.getBytes(StandardCharsets.UTF_8), RECEIVED);
    assertThat(result).isInstanceOf(WireReader.Result.Read.class);
    NewsItem item = ((WireReader.Result.Read) result).items().get(0);
    assertThat(item.getUri()).isEqualTo("urn:example:1");
    assertThat(item.getText()).isEqualTo("The harbour opened on Monday.");
  }

  @Test
  void saysWhyNothingCanBeRead() {
    WireReader.Result result = reader.read(new byte[0], RECEIVED);
    assertThat(result).isInstanceOf(WireReader.Result.Refused.class);
    assertThat(((WireReader.Result.Refused) result).rejection().message()).isNotBlank();
  }

  @Test
  void theReadmeNamesOnlyWhatIsThere() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(readme)
        .contains("WireReader.ofAllFormats()", "reader.read(bytes, receivedAt)")
        .contains("WireReader.Result.Read read", "WireReader.Result.Refused", "rejection()");
  }
}
