package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.cli.node.EmbeddedKafka;
import io.wiredesk.registry.server.RegistryServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ingest stopped (SIGSTOP) at random moments for longer than a transaction may take, and going on:
 * its transaction was ended meanwhile, and its work is done again; then told to end (SIGTERM) under
 * load. {@code -Dwiredesk.stalls=20} for the long run, {@code -Dwiredesk.seed=…} to repeat one.
 */
class StalledIngestIT {

  private static final int STALLS = Integer.getInteger("wiredesk.stalls", 2);
  private static final long SEED = Long.getLong("wiredesk.seed", new Random().nextLong());
  private static final Duration SHORTEST = Duration.ofSeconds(6);
  private static final Duration LONGEST =
      Duration.ofSeconds(Integer.getInteger("wiredesk.longest", 12));

  /** What an operator waits for before something is forced to end. */
  private static final Duration MOST_TO_END = Duration.ofSeconds(10);

  @TempDir Path directory;

  @Test
  void goesOnAfterEveryStallEndsSoonWhenToldToAndEverythingEndsOnce() throws Exception {
    System.out.printf("%d stalls, seed %d (-Dwiredesk.seed=…)%n", STALLS, SEED);
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
        RegistryServer registry = new RegistryServer(kafka.bootstrapServers(), 0).start();
        IngestProcess ingest =
            new IngestProcess(directory, kafka.bootstrapServers(), registry.url().toString())) {
      KilledIngestIT.createTopics(kafka, registry);
      List<Sender> senders = senders(ingest);
      ingest.start();
      awaitReady(ingest);
      Random random = new Random(SEED);
      for (int stall = 0; stall < STALLS; stall++) {
        ingest.run(Duration.ofMillis(500 + random.nextInt(3_000)));
        long length = SHORTEST.toMillis() + random.nextLong(LONGEST.minus(SHORTEST).toMillis());
        ingest.stall(Duration.ofMillis(length));
        awaitReady(ingest);
        awaitWork(ingest);
      }
      assertThat(ingest.terminate(MOST_TO_END)).as(ingest.log()).isTrue();
      ingest.start();
      awaitReady(ingest);
      Set<String> acknowledged = new HashSet<>();
      for (Sender sender : senders) {
        sender.close();
        acknowledged.addAll(sender.acknowledged());
      }
      assertThat(acknowledged).isNotEmpty();
      try (IngestAccount account =
          new IngestAccount(kafka.bootstrapServers(), registry.url().toString())) {
        KilledIngestIT.awaitEnd(account, acknowledged, ingest);
        account.assertEachEndsOnce();
        account.assertOrderPerFeed();
      }
    }
  }

  private static void awaitReady(IngestProcess ingest) {
    await("ready")
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofMinutes(2))
        .until(ingest::isReady);
  }

  /** Work goes on: another item comes out. */
  private static void awaitWork(IngestProcess ingest) throws Exception {
    double before = ingest.metric("wiredesk_parse_items_total");
    await("work goes on")
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(ingest.metric("wiredesk_parse_items_total"))
                    .as(ingest.log())
                    .isGreaterThan(before));
  }

  private List<Sender> senders(IngestProcess ingest) throws Exception {
    Duration pace = Duration.ofMillis(25);
    List<Sender> senders = new ArrayList<>();
    for (String feed : List.of("files-a", "files-b")) {
      Path folder = directory.resolve("wires").resolve(feed);
      senders.add(new Sender(feed, pace, wires(feed, senders.size()), Sender.files(folder)));
    }
    senders.add(
        new Sender("pushes", pace, wires("pushes", 2), Sender.pushes(ingest.url(), "pushes")));
    return senders;
  }

  private static java.util.function.IntFunction<Flood.Wire> wires(String feed, int number) {
    Flood flood = new Flood(SEED + number);
    return n -> flood.one(feed, n);
  }
}
