package io.wiredesk.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionTrainerTest {
  private static byte[] shipped() throws IOException {
    try (InputStream in = SectionTrainer.class.getResourceAsStream("section-weights.bin")) {
      return in.readAllBytes();
    }
  }

  @Test
  void doesNotLearnAgainWhatItKnows(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("weights.bin");
    Files.write(file, shipped());
    FileTime before = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, before);

    SectionTrainer.main(new String[] {file.toString()});

    assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
  }

  @Test
  void learnsAnewWhereTheFileIsBroken(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("new/weights.bin");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "broken");

    SectionTrainer.main(new String[] {file.toString()});

    assertThat(file).hasSize(shipped().length);
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      assertThat(SectionWeights.read(in).fingerprint())
          .isEqualTo(SectionTrainer.fingerprint(MediaTopics.load()));
    }
  }

  @Test
  void weightsOfSomethingElseAreRefused() {
    DataInputStream other = new DataInputStream(new ByteArrayInputStream(new byte[64]));
    assertThatThrownBy(() -> SectionWeights.read(other)).isInstanceOf(IOException.class);
  }
}
