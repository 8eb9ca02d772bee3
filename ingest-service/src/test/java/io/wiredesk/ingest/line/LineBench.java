package io.wiredesk.ingest.line;

import static org.awaitility.Awaitility.await;

import io.wiredesk.ingest.feeds.FeedsDocument;
import io.wiredesk.ingest.feeds.FeedsReader;
import io.wiredesk.ingest.intake.Intake;
import io.wiredesk.ingest.intake.Marks;
import io.wiredesk.ingest.intake.MemoryLog;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.schemas.Stage;
import io.wiredesk.wire.profile.FeedProfiles;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Running feeds on a log in memory. */
final class LineBench implements AutoCloseable {

  static final int LIMIT = 100_000;

  final MemoryLog log = new MemoryLog();
  private final Metrics metrics = new Metrics("ingest");
  private final Clock clock = Clock.systemUTC();
  private final Intake intake =
      new Intake(log, new DeadLetters(Stage.INTAKE, clock, "1"), clock, metrics, LIMIT);
  final FeedsReader reader =
      new FeedsReader(
          Map.of("PW", "right", "WRONG", "wrong", "TOKEN", "tok", "KEY", "0123456789abcdef"));
  final FeedProfiles profiles = new FeedProfiles();
  Lines lines = lines();

  /** Applies a file of these entries. */
  void feeds(String entries) {
    FeedsDocument document =
        reader.read("allow-private: true\nfeeds:\n" + entries.stripIndent().indent(2));
    if (!document.wrong().isEmpty()) {
      throw new AssertionError(document.wrong().toString());
    }
    lines.apply(document);
  }

  /** What a restart of the service does: all that is left is the log. */
  void restart() {
    lines.close();
    lines = lines();
  }

  LineView view(String feed) {
    return lines.views().stream().filter(v -> v.name().equals(feed)).findFirst().orElseThrow();
  }

  List<String> texts(String feed) {
    return log.raw.stream()
        .filter(raw -> raw.getFeed().equals(feed))
        .map(
            raw ->
                java.nio.charset.StandardCharsets.UTF_8
                    .decode(raw.getPayload().duplicate())
                    .toString())
        .toList();
  }

  void awaitState(String feed, String state) {
    await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              lines.retry();
              return view(feed).state().equals(state);
            });
  }

  private Lines lines() {
    Marks marks = new Marks(log, clock);
    log.marks.forEach(marks::remember);
    return new Lines(new LineParts(intake, marks, clock), profiles);
  }

  @Override
  public void close() {
    lines.close();
    metrics.close();
  }
}
