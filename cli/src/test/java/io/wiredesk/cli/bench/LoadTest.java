package io.wiredesk.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.TrailEntry;
import io.wiredesk.schemas.Transport;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoadTest {

  private static final long MILLI = 1_000_000;

  private final AtomicLong now = new AtomicLong(1_000_000 * MILLI);
  private final Ledger ledger = new Ledger();

  @Test
  void whatWaitedBehindAStallCountsFromWhenItWasDue() throws InterruptedException {
    Wires wires = new Wires("run", Mix.parse("ninjs=1,words=20"), 1);
    Pushes stalls =
        wire -> {
          now.addAndGet(100 * MILLI); // every push takes ten times what the rate leaves for it
          ledger.seen(item(wire, List.of()), now.get());
          return CompletableFuture.completedFuture(true);
        };

    new Load(wires, stalls, now::get).run(10, 100, ledger);

    assertThat(ledger.published()).isEqualTo(10);
    assertThat(ledger.delays().of(io.wiredesk.cli.bench.Stage.ALL).getMaxValue() / 1000)
        .as("the tenth was due after 90 ms and came out after 1,000")
        .isEqualTo(910);
  }

  @Test
  void refusedWiresAreNotWaitedFor() throws InterruptedException {
    Wires wires = new Wires("run", Mix.parse("ninjs=1,words=20"), 1);

    new Load(wires, wire -> CompletableFuture.completedFuture(false), now::get).run(5, 0, ledger);

    assertThat(ledger.sent()).isEqualTo(5);
    assertThat(ledger.expected()).isZero();
    assertThat(ledger.isComplete()).isTrue();
  }

  @Test
  void theTrailSaysHowLongEachStageTook() {
    Wire wire = new Wires("run", Mix.parse("ninjs=1,words=20"), 1).next();
    long due = now.get();
    ledger.due(wire, due);
    ledger.seen(
        item(
            wire,
            List.of(
                entry(Stage.INTAKE, due, 2, 5),
                entry(Stage.PARSE, due, 15, 16),
                entry(Stage.ENRICH, due, 40, 70),
                entry(Stage.PUBLISH, due, 90, 91))),
        due + 120 * MILLI);

    Delays delays = ledger.delays();
    assertThat(millis(delays, io.wiredesk.cli.bench.Stage.PUSH)).isEqualTo(2);
    assertThat(millis(delays, io.wiredesk.cli.bench.Stage.INTAKE)).isEqualTo(3);
    assertThat(millis(delays, io.wiredesk.cli.bench.Stage.TO_PARSE)).isEqualTo(10);
    assertThat(millis(delays, io.wiredesk.cli.bench.Stage.ENRICH)).isEqualTo(30);
    assertThat(millis(delays, io.wiredesk.cli.bench.Stage.TO_PUBLISH)).isEqualTo(20);
    assertThat(millis(delays, io.wiredesk.cli.bench.Stage.TO_CONSUMER)).isEqualTo(29);
    assertThat(millis(delays, io.wiredesk.cli.bench.Stage.ALL)).isEqualTo(120);
  }

  @Test
  void theCopyOfAnItemThatComesSecondDoesNotCount() {
    Wire wire = new Wires("run", Mix.parse("ninjs=1,words=20"), 1).next();
    ledger.due(wire, now.get());
    ledger.seen(item(wire, List.of()), now.get() + MILLI);
    ledger.seen(item(wire, List.of()), now.get() + 50 * MILLI);

    assertThat(ledger.published()).isEqualTo(1);
    assertThat(millis(ledger.delays(), io.wiredesk.cli.bench.Stage.ALL)).isEqualTo(1);
  }

  private static long millis(Delays delays, io.wiredesk.cli.bench.Stage stage) {
    return Math.round(delays.of(stage).getMaxValue() / 1000.0);
  }

  private static TrailEntry entry(Stage stage, long due, int received, int emitted) {
    Instant start = Instant.ofEpochMilli(due / MILLI);
    return new TrailEntry(stage, "test", start.plusMillis(received), start.plusMillis(emitted));
  }

  private static NewsItem item(Wire wire, List<TrailEntry> trail) {
    return NewsItem.newBuilder()
        .setUri("urn:test")
        .setRevision(1)
        .setVersionCreated(Instant.EPOCH)
        .setText("")
        .setTrail(trail)
        .setSource(
            Source.newBuilder()
                .setFeed("bench")
                .setTransport(Transport.OTHER)
                .setFormat("ninjs")
                .setReceivedAt(Instant.EPOCH)
                .setSha256(wire.digest())
                .build())
        .build();
  }
}
