package io.wiredesk.cli.node;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code node.json} in a data directory: the addresses of the node that runs on it, or ran last, so
 * that commands need no ports. Immutable.
 *
 * @param publish URL of page and items
 * @param registry URL of the schema registry
 * @param ingest URL for pushes
 * @param enrich URL of health and metrics
 * @param kafka bootstrap servers
 */
public record NodeFile(
    String publish, String registry, String ingest, String enrich, String kafka) {

  private static final String NAME = "node.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What the node on that directory says.
   *
   * @return empty where no node ever ran on it
   * @throws CommandFailure for a file that is no such
   */
  public static Optional<NodeFile> read(Path data) {
    Path file = data.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Map<?, ?> said = JSON.readValue(file.toFile(), Map.class);
      return Optional.of(
          new NodeFile(
              text(said, "publish"),
              text(said, "registry"),
              text(said, "ingest"),
              text(said, "enrich"),
              text(said, "kafka")));
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailure(
          file + " does not say where a node is: remove it, `wiredesk up` writes it anew.");
    }
  }

  /** Writes it into the directory, whole or not at all. */
  void write(Path data) throws IOException {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("publish", publish);
    said.put("registry", registry);
    said.put("ingest", ingest);
    said.put("enrich", enrich);
    said.put("kafka", kafka);
    Path whole = data.resolve(NAME + ".new");
    Files.writeString(whole, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(said) + "\n");
    Files.move(
        whole,
        data.resolve(NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static String text(Map<?, ?> said, String name) {
    if (said.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new IllegalArgumentException(name);
  }
}
