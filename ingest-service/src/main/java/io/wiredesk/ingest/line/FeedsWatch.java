package io.wiredesk.ingest.line;

import io.wiredesk.ingest.feeds.FeedsDocument;
import io.wiredesk.ingest.feeds.FeedsReader;
import io.wiredesk.ingest.feeds.WrongFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at {@code feeds.yml} at intervals and applies what it says. A change counts when two looks
 * see the same, so that a file that is being written does not stop feeds. Close it before the
 * lines.
 */
public final class FeedsWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedsWatch.class);
  private static final String ABSENT = "";

  private final Path file;
  private final FeedsReader reader;
  private final Lines lines;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "feeds-watch");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable String applied;
  private @Nullable String seen;

  private FeedsWatch(Path file, FeedsReader reader, Lines lines) {
    this.file = file;
    this.reader = reader;
    this.lines = lines;
  }

  /** Makes known what the file says of feeds, without starting any. */
  public static void preview(Path file, FeedsReader reader, Lines lines) {
    try {
      lines.know(reader.read(Files.readString(file)));
    } catch (NoSuchFileException e) {
      LOG.info("There is no {} yet", file);
    } catch (IOException e) {
      lines.know(unreadable(e));
    }
  }

  private static FeedsDocument unreadable(IOException e) {
    return new FeedsDocument(
        false, List.of(), List.of(new WrongFeed("", 1, "cannot be read: " + e.getMessage())));
  }

  /** Applies the file as it is, and from then on what it becomes; it need not be there yet. */
  public static FeedsWatch start(Path file, FeedsReader reader, Lines lines, Duration interval) {
    FeedsWatch watch = new FeedsWatch(file, reader, lines);
    watch.seen = watch.content();
    watch.look();
    watch.looks.scheduleWithFixedDelay(
        watch::safely, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  @Override
  public void close() {
    looks.shutdownNow();
    try {
      if (!looks.awaitTermination(20, TimeUnit.SECONDS)) {
        LOG.warn("The feeds do not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void safely() {
    try {
      look();
      lines.retry();
    } catch (RuntimeException e) { // a scheduled task that throws never runs again
      LOG.error("Applying {} failed", file, e);
    }
  }

  private void look() {
    String now = content();
    if (now.equals(seen) && !now.equals(applied)) {
      applied = now;
      lines.apply(now.equals(ABSENT) ? FeedsDocument.EMPTY : document(now));
    }
    seen = now;
  }

  private FeedsDocument document(String text) {
    FeedsDocument document = reader.read(text);
    LOG.info(
        "{}: {} feeds, {} entries refused", file, document.feeds().size(), document.wrong().size());
    return document;
  }

  private String content() {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      return ABSENT;
    } catch (IOException e) {
      lines.apply(unreadable(e));
      return seen == null ? ABSENT : seen;
    }
  }
}
