package io.wiredesk.ingest.intake;

import io.wiredesk.schemas.Transport;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hot folder: a file dropped in {@code <folder>/<feed>/} comes in over that feed, one dropped
 * in the folder itself over the feed {@code folder}. A file is moved to {@code .done/<day>/} beside
 * it only after the broker has its bytes; on any failure it stays and is tried again. Files over
 * the size limit go to {@code .refused/} with a dead letter. Only regular files are taken, and one
 * that cannot be moved is taken once ({@link StayingFiles}); what a file lacks holds up no other
 * ({@link #trouble()}). Links to files, and links to folders but those in the folder itself, are
 * not followed.
 */
public final class HotFolder extends RouteBuilder {

  /** Feed of files that lie in the folder itself. */
  public static final String DEFAULT_FEED = "folder";

  /** How long no file is taken after one could not be kept. */
  private static final Duration HOLD = Duration.ofSeconds(1);

  /** How long a file that cannot be read is left alone. */
  private static final Duration REST = Duration.ofSeconds(30);

  /** After so many files the folder is looked at again: what came meanwhile may go first. */
  private static final int FILES_A_LOOK = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(HotFolder.class);

  /** A look in which nothing happens for so long is stuck, on a disk that hangs for instance. */
  private static final Duration STUCK = Duration.ofMinutes(1);

  private final Path folder;
  private final Intake intake;
  private final Stillness<SettledFiles.Sight> stillness;
  private final SettledFiles filter;
  private final FairOrder order = new FairOrder();
  private final Pace pace;
  private final Watch watch;
  private final MovedFiles moves;
  private final Clock clock;
  private final FolderTroubles troubles = new FolderTroubles();
  private final StayingFiles staying;
  private final OddNames odd;
  private final Map<Path, Instant> unreadable = new HashMap<>();
  private volatile Instant lastSign;
  private volatile String failure = "";
  private Instant notBefore = Instant.MIN;
  private boolean failedInThisLook;

  /**
   * When files are taken.
   *
   * @param poll between two looks at the folder
   * @param settle how long a file must not have changed
   * @param unfinished the same for a file that is empty or looks cut off
   */
  public record Pace(Duration poll, Duration settle, Duration unfinished) {}

  /**
   * Who watches a hot folder.
   *
   * @param routeId name of its route
   * @param feed feed of every file; null: as the folders say
   * @param polls before and after each look; null: Camel's own
   * @param failures what could not be done; null: into the log
   */
  public record Watch(
      String routeId,
      @Nullable String feed,
      @Nullable PollingConsumerPollStrategy polls,
      @Nullable ExceptionHandler failures) {

    /** The service's own hot folder. */
    public static final Watch OWN = new Watch("hot-folder", null, null, null);
  }

  /**
   * What a hot folder works with.
   *
   * @param marks remember what was taken and could not be moved
   */
  public record Means(Intake intake, Marks marks, Clock clock) {}

  /** A route on {@code folder}, which is made where absent. */
  public HotFolder(Path folder, Means means, Pace pace, Watch watch) {
    this.watch = watch;
    this.folder = folder.toAbsolutePath().normalize();
    this.intake = means.intake();
    this.pace = pace;
    this.clock = means.clock();
    this.stillness = new Stillness<>(clock);
    this.filter = new SettledFiles(stillness, pace.settle(), pace.unfinished());
    this.staying = new StayingFiles(means.marks());
    this.odd = new OddNames(new Stillness<>(clock), pace.settle(), troubles);
    this.moves = new MovedFiles(clock, this::mayTry, this::stays);
    this.lastSign = clock.instant();
  }

  /**
   * What lies in the folder and is not taken or not moved, and why; or that nothing happens in it.
   * Empty where all is well. Thread-safe.
   */
  public String trouble() {
    Instant last = lastSign;
    Duration most = pace.poll().multipliedBy(10);
    if (last.plus(most.compareTo(STUCK) > 0 ? most : STUCK).isBefore(clock.instant())) {
      return folder + " has not been looked at since " + last + ": does its disk answer?";
    }
    String failed = failure;
    return failed.isEmpty() ? troubles.sentence() : failed;
  }

  @Override
  public void configure() {
    FileEndpoint endpoint =
        getContext().getEndpoint("file:" + folder + "?recursive=true", FileEndpoint.class);
    endpoint.setSorter(order);
    endpoint.setMaxMessagesPerPoll(FILES_A_LOOK);
    endpoint.setEagerMaxMessagesPerPoll(false); // all are listed and put in order first
    endpoint.setDelay(pace.poll().toMillis());
    endpoint.setInitialDelay(0);
    endpoint.setFilter(this::accept);
    endpoint.setProcessStrategy(moves);
    endpoint.setPollStrategy(
        new LookPolls(
            Objects.requireNonNullElseGet(watch.polls(), DefaultPollingConsumerPollStrategy::new),
            this::looks));
    errorHandler(noErrorHandler());
    if (watch.failures() != null) {
      endpoint.setExceptionHandler(watch.failures());
      endpoint.setOnCompletionExceptionHandler(watch.failures());
    }
    from(endpoint).routeId(watch.routeId()).process(this::recorded);
  }

  private void recorded(Exchange exchange) throws IOException {
    try {
      take(exchange);
    } catch (IOException | RuntimeException e) {
      notBefore = clock.instant().plus(HOLD);
      failedInThisLook = true;
      failure =
          exchange.getIn().getHeader(Exchange.FILE_NAME)
              + " stays where it is and is tried again: "
              + e.getMessage();
      if (watch.failures() == null) {
        LOG.warn(
            "{} stays where it is and is tried again: {}",
            exchange.getIn().getHeader(Exchange.FILE_NAME),
            e.toString());
      } else {
        watch.failures().handleException(e);
      }
      throw e;
    }
  }

  private void looks() {
    lastSign = clock.instant();
    stillness.look();
    order.look();
    odd.look();
    troubles.look();
    staying.look();
    failedInThisLook = false;
    if (Files.isDirectory(folder)) {
      odd.rename(folder);
    } else {
      troubles.note(FolderTroubles.Kind.FOLDER, folder, "there is no such folder");
    }
  }

  /** No file is taken before one that came earlier and could not be kept. */
  private boolean mayTry() {
    return !failedInThisLook && !clock.instant().isBefore(notBefore);
  }

  private boolean accept(GenericFile<File> file) {
    lastSign = clock.instant();
    try {
      Path path = file.getFile().toPath().toAbsolutePath();
      return accept(
          file,
          path,
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException | InvalidPathException e) {
      return false; // gone, or under a name that OddNames sees to
    } catch (IOException e) {
      troubles.note(FolderTroubles.Kind.UNREADABLE, file.getFile().toPath(), e.toString());
      return false;
    }
  }

  private boolean accept(GenericFile<File> file, Path path, BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      boolean first = path.getParent() != null && path.getParent().equals(folder);
      return file.isDirectory() && first && acceptFolder(file, path);
    }
    if (attributes.isDirectory()) {
      return acceptFolder(file, path);
    }
    if (!attributes.isRegularFile()) {
      troubles.note(FolderTroubles.Kind.SPECIAL, path, "");
      return false;
    }
    if (staying.has(feedOf(path), path, FileLooks.of(attributes))) {
      troubles.note(FolderTroubles.Kind.STAYS, path, "");
      return false;
    }
    if (isUnreadable(path) || !filter.accept(file)) {
      return false;
    }
    order.found(file);
    return true;
  }

  private boolean acceptFolder(GenericFile<File> file, Path path) {
    boolean accepted = filter.accept(file);
    if (accepted) {
      odd.rename(path);
    }
    return accepted;
  }

  private boolean isUnreadable(Path path) {
    Instant until = unreadable.get(path);
    if (until != null && clock.instant().isBefore(until)) {
      troubles.note(FolderTroubles.Kind.UNREADABLE, path, "");
      return true;
    }
    return false;
  }

  private void take(Exchange exchange) throws IOException {
    lastSign = clock.instant();
    Path path = exchange.getIn().getBody(File.class).toPath();
    byte[] bytes;
    FileLooks looks;
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()) {
        return; // it was one when it was found
      }
      looks = FileLooks.of(attributes);
      bytes = looks.size() > intake.maxBytes() ? head(path) : Files.readAllBytes(path);
    } catch (IOException e) { // of this file alone: the others go on
      unreadable(path, e);
      return;
    }
    receive(exchange, path, bytes, looks.size());
    moves.looked(looks);
    filter.taken(path.toFile());
    failure = "";
  }

  private void unreadable(Path path, IOException why) {
    if (unreadable.size() > FILES_A_LOOK) {
      unreadable.clear();
    }
    if (!(why instanceof NoSuchFileException)) {
      unreadable.put(path.toAbsolutePath(), clock.instant().plus(REST));
      troubles.note(FolderTroubles.Kind.UNREADABLE, path, why.toString());
    }
  }

  private void stays(Path path, FileLooks looks, IOException why) {
    staying.keep(feedOf(path), path, looks);
    troubles.note(FolderTroubles.Kind.STAYS, path, why.toString());
  }

  private void receive(Exchange exchange, Path path, byte[] bytes, long size) {
    Delivery delivery =
        new Delivery(
            feedOf(path),
            Transport.FILE,
            folder.relativize(path.toAbsolutePath()).toString(),
            null);
    if (size > intake.maxBytes()) {
      intake.refuseTooLarge(delivery, bytes, size);
      LOG.warn(
          "{} has {} bytes, more than {}: set aside in .refused", path, size, intake.maxBytes());
      exchange.setProperty(MovedFiles.REFUSED, true);
    } else {
      intake.receive(delivery, bytes);
    }
  }

  private byte[] head(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(intake.maxBytes());
    }
  }

  private String feedOf(Path path) {
    if (watch.feed() != null) {
      return watch.feed();
    }
    Path relative = folder.relativize(path.toAbsolutePath());
    if (relative.getNameCount() < 2) {
      return DEFAULT_FEED;
    }
    String name =
        relative
            .getName(0)
            .toString()
            .replaceAll("[^A-Za-z0-9._-]", "-")
            .replaceAll("^[^A-Za-z0-9]+", "");
    return Delivery.isFeedName(name) ? name : DEFAULT_FEED;
  }
}
