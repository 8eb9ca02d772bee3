package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.cli.node.EmbeddedKafka;
import io.wiredesk.ingest.IngestService;
import io.wiredesk.ingest.IngestSettings;
import io.wiredesk.registry.server.RegistryServer;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand files dropped at once, one in twenty broken: files = items + duplicates + dead
 * letters, by the topics, and each feed in its order.
 */
class TenThousandFilesIT {

  private static final int FEEDS = 5;
  private static final int FILES = 10_000;
  private static final long SEED = Long.getLong("wiredesk.seed", 20260312L);

  @TempDir Path directory;

  @Test
  void everyFileIsAccountedForInTheOrderOfItsFeed() throws Exception {
    Map<String, List<Flood.Wire>> lines = write();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
        RegistryServer registry = new RegistryServer(kafka.bootstrapServers(), 0).start();
        IngestService ingest = start(kafka, registry);
        IngestAccount account =
            new IngestAccount(kafka.bootstrapServers(), registry.url().toString())) {
      await().atMost(Duration.ofMinutes(1)).until(() -> ingest.health().isReady());
      Elapsed since = Elapsed.start();
      for (String feed : lines.keySet()) {
        Files.move(
            directory.resolve("drop").resolve(feed), directory.resolve("wires").resolve(feed));
      }
      await("every file is on news.raw")
          .atMost(Duration.ofMinutes(10))
          .until(
              () -> {
                account.update();
                return account.raw.size() >= FILES;
              });
      String raw = since.toString();
      await("every file is accounted for")
          .atMost(Duration.ofMinutes(10))
          .pollInterval(Duration.ofMillis(250))
          .until(
              () -> {
                account.update();
                return account.isComplete();
              });
      System.out.printf(
          "%,d files: on news.raw after %s, all accounted for after %s (%s)%n",
          FILES, raw, since, count(account));
      check(account, lines);
    }
  }

  private static void check(IngestAccount account, Map<String, List<Flood.Wire>> lines) {
    account.assertEachEndsOnce();
    account.assertOrderPerFeed();
    assertThat(account.raw).hasSize(FILES);
    assertThat(account.items.size() + account.duplicates.size() + account.letters.size())
        .as("files = items + duplicates + dead letters")
        .isEqualTo(FILES);
    lines.forEach(
        (feed, wires) ->
            assertThat(
                    account.raws.stream()
                        .filter(raw -> raw.key().equals(feed))
                        .map(raw -> Path.of(raw.value().getSourceName()).getFileName().toString())
                        .filter(name -> !name.contains(".cut."))) // left alone for a while
                .as("order of " + feed + " on news.raw")
                .containsExactlyElementsOf(
                    wires.stream()
                        .map(Flood.Wire::name)
                        .filter(name -> !name.contains(".cut."))
                        .toList()));
    Set<String> broken = new HashSet<>();
    lines.values().stream()
        .flatMap(List::stream)
        .filter(Flood.Wire::broken)
        .forEach(wire -> broken.add(DeadLetters.sha256(wire.bytes())));
    assertThat(account.letters)
        .allSatisfy(letter -> assertThat(broken).contains(letter.getSha256()))
        .hasSize(broken.size());
  }

  private Map<String, List<Flood.Wire>> write() throws Exception {
    System.out.println("seed " + SEED + " (-Dwiredesk.seed=…)");
    Flood flood = new Flood(SEED);
    Map<String, List<Flood.Wire>> lines = new TreeMap<>();
    for (int i = 0; i < FEEDS; i++) {
      List<Flood.Wire> wires = flood.line("line" + i, FILES / FEEDS, 0.05, 0.02);
      lines.put("line" + i, wires);
      Flood.write(directory.resolve("drop").resolve("line" + i), wires);
    }
    Files.createDirectories(directory.resolve("wires"));
    return lines;
  }

  private IngestService start(EmbeddedKafka kafka, RegistryServer registry) {
    Map<String, String> settings =
        Map.of(
            "kafka.bootstrap.servers", kafka.bootstrapServers(),
            "schema.registry.url", registry.url().toString(),
            "ingest.folder", directory.resolve("wires").toString(),
            "ingest.state.dir", directory.resolve("state").toString(),
            "ingest.http.port", "0");
    return IngestService.start(
        Settings.load(IngestSettings.definition(), IngestSettings.SERVICE, settings, Map.of()),
        Clock.systemUTC(),
        Map.of());
  }

  private static String count(IngestAccount account) {
    return "%,d items, %,d duplicates, %,d dead letters"
        .formatted(account.items.size(), account.duplicates.size(), account.letters.size());
  }
}
