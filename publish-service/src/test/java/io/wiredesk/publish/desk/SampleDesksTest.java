package io.wiredesk.publish.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The desks' file that a new data directory and the compose stack start with. */
final class SampleDesksTest {

  @Test
  void everyDeskOfTheSampleRuns() throws IOException {
    DesksFile file =
        DesksFile.parse(Files.readString(Path.of("..", "samples", "desks", "desks.yml")));
    try (DeskSet unknown = DeskSet.unknown();
        DeskSet set = DeskSet.of(file, unknown)) {
      assertThat(set.faults()).isEmpty();
      assertThat(set.running()).hasSizeGreaterThan(5);
    }
  }
}
