package io.wiredesk.enrich.entity.recogniser;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Packs the English name models into a directory, at build time, so that services start at once:
 * {@code java -Xmx1300m … PackModelsMain DIRECTORY}. Does nothing where the file is there and
 * whole.
 */
public final class PackModelsMain {
  private PackModelsMain() {}

  /** One argument: the directory. */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) throw new IllegalArgumentException("usage: PackModelsMain DIRECTORY");
    ModelFiles.ensure(Path.of(args[0]));
  }
}
