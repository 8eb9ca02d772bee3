package io.wiredesk.publish.output;

import java.util.List;
import java.util.Optional;

/** The formats that are served. A new one is added here and nowhere else. Stateless. */
public final class Outputs {

  private static final List<OutputFormat> ALL =
      List.of(new NinjsOutput(), new AtomOutput(), new JsonFeedOutput(), new NewsMlG2Output());

  private Outputs() {}

  /** All formats. */
  public static List<OutputFormat> all() {
    return ALL;
  }

  /** The format with that extension. */
  public static Optional<OutputFormat> of(String extension) {
    return ALL.stream().filter(format -> format.extension().equals(extension)).findFirst();
  }
}
