package io.wiredesk.ingest.intake;

import java.io.File;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.component.file.GenericFile;

/**
 * The order in which files of one look are taken: feeds of which fewer files wait come first, and
 * each feed's files by their time, then name. So a flood over one feed does not hold up another.
 * Used by the one thread that polls.
 */
final class FairOrder implements Comparator<GenericFile<File>> {

  private final Map<String, Integer> waiting = new HashMap<>();
  private final Comparator<GenericFile<File>> order =
      Comparator.<GenericFile<File>>comparingInt(file -> waiting.getOrDefault(folder(file), 0))
          .thenComparingLong(GenericFile::getLastModified)
          .thenComparing(GenericFile::getRelativeFilePath);

  /** Another look begins. */
  void look() {
    waiting.clear();
  }

  /** This look found a file that may be taken. */
  void found(GenericFile<File> file) {
    waiting.merge(folder(file), 1, Integer::sum);
  }

  @Override
  public int compare(GenericFile<File> one, GenericFile<File> other) {
    return order.compare(one, other);
  }

  private static String folder(GenericFile<File> file) {
    String path = file.getRelativeFilePath();
    int end = path.indexOf(File.separatorChar);
    return end < 0 ? "" : path.substring(0, end);
  }
}
