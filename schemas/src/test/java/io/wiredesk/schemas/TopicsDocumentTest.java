package io.wiredesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TopicsDocumentTest {
  private static final Path PAGE = Path.of("..", "docs", "topics.md");

  @Test
  void pageSaysWhatIsDeclared() throws IOException {
    String expected = TopicsDocument.markdown();
    if (System.getProperty("update") != null) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/topics.md is stale: mvn -pl schemas test -Dtest=TopicsDocumentTest -Dupdate")
        .isEqualTo(expected);
  }
}
