package io.wiredesk.cli;

import io.wiredesk.cli.node.DataDirectory;
import io.wiredesk.cli.node.Node;
import io.wiredesk.cli.node.NodePorts;
import io.wiredesk.cli.node.ServiceVariables;
import io.wiredesk.cli.tool.Demo;
import io.wiredesk.cli.tool.LiveView;
import io.wiredesk.runtime.SettingsException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
      names = "--speed",
      defaultValue = "1",
      paramLabel = "X",
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
      description =
          "First of four HTTP ports: page and items N, registry N+1, push N+2, enrich N+3 (default: ${DEFAULT-VALUE}).")
  int port;

  @Option(
      names = "--kafka-port",
      defaultValue = "9092",
      paramLabel = "N",
      description = "Port of Kafka (default: ${DEFAULT-VALUE}).")
  int kafkaPort;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "A Confluent-compatible registry to use instead of the one in this process.")
  @Nullable String registry;

  @Override
  public Integer call() throws InterruptedException {
    long began = System.nanoTime();
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> waitForEnd(stop, stopped), "stop"));
    try (DataDirectory directory = DataDirectory.lock(data)) {
      Path folder = wires == null ? directory.wires() : wires;
      giveSampleDesks(directory);
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
      try (Node node = Node.start(plan, Clock.systemUTC())) {
        awaitReady(node, stop);
        explain(node, directory, folder, Duration.ofNanos(System.nanoTime() - began));
        run(node, stop);
        say("Stopping …");
      }
    } finally {
      stopped.countDown();
    }
    say("Stopped. Everything is kept in " + data + ".");
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

  private void run(Node node, CountDownLatch stop) throws InterruptedException {
    LiveView view = LiveView.start(node.clientConfig(), demo);
    try {
      if (demo) {
        Demo.replay(Home.samples(), node.ingest().url(), speed, stop);
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
        say("  waiting for " + waiting);
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
          desks                 %s   (edit it while this runs; bin/wiredesk tail --desk NAME)
          Kafka                 %s   (bin/wiredesk tail --bootstrap %s --registry %s)
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
                node.bootstrapServers(),
                node.bootstrapServers(),
                node.registryUrl(),
                node.registryUrl(),
                node.ingest().url(),
                node.enrich().url(),
                node.publish().url(),
                directory.root().resolve("log/wiredesk.log")));
  }

  /** A new directory starts with the sample; a file that somebody deleted does not come back. */
  private static void giveSampleDesks(DataDirectory directory) {
    if (Files.exists(directory.kafka()) || !Files.exists(Home.desks())) {
      return;
    }
    try {
      Files.copy(Home.desks(), directory.desks());
    } catch (FileAlreadyExistsException e) {
      return; // the user's own
    } catch (IOException e) {
      throw new SettingsException("Cannot write " + directory.desks() + ": " + e.getMessage());
    }
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
