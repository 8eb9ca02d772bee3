package io.wiredesk.publish.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the index is kept over restarts. Stateless. */
public final class SearchDirectory {

  private static final Logger LOG = LoggerFactory.getLogger(SearchDirectory.class);

  private SearchDirectory() {}

  /**
   * Opens the index in a directory; one that cannot be read is thrown away, because the topic has
   * everything.
   */
  public static SearchIndex open(Path directory, Clock clock) {
    try {
      try {
        return at(directory, clock);
      } catch (LockObtainFailedException e) {
        throw new IOException("another process uses the search index in " + directory, e);
      } catch (IOException | IllegalArgumentException e) {
        LOG.warn("The search index in {} cannot be used and is built anew", directory, e);
        delete(directory);
        return at(directory, clock);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SearchIndex at(Path directory, Clock clock) throws IOException {
    Files.createDirectories(directory);
    FSDirectory items = FSDirectory.open(directory.resolve("items"));
    FSDirectory names = FSDirectory.open(directory.resolve("names"));
    return new SearchIndex(items, names, clock);
  }

  private static void delete(Path directory) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(directory)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
