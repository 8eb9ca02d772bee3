package io.wiredesk.cli;

import io.wiredesk.cli.demo.Demo;
import io.wiredesk.cli.node.DataDirectory;
import io.wiredesk.cli.node.Node;
import io.wiredesk.cli.node.NodePorts;
import io.wiredesk.cli.node.ServiceVariables;
import io.wiredesk.cli.option.Wanted;
import io.wiredesk.cli.tail.LiveView;
import io.wiredesk.runtime.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wiredesk up}: the whole pipeline in one process, until interrupted. */
@Command(
    name = "up",
    description = "Run Kafka, the schema registry and the three services in this process.",
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

  @Option(
      names = "--demo",
      description = "Replay the sample wires at newsroom pace and show what is published.")
  boolean demo;

  @Option(
      names = "--again",
      description =
          "With --demo, on data that had it: a fresh replay, with other dates and identifiers.")
  boolean again;

  @Option(
      names = "--speed",
      defaultValue = "1",
      paramLabel = "X",
      converter = Wanted.Rate.class,
      description = "Replay the demo X times as fast (default: ${DEFAULT-VALUE}).")
  double speed;

  @Option(
      names = "--data",
      defaultValue = "data",
      paramLabel = "DIR",
      description = "Where everything is kept across restarts (default: ${DEFAULT-VALUE}).")
  Path data = Path.of("data");

  @Option(
      names = "--wires",
      paramLabel = "DIR",
      description = "Hot folder (default: <data>/wires).")
  @Nullable Path wires;

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "N",
      converter = Wanted.FirstOfFourPorts.class,
      description =
          "First of four HTTP ports: page and items N, registry N+1, push N+2, enrich N+3 (default:"
              + " ${DEFAULT-VALUE}).")
  int port;

  @Option(
      names = "--kafka-port",
      defaultValue = "9092",
      paramLabel = "N",
      converter = Wanted.PortOrAny.class,
      description = "Port of Kafka (default: ${DEFAULT-VALUE}).")
  int kafkaPort;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      converter = Wanted.Urls.class,
      description = "A Confluent-compatible registry to use instead of the one in this process.")
  @Nullable String registry;

  @Override
  public Integer call() throws InterruptedException {
    if (again && !demo) {
      throw new SettingsException("--again is of --demo: up --demo --again.");
    }
    long began = System.nanoTime();
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> waitForEnd(stop, stopped), "stop"));
    try (DataDirectory directory = DataDirectory.lock(data)) {
      Path folder = wires == null ? directory.wires() : wires;
      giveSamples(directory);
      System.setProperty(
          "wiredesk.log.dir",
          directory.root().resolve("log").toString()); // before the first logger
      say(
          (registry == null
                  ? "Starting Kafka, the registry and the services on "
                  : "Starting Kafka and the services on ")
              + directory.root()
              + " …");
      Node.Plan plan =
          new Node.Plan(directory, folder, new NodePorts(port, kafkaPort), registry, settings());
      try (Node node = Node.start(plan, Clock.systemUTC(), UpCommand::waiting)) {
        awaitReady(node, stop);
        explain(node, directory, folder, Duration.ofNanos(System.nanoTime() - began));
        run(node, directory, stop);
        say("Stopping …");
      }
      say("Stopped. Everything is kept in " + data + ".");
    } finally {
      stopped.countDown(); // the process may end with this
    }
    return 0;
  }

  /**
   * Of services and registry, from the environment; that of keys because arguments are seen by
   * everybody on the machine.
   */
  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(ServiceVariables.of(System.getenv()));
    String key = System.getenv("WIREDESK_REGISTRY_KEY");
    if (key != null && !key.isBlank()) {
      settings.put("registry.operator.key", key);
    }
    return settings;
  }

  private void run(Node node, DataDirectory directory, CountDownLatch stop)
      throws InterruptedException {
    LiveView view = LiveView.start(node.clientConfig(), demo);
    try {
      if (demo) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        new Demo(Home.samples(), directory.root(), System.out)
            .replay(node.ingest().url(), speed, again, today, stop);
      }
      while (!stop.await(500, TimeUnit.MILLISECONDS)) {
        node.notReady(); // throws when a service died
      }
    } finally {
      view.close();
    }
  }

  private void awaitReady(Node node, CountDownLatch stop) throws InterruptedException {
    String said = "";
    for (String waiting = node.notReady(); waiting != null; waiting = node.notReady()) {
      if (!waiting.equals(said)) {
        waiting(waiting);
        said = waiting;
      }
      if (stop.await(200, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  private void explain(Node node, DataDirectory directory, Path folder, Duration took) {
    say(
        """

        Wiredesk is up after %.1f s.
          page, items, stream   %s   (/items, /stream)
          push wire copy        curl --data-binary @FILE %s/feeds/FEED/items
          hot folder            %s   (drop files here, or in a folder named after the feed)
          desks                 %s   (edit it while this runs; bin/wiredesk tail --desk NAME%s)
          Kafka                 %s   (bin/wiredesk tail%s)
          schema registry       %s
          health and metrics    /health/ready and /metrics of %s, %s, %s
          log                   %s
        Ctrl-C stops it.
        """
            .formatted(
                took.toMillis() / 1000.0,
                node.publish().url(),
                node.ingest().url(),
                folder.toAbsolutePath().normalize(),
                directory.desks(),
                thisNode(node),
                node.bootstrapServers(),
                thisNode(node),
                node.registryUrl(),
                node.ingest().url(),
                node.enrich().url(),
                node.publish().url(),
                directory.root().resolve("log/wiredesk.log")));
  }

  /** What commands need to find this node; nothing where they look by themselves. */
  private String thisNode(Node node) {
    boolean found = Path.of("data").toAbsolutePath().equals(data.toAbsolutePath().normalize());
    return found ? "" : " --port " + URI.create(node.publish().url()).getPort();
  }

  /** A new directory starts with the samples; a file that somebody deleted does not come back. */
  private void giveSamples(DataDirectory directory) {
    if (!Files.exists(directory.kafka())) {
      copy(Home.desks(), directory.desks());
    }
    if (demo && !Demo.wasOn(directory.root())) {
      copy(Home.feeds(), directory.feeds());
    }
  }

  private static void copy(Path sample, Path file) {
    if (!Files.exists(sample)) {
      return;
    }
    try {
      Files.copy(sample, file);
    } catch (FileAlreadyExistsException e) {
      return; // the user's own
    } catch (IOException e) {
      throw new SettingsException("Cannot write " + file + ": " + e.getMessage());
    }
  }

  private static void waiting(String what) {
    say("  waiting for " + what + " …");
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private static void waitForEnd(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
