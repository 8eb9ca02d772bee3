package io.wiredesk.ingest.intake;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Moves a file to {@code .done/<day>/} beside it when its bytes are durable, and looks at it then:
 * if it is not the one that was read, somebody replaced it meanwhile, and it is put back to be
 * read. One that does not let itself be moved stays, and is told. Used by the one thread that
 * polls.
 */
final class MovedFiles implements GenericFileProcessStrategy<File> {

  /** Exchange property: the file is too large and goes to {@code .refused}. */
  static final String REFUSED = "wiredeskRefused";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HHmmssSSS").withZone(ZoneOffset.UTC);

  private final Clock clock;
  private final BooleanSupplier open;
  private final Staying staying;
  private @Nullable FileLooks read;

  /** Is told of files that were taken and could not be moved. */
  interface Staying {
    void keep(Path path, FileLooks looks, IOException why);
  }

  /**
   * @param open whether the next file may be taken
   */
  MovedFiles(Clock clock, BooleanSupplier open, Staying staying) {
    this.clock = clock;
    this.open = open;
    this.staying = staying;
  }

  /** The file is about to be read. */
  void looked(FileLooks looks) {
    read = looks;
  }

  @Override
  public void prepareOnStartup(
      GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint) {}

  @Override
  public boolean begin(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> file) {
    read = null;
    return open.getAsBoolean();
  }

  @Override
  public void abort(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> file) {}

  @Override
  public void rollback(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> file) {}

  @Override
  public void commit(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> file)
      throws IOException {
    FileLooks was = read;
    if (was == null) { // it could not be read, and stays
      return;
    }
    Path from = file.getFile().toPath().toAbsolutePath();
    Path target = target(from, exchange.getProperty(REFUSED) != null);
    try {
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Files.move(from, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
        staying.keep(from, was, e);
      }
      return;
    }
    if (!FileLooks.of(target).equals(was)) {
      Path back = Files.exists(from) ? from.resolveSibling(target.getFileName()) : from;
      Files.move(target, back);
    }
  }

  private Path target(Path from, boolean refused) {
    String day = DAY.format(clock.instant());
    String name = TIME.format(clock.instant()) + "-" + from.getFileName();
    return FileNames.free(from.resolveSibling(refused ? ".refused" : ".done").resolve(day), name);
  }
}
