package io.wiredesk.ingest.line;

import io.wiredesk.ingest.feeds.After;
import io.wiredesk.ingest.intake.Marks;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a file when its bytes are durable. A file is moved first and looked at then: if
 * it is not the one that was read, somebody replaced it meanwhile, and it is put back to be read.
 * Where the other side does not let it be moved or deleted, it stays and a mark keeps it from being
 * read again. Used by the one thread that polls.
 */
final class TakenFiles<T> implements GenericFileProcessStrategy<T> {

  /** Exchange property: the file is too large and goes to {@code .refused}. */
  static final String REFUSED = "wiredeskRefused";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HHmmssSSS").withZone(ZoneOffset.UTC);

  private final String feed;
  private final After after;
  private final Marks marks;
  private final LineState state;
  private final SettledListing<T> filter;
  private final Clock clock;

  TakenFiles(LineParts parts, String feed, After after, LineState state, SettledListing<T> filter) {
    this.feed = feed;
    this.after = after;
    this.marks = parts.marks();
    this.clock = parts.clock();
    this.state = state;
    this.filter = filter;
  }

  @Override
  public void prepareOnStartup(
      GenericFileOperations<T> operations, GenericFileEndpoint<T> endpoint) {}

  /** No file is taken before one that came earlier and could not be kept. */
  @Override
  public boolean begin(
      GenericFileOperations<T> operations,
      GenericFileEndpoint<T> endpoint,
      Exchange exchange,
      GenericFile<T> file) {
    return state.mayGoOn();
  }

  @Override
  public void abort(
      GenericFileOperations<T> operations,
      GenericFileEndpoint<T> endpoint,
      Exchange exchange,
      GenericFile<T> file) {}

  @Override
  public void rollback(
      GenericFileOperations<T> operations,
      GenericFileEndpoint<T> endpoint,
      Exchange exchange,
      GenericFile<T> file) {
    operations.releaseRetrievedFileResources(exchange);
  }

  @Override
  public void commit(
      GenericFileOperations<T> operations,
      GenericFileEndpoint<T> endpoint,
      Exchange exchange,
      GenericFile<T> file) {
    operations.releaseRetrievedFileResources(exchange);
    String path = file.getAbsoluteFilePath();
    Sight read = Sight.of(file);
    filter.taken(file);
    boolean refused = exchange.getProperty(REFUSED) != null;
    if (after == After.LEAVE) {
      marks.set(feed, read.mark(path), "");
    } else if (!gone(operations, file, exchange)) {
      marks.set(feed, read.mark(path), "");
      state.note(
          "the server does not let "
              + path
              + " be "
              + (after == After.MOVE || refused ? "moved" : "deleted")
              + "; it was taken and stays: permit it, or say after: leave");
    }
  }

  private boolean gone(
      GenericFileOperations<T> operations, GenericFile<T> file, Exchange exchange) {
    boolean refused = exchange.getProperty(REFUSED) != null;
    String path = file.getAbsoluteFilePath();
    boolean deletes = after == After.DELETE && !refused;
    String target = deletes ? sibling(file, ".taken-") : target(file, refused);
    try {
      if (!deletes) {
        operations.buildDirectory(target.substring(0, target.lastIndexOf('/')), file.isAbsolute());
      }
      if (!operations.renameFile(path, target)) {
        return false;
      }
      if (isAnother(operations, file, exchange, target)) { // it is read next
        boolean taken = operations.existsFile(path);
        return operations.renameFile(target, taken ? sibling(file, "") : path);
      }
      return !deletes || operations.deleteFile(target);
    } catch (IOException e) {
      state.note(
          path
              + " was taken, and lies in "
              + target
              + "; whether somebody replaced it meanwhile could not be told: "
              + Reasons.of(e));
      return true;
    } catch (GenericFileOperationFailedException e) {
      return false;
    }
  }

  /** True where what was moved is not what was read. */
  private boolean isAnother(
      GenericFileOperations<T> operations, GenericFile<T> file, Exchange exchange, String target)
      throws IOException {
    Sight read = Sight.of(file);
    Sight moved = sight(operations, target);
    if (moved != null && !moved.equals(read)) {
      return true;
    }
    return SecondReading.isNeeded(exchange, file)
        && new SecondReading<>(operations).isAnother(exchange, target, read.size());
  }

  private @Nullable Sight sight(GenericFileOperations<T> operations, String path) {
    return Sight.of((Object[]) operations.listFiles(path));
  }

  private String target(GenericFile<T> file, boolean refused) {
    String day = (refused ? ".refused/" : ".done/") + DAY.format(clock.instant());
    return folder(file) + day + "/" + TIME.format(clock.instant()) + "-" + file.getFileNameOnly();
  }

  private String sibling(GenericFile<T> file, String before) {
    return folder(file) + before + TIME.format(clock.instant()) + "-" + file.getFileNameOnly();
  }

  private static String folder(GenericFile<?> file) {
    String parent = file.getParent();
    return parent == null || parent.isEmpty() ? "" : parent + "/";
  }
}
