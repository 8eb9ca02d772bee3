package io.wiredesk.ingest.intake;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that were taken and could not be moved away. Each is remembered by place, size and time of
 * change, also over a restart, so that it is taken once, and again where it is another. Used by the
 * one thread that polls.
 */
final class StayingFiles {

  private static final Logger LOG = LoggerFactory.getLogger(StayingFiles.class);

  private final Marks marks;

  /** Marks that Kafka has not confirmed yet, with their feeds. */
  private final Map<String, String> unconfirmed = new LinkedHashMap<>();

  StayingFiles(Marks marks) {
    this.marks = marks;
  }

  boolean has(String feed, Path path, FileLooks looks) {
    String mark = mark(path, looks);
    return unconfirmed.containsKey(mark) || marks.has(feed, mark);
  }

  /** The file was taken and stays; known at once, and durable as soon as Kafka confirms. */
  void keep(String feed, Path path, FileLooks looks) {
    unconfirmed.put(mark(path, looks), feed);
    confirm();
  }

  /** Another look at the folder begins. */
  void look() {
    if (!unconfirmed.isEmpty()) {
      confirm();
    }
  }

  private void confirm() {
    try {
      for (Map.Entry<String, String> each : Map.copyOf(unconfirmed).entrySet()) {
        marks.set(each.getValue(), each.getKey(), "");
        unconfirmed.remove(each.getKey());
      }
    } catch (RuntimeException e) {
      LOG.warn("What was taken and stays is remembered until a restart only: {}", e.toString());
    }
  }

  private static String mark(Path path, FileLooks looks) {
    return "file " + path + " " + looks.size() + " " + looks.modifiedNanos();
  }
}
