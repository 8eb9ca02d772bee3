package io.wiredesk.ingest.intake;

import io.wiredesk.schemas.Transport;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
 * the size limit go to {@code .refused/} with a dead letter. Links to files, and links to folders
 * but those in the folder itself, are not followed.
 */
public final class HotFolder extends RouteBuilder {

  /** Feed of files that lie in the folder itself. */
  public static final String DEFAULT_FEED = "folder";

  /** How long no file is taken after one could not be kept. */
  private static final Duration HOLD = Duration.ofSeconds(1);

  /** After so many files the folder is looked at again: what came meanwhile may go first. */
  private static final int FILES_A_LOOK = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(HotFolder.class);

  private final Path folder;
  private final Intake intake;
  private final Stillness<SettledFiles.Sight> stillness;
  private final SettledFiles filter;
  private final FairOrder order = new FairOrder();
  private final Pace pace;
  private final Watch watch;
  private final MovedFiles moves;
  private final Clock clock;
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

  /** A route on {@code folder}, which is made where absent. */
  public HotFolder(Path folder, Intake intake, Clock clock, Pace pace, Watch watch) {
    this.watch = watch;
    this.folder = folder.toAbsolutePath().normalize();
    this.intake = intake;
    this.pace = pace;
    this.stillness = new Stillness<>(clock);
    this.filter = new SettledFiles(stillness, pace.settle(), pace.unfinished());
    this.clock = clock;
    this.moves = new MovedFiles(clock, this::mayTry);
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
    stillness.look();
    order.look();
    failedInThisLook = false;
  }

  /** No file is taken before one that came earlier and could not be kept. */
  private boolean mayTry() {
    return !failedInThisLook && !clock.instant().isBefore(notBefore);
  }

  private boolean accept(GenericFile<File> file) {
    Path path = file.getFile().toPath().toAbsolutePath();
    if (Files.isSymbolicLink(path)) {
      boolean first = path.getParent() != null && path.getParent().equals(folder);
      return file.isDirectory() && first && filter.accept(file);
    }
    boolean accepted = filter.accept(file);
    if (accepted && !file.isDirectory()) {
      order.found(file);
    }
    return accepted;
  }

  private void take(Exchange exchange) throws IOException {
    File file = exchange.getIn().getBody(File.class);
    Path path = file.toPath();
    Delivery delivery =
        new Delivery(
            feedOf(path),
            Transport.FILE,
            folder.relativize(path.toAbsolutePath()).toString(),
            null);
    moves.looked(path);
    long size = Files.size(path);
    if (size > intake.maxBytes()) {
      intake.refuseTooLarge(delivery, head(path), size);
      LOG.warn(
          "{} has {} bytes, more than {}: set aside in .refused", path, size, intake.maxBytes());
      exchange.setProperty(MovedFiles.REFUSED, true);
    } else {
      intake.receive(delivery, Files.readAllBytes(path));
    }
    filter.taken(file);
  }

  private byte[] head(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(intake.maxBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
