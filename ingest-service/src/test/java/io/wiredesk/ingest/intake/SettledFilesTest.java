package io.wiredesk.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettledFilesTest {

  @TempDir Path folder;
  private final TickingClock clock = new TickingClock();
  private final Stillness<SettledFiles.Sight> stillness = new Stillness<>(clock);
  private final SettledFiles filter =
      new SettledFiles(stillness, Duration.ofSeconds(1), Duration.ofSeconds(10));

  @Test
  void takesAFileThatHasNotChangedForAWhile() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "copy");
    assertThat(passes(file)).isFalse();
    clock.advance(999);
    assertThat(passes(file)).isFalse();
    clock.advance(1);
    assertThat(passes(file)).isTrue();
  }

  @Test
  void waitsForAFileThatGrowsForAMinute() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "begin");
    for (int i = 0; i < 75; i++) {
      assertThat(passes(file)).as("after %s ms", i * 800).isFalse();
      clock.advance(800);
      Files.writeString(file, " more", StandardOpenOption.APPEND);
    }
    assertThat(passes(file)).isFalse();
    clock.advance(1000);
    assertThat(passes(file)).isTrue();
  }

  @Test
  void givesWhatLooksCutOffLonger() throws IOException {
    for (String cut : new String[] {"<nitf><body></body>", "{\"uri\": ", "[{}", ""}) {
      Path file = Files.writeString(folder.resolve("cut" + cut.length()), cut);
      assertThat(passes(file)).isFalse();
      clock.advance(9_999);
      assertThat(passes(file)).as(cut).isFalse();
      clock.advance(1);
      assertThat(passes(file)).as(cut).isTrue();
    }
  }

  @Test
  void wholeXmlBehindAByteOrderMarkIsNotCutOff() throws IOException {
    Path file = Files.writeString(folder.resolve("bom.xml"), "\uFEFF<a/>\r\n");
    passes(file);
    clock.advance(1000);
    assertThat(passes(file)).isTrue();
  }

  @Test
  void neverTakesUnfinishedTransfers() throws IOException {
    for (String name : new String[] {"a.xml.part", "b.tmp", ".hidden", "c.filepart", "d.xml~"}) {
      Path file = Files.writeString(folder.resolve(name), "copy");
      passes(file);
      clock.advance(60_000);
      assertThat(passes(file)).as(name).isFalse();
    }
  }

  @Test
  void filesThatCameTogetherPassTogetherHoweverLongALookTakes() throws IOException {
    Path first = Files.writeString(folder.resolve("a.txt"), "copy");
    Path second = Files.writeString(folder.resolve("b.txt"), "copy");
    assertThat(sees(second)).isFalse();
    clock.advance(300); // the look at a folder of many files takes this long
    assertThat(sees(first)).isFalse();

    clock.advance(800);
    stillness.look(); // a second after the one was seen, not after the other
    assertThat(sees(second)).isFalse();
    clock.advance(300);
    assertThat(sees(first)).isFalse();

    clock.advance(1000);
    stillness.look();
    assertThat(sees(second)).isTrue();
    assertThat(sees(first)).isTrue();
  }

  /** In a look of its own. */
  private boolean passes(Path path) {
    stillness.look();
    return sees(path);
  }

  private boolean sees(Path path) {
    GenericFile<File> file = new GenericFile<>();
    file.setFile(path.toFile());
    file.setFileNameOnly(String.valueOf(path.getFileName()));
    return filter.accept(file);
  }
}
