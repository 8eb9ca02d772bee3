package io.wiredesk.enrich.entity.recogniser;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the packed models are: the directory that was set, then {@code models} beside the jar or
 * the classes, then the user's cache. Where none has them they are packed on first use into the
 * first of these that can be written. Stateless.
 */
public final class ModelFiles {
  /** System property that names the directory. */
  public static final String PROPERTY = "wiredesk.models";

  /** Version of the models, for the record. */
  public static final String VERSION = "nlp4j-english-1.1.2";

  /** Name of the file: language, version of the models, version of the layout. */
  public static final String NAME = "en-nlp4j-1.1.2-" + ModelFile.FORMAT + ".bin";

  private static final Logger LOG = LoggerFactory.getLogger(ModelFiles.class);

  private ModelFiles() {}

  /**
   * The recogniser from the first whole file in the search order; packs the models where there is
   * none.
   */
  public static PackedRecogniser open(@Nullable Path configured) throws IOException {
    Set<Path> places = places(configured);
    for (Path directory : places) {
      Path file = directory.resolve(NAME);
      if (!Files.isRegularFile(file)) continue;
      try {
        PackedRecogniser recogniser = PackedRecogniser.open(file);
        LOG.info("English name models mapped from {}", file);
        return recogniser;
      } catch (IOException e) {
        LOG.warn("Passing over {}: {}", file, e.getMessage());
      }
    }
    return PackedRecogniser.open(pack(places));
  }

  private static Path pack(Set<Path> places) throws IOException {
    if (!ModelPacker.hasSource()) {
      throw new IOException(
          "no " + NAME + " in " + places + ", and nlp4j-english is not on the class path");
    }
    IOException failed =
        new IOException("no " + NAME + ", and none of these can be written: " + places);
    for (Path directory : places) {
      if (!writable(directory)) continue;
      LOG.info("Packing the English name models into {} (once, about half a minute)", directory);
      try {
        packInChild(directory);
        return directory.resolve(NAME);
      } catch (IOException e) {
        LOG.warn("Cannot pack into {}: {}", directory, e.getMessage());
        failed.addSuppressed(e);
      }
    }
    throw failed;
  }

  /** In a process of its own: packing needs more heap than a service has. */
  private static void packInChild(Path directory) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classPath = System.getProperty("java.class.path");
    Process child =
        new ProcessBuilder(
                java.toString(),
                "-Xmx1300m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                PackModelsMain.class.getName(),
                directory.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      int code = child.waitFor();
      if (code != 0) throw new IOException("the packing process ended with " + code);
    } catch (InterruptedException e) {
      child.destroy();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while packing");
    }
  }

  /** Packs into the directory unless the file is there and whole. True where it was packed now. */
  public static boolean ensure(Path directory) throws IOException {
    Path file = directory.resolve(NAME);
    if (Files.isRegularFile(file)) {
      try {
        ModelFile.open(file);
        return false;
      } catch (IOException e) {
        LOG.warn("Packing anew: {}", e.getMessage());
      }
    }
    ModelPacker.pack(file);
    return true;
  }

  private static boolean writable(Path directory) {
    try {
      Files.createDirectories(directory);
      return Files.isWritable(directory);
    } catch (IOException e) {
      return false;
    }
  }

  private static Set<Path> places(@Nullable Path configured) {
    Set<Path> places = new LinkedHashSet<>();
    if (configured != null) places.add(configured.toAbsolutePath());
    for (Path beside : besideCode()) places.add(beside);
    String home = System.getProperty("user.home");
    if (home != null && !home.isBlank()) places.add(Path.of(home, ".cache", "wiredesk", "models"));
    places.add(Path.of(System.getProperty("java.io.tmpdir"), "wiredesk-models"));
    return places;
  }

  /** {@code models} in the directory of the jar, or of the classes: target/models in a build. */
  private static List<Path> besideCode() {
    CodeSource source = ModelFiles.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) return List.of();
    try {
      Path code = Path.of(source.getLocation().toURI());
      Path parent = code.getParent();
      return parent == null ? List.of() : List.of(parent.resolve("models"));
    } catch (URISyntaxException
        | IllegalArgumentException
        | java.nio.file.FileSystemNotFoundException e) {
      return List.of();
    }
  }
}
