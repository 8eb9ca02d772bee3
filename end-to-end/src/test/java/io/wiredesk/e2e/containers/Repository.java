package io.wiredesk.e2e.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where the repository is, its samples, and the settings in {@code .env}. Stateless. */
public final class Repository {

  private Repository() {}

  /** The folder of {@code docker-compose.yml}. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docker-compose.yml"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("no docker-compose.yml above the working directory");
      }
    }
    return folder;
  }

  /** A setting of {@code .env}; the environment wins. */
  static String setting(String name) {
    String value = System.getenv().getOrDefault(name, defaults().get(name));
    if (value == null) {
      throw new IllegalArgumentException("no " + name + " in .env");
    }
    return value;
  }

  /** The path of the registry's Confluent API, e.g. {@code /apis/ccompat/v7}; may be empty. */
  static String registryPath() {
    String url =
        read(root().resolve("docker/registry/" + setting("SCHEMA_REGISTRY") + ".env")).stream()
            .filter(line -> line.startsWith("SCHEMA_REGISTRY_URL="))
            .findFirst()
            .orElseThrow();
    return java.net.URI.create(url.substring(url.indexOf('=') + 1)).getPath();
  }

  /** All sample wires, in order. */
  static List<Path> wires() {
    return files(root().resolve("samples/wires"));
  }

  /** All samples that nobody could read. */
  static List<Path> broken() {
    return files(root().resolve("samples/broken"));
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> defaults() {
    Map<String, String> settings = new HashMap<>();
    for (String line : read(root().resolve(".env"))) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        settings.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return settings;
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
