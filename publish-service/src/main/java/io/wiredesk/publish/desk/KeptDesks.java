package io.wiredesk.publish.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.runtime.yaml.YamlProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desks that run, kept beside the local state, so that a restart with a broken file goes on
 * with them. May be lost: then a broken file means that nothing new reaches a desk. One thread.
 */
record KeptDesks(Path file) {

  private static final Logger LOG = LoggerFactory.getLogger(KeptDesks.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was kept; empty where nothing was, or nothing that can be read. */
  Optional<DesksFile> read() {
    try {
      return Files.exists(file)
          ? Optional.of(DesksFile.parse(Files.readString(file)))
          : Optional.empty();
    } catch (IOException | YamlProblem e) {
      LOG.warn("The kept desks in {} cannot be read: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /** Keeps these; a disk that is full is said, and costs no more than the promise above. */
  void write(List<Desk> desks) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      Files.createDirectories(directory);
      Path next = Files.createTempFile(directory, "desks", ".json");
      Files.writeString(next, json(desks));
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("The desks cannot be kept in {}: {}", file, e.getMessage());
    }
  }

  private static String json(List<Desk> desks) throws JsonProcessingException {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Desk desk : desks) {
      list.add(
          Map.of(
              "name", desk.name(),
              "title", desk.title(),
              "query", desk.queries().stream().map(Desk.Query::text).toList()));
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Map.of("desks", list));
  }
}
