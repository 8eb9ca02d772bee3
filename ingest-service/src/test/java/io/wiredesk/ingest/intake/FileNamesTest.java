package io.wiredesk.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNamesTest {

  @Test
  void whatFitsStaysAsItIs() {
    assertThat(FileNames.shortened("120000000-story.xml")).isEqualTo("120000000-story.xml");
    assertThat(FileNames.shortened("x".repeat(240))).hasSize(240);
  }

  @Test
  void whatIsTooLongLosesItsMiddleAndNoHalfCharacters() {
    String name = "120000000-" + "\u00e4\uD83D\uDCF0".repeat(60) + ".xml";
    String shortened = FileNames.shortened(name);
    assertThat(shortened).startsWith("120000000-").endsWith(".xml").doesNotContain("\uFFFD");
    byte[] bytes = shortened.getBytes(StandardCharsets.UTF_8);
    assertThat(bytes.length).isBetween(230, 240);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(shortened);
  }

  @Test
  void noFileIsReplaced(@TempDir Path folder) throws IOException {
    Files.createFile(folder.resolve("a.xml"));
    Path next = FileNames.free(folder, "a.xml");
    assertThat(next).doesNotExist().hasFileName("2-a.xml");
  }
}
