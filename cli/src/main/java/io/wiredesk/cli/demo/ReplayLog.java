package io.wiredesk.cli.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was replayed on a data directory: {@code demo.json} in it, a map from the days of a replay
 * to how many files of it were sent, oldest replay first. One thread.
 */
final class ReplayLog {

  private static final String NAME = "demo.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Map<String, Integer> sent;

  private ReplayLog(Path file, Map<String, Integer> sent) {
    this.file = file;
    this.sent = sent;
  }

  /**
   * Reads it; nothing was replayed where it is absent.
   *
   * @throws CommandFailure where it cannot be read
   */
  static ReplayLog of(Path data) {
    Path file = data.resolve(NAME);
    if (!Files.exists(file)) {
      return new ReplayLog(file, new LinkedHashMap<>());
    }
    try {
      return new ReplayLog(
          file,
          JSON.readValue(file.toFile(), new TypeReference<LinkedHashMap<String, Integer>>() {}));
    } catch (IOException e) {
      throw new CommandFailure(file + " does not say what was replayed: remove it to begin anew.");
    }
  }

  boolean isEmpty() {
    return sent.isEmpty();
  }

  /** Day of the last wire of the replay that began last. */
  LocalDate latest() {
    return LocalDate.parse(new ArrayList<>(sent.keySet()).get(sent.size() - 1));
  }

  /** Files of that replay that were sent. */
  int sent(LocalDate last) {
    return sent.getOrDefault(last.toString(), 0);
  }

  /** The newest day, before today, of which no replay has days nearby. */
  LocalDate free(LocalDate today) {
    LocalDate day = today.minusDays(1);
    List<LocalDate> used = sent.keySet().stream().map(LocalDate::parse).toList();
    while (isNear(day, used)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /**
   * So many files of that replay are sent.
   *
   * @throws CommandFailure where that cannot be kept
   */
  void remember(LocalDate last, int count) {
    sent.put(last.toString(), count);
    try {
      Path whole = file.resolveSibling(NAME + ".new");
      Files.writeString(whole, JSON.writeValueAsString(sent) + "\n");
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CommandFailure("Cannot write " + file + ": " + e);
    }
  }

  private static boolean isNear(LocalDate day, List<LocalDate> used) {
    return used.stream()
        .anyMatch(other -> Math.abs(day.toEpochDay() - other.toEpochDay()) < FreshCopy.DAYS);
  }
}
