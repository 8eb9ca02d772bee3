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
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.SimpleRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hot folder: a file dropped in {@code <folder>/<feed>/} comes in over that feed, one dropped
 * in the folder itself over the feed {@code folder}. A file is moved to {@code .done/<day>/} beside
 * it only after the broker has its bytes; on any failure it stays and is tried again. Files over
 * the size limit go to {@code .refused/} with a dead letter.
 */
public final class HotFolder extends RouteBuilder {

  /** Feed of files that lie in the folder itself. */
  public static final String DEFAULT_FEED = "folder";

  private static final Logger LOG = LoggerFactory.getLogger(HotFolder.class);
  private static final String FILTER = "settledFiles";
  private static final String TARGET = "wiredeskTarget";

  private final Path folder;
  private final Intake intake;
  private final SettledFiles filter;
  private final Pace pace;

  /**
   * When files are taken.
   *
   * @param poll between two looks at the folder
   * @param settle how long a file must not have changed
   * @param unfinished the same for a file that is empty or looks cut off
   */
  public record Pace(Duration poll, Duration settle, Duration unfinished) {}

  /** A route on {@code folder}, which is made where absent. */
  public HotFolder(Path folder, Intake intake, Clock clock, Pace pace) {
    this.folder = folder.toAbsolutePath().normalize();
    this.intake = intake;
    this.pace = pace;
    this.filter = new SettledFiles(clock, pace.settle(), pace.unfinished());
  }

  /** Makes the filter known to Camel under the name that the route uses. */
  public void bind(SimpleRegistry registry) {
    registry.bind(FILTER, filter);
  }

  @Override
  public void configure() {
    String day = "${date:now:yyyyMMdd}/${date:now:HHmmssSSS}-${file:onlyname}";
    fromF(
            "file:%s?recursive=true&delay=%d&initialDelay=0&filter=#%s&sortBy=file:modified;file:name"
                + "&move=${exchangeProperty.%s}/%s",
            folder, pace.poll().toMillis(), FILTER, TARGET, day)
        .routeId("hot-folder")
        .process(this::take);
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
    long size = Files.size(path);
    if (size > intake.maxBytes()) {
      intake.refuseTooLarge(delivery, head(path), size);
      LOG.warn(
          "{} has {} bytes, more than {}: set aside in .refused", path, size, intake.maxBytes());
      exchange.setProperty(TARGET, ".refused");
    } else {
      intake.receive(delivery, Files.readAllBytes(path));
      exchange.setProperty(TARGET, ".done");
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
