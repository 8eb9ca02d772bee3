package io.wiredesk.cli.bench;

import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.option.LogAddress;
import io.wiredesk.cli.option.Wanted;
import io.wiredesk.runtime.SettingsException;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.TrustedClasses;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wiredesk bench}: how fast a node or stack that runs is, and what the limit is there. */
@Command(
    name = "bench",
    description = {
      "Push generated wires at fixed rates to a node that runs, and say how long they took.",
      "The items stay in its data: use a node of its own, as with `up --data bench --port 8090`."
    },
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

  private static final int PASSED = 50_000;
  private static final Duration SETTLES = Duration.ofMinutes(3);

  @Mixin LogAddress address = new LogAddress();

  @Option(
      names = "--rate",
      split = ",",
      defaultValue = "20",
      paramLabel = "N",
      converter = Wanted.RateOrMost.class,
      description = "Items a second, several one after the other; 0: as fast as they are taken.")
  List<Double> rates = List.of();

  @Option(
      names = "--seconds",
      defaultValue = "60",
      paramLabel = "N",
      converter = Wanted.Count.class,
      description = "How long each rate goes on (default: ${DEFAULT-VALUE}).")
  int seconds;

  @Option(
      names = "--items",
      defaultValue = "2000",
      paramLabel = "N",
      converter = Wanted.Count.class,
      description = "Wires of rate 0 (default: ${DEFAULT-VALUE}).")
  int items;

  @Option(
      names = "--warm-up",
      defaultValue = "200",
      paramLabel = "N",
      converter = Wanted.CountOrNone.class,
      description =
          "Wires that go ahead at 20 a second and do not count (default: ${DEFAULT-VALUE}).")
  int warmUp;

  @Option(
      names = "--mix",
      defaultValue = Mix.STANDARD,
      description = "What is sent: weights of formats, shares, words (default: ${DEFAULT-VALUE}).")
  String mix = "";

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "The same seed writes the same copy (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--hops",
      defaultValue = "3",
      paramLabel = "N",
      converter = Wanted.CountOrNone.class,
      description =
          "Bare exactly-once hops that are measured on the same broker; 0: none (default:"
              + " ${DEFAULT-VALUE}).")
  int hops;

  @Option(
      names = "--until",
      defaultValue = "news.published",
      paramLabel = "TOPIC",
      description = "Where an item counts as out: news.items, news.enriched or news.published.")
  String until = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write bench.txt, bench.json and bench.html there.")
  @Nullable Path out;

  private final Ticks ticks = Ticks.system();
  private final String run = Long.toString(System.currentTimeMillis(), 36);

  @Override
  public Integer call() throws InterruptedException {
    TrustedClasses.trust();
    Mix parsed = Mix.parse(mix);
    if (items < 2) {
      throw new SettingsException("--items must be 2 or more.");
    }
    Load load =
        new Load(new Wires(run, parsed, seed), Pushes.http(address.node().ingest(null)), ticks);
    List<Outcome.Phase> phases = new ArrayList<>();
    try (Follower follower = Follower.of(address.client(), topic(), ticks)) {
      phase(load, follower, warmUp, 20);
      for (double rate : rates) {
        phases.add(phase(load, follower, rate > 0 ? (int) (rate * seconds) : items, rate));
      }
    }
    Outcome outcome = new Outcome(setting(), phases, hops > 0 ? limit() : null);
    System.out.print(Reports.text(outcome));
    write(outcome);
    return phases.stream().allMatch(phase -> phase.ledger().isComplete()) ? 0 : 1;
  }

  private Outcome.Phase phase(Load load, Follower follower, int count, double rate)
      throws InterruptedException {
    Ledger ledger = new Ledger();
    follower.tell(ledger);
    Meters before = meters();
    load.run(count, rate, ledger);
    long patience = ticks.now() + SETTLES.toNanos();
    for (int seen = -1; !ledger.isComplete() && ticks.now() < patience; seen = ledger.published()) {
      if (ledger.published() > seen) {
        patience = ticks.now() + SETTLES.toNanos(); // it goes on
      }
      Thread.sleep(50);
    }
    return new Outcome.Phase(rate, ledger, meters().since(before), loadAverage());
  }

  private Outcome.Limit limit() throws InterruptedException {
    double rate = rates.stream().filter(r -> r > 0).findFirst().orElse(20.0);
    try {
      Path state = Files.createTempDirectory("wiredesk-bench");
      double passed;
      try (BareHops one = new BareHops(address.client(), run + "-pass", 1, 3_000)) {
        passed = one.throughput(PASSED, state, ticks);
      }
      try (BareHops all = new BareHops(address.client(), run, hops, 6_000)) {
        all.start(state);
        all.delays((int) Math.max(40, rate * 5), rate, ticks); // warm
        Delays delays = all.delays((int) (rate * Math.min(seconds, 60)), rate, ticks);
        return new Outcome.Limit(hops, rate, delays, passed);
      }
    } catch (IOException e) {
      throw new CommandFailure("No temporary directory can be made: " + e.getMessage());
    }
  }

  private String setting() {
    return "%s, seed %d; %d cores, load average %.2f; until %s"
        .formatted(mix, seed, Runtime.getRuntime().availableProcessors(), loadAverage(), topic());
  }

  private String topic() {
    for (Topic known : List.of(Topic.ITEMS, Topic.ENRICHED, Topic.PUBLISHED)) {
      if (known.topicName().equals(until)) {
        return until;
      }
    }
    throw new SettingsException("--until must be news.items, news.enriched or news.published.");
  }

  private Meters meters() {
    return Meters.read(
        List.of(
            address.node().publish(null), address.node().ingest(null), address.node().enrich()));
  }

  private static double loadAverage() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private void write(Outcome outcome) {
    Path directory = out;
    if (directory == null) {
      return;
    }
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("bench.txt"), Reports.text(outcome));
      Files.writeString(directory.resolve("bench.json"), Reports.json(outcome));
      Files.writeString(directory.resolve("bench.html"), Page.of(outcome));
    } catch (IOException e) {
      throw new CommandFailure("Cannot write to " + directory + ": " + e.getMessage());
    }
  }
}
