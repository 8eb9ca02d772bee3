package io.wiredesk.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where Wiredesk is installed: {@code bin/wiredesk} says so by the system property {@code
 * wiredesk.home}.
 */
final class Home {

  private Home() {}

  /** What is known of the agencies of the sample wires; it may not be there. */
  static Path feeds() {
    return Path.of(System.getProperty("wiredesk.home", ".")).resolve("samples/feeds/feeds.yml");
  }

  /** The sample of a desks' file; it may not be there. */
  static Path desks() {
    return Path.of(System.getProperty("wiredesk.home", ".")).resolve("samples/desks/desks.yml");
  }

  /**
   * The sample wires.
   *
   * @throws CommandFailure when they are not there
   */
  static Path samples() {
    Path samples = Path.of(System.getProperty("wiredesk.home", ".")).resolve("samples");
    if (!Files.isRegularFile(samples.resolve("demo.tsv"))) {
      throw new CommandFailure(
          "The sample wires are not in "
              + samples
              + ": run bin/wiredesk from a clone of the repository.");
    }
    return samples;
  }
}
