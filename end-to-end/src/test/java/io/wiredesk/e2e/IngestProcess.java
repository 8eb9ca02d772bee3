package io.wiredesk.e2e;

import io.wiredesk.cli.node.FreePorts;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The ingest service as a process of its own that can be killed (SIGKILL) and started again on the
 * same folders. Used by one thread; close it with the test.
 */
final class IngestProcess implements AutoCloseable {

  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final int port;
  private int starts;
  private @Nullable Process process;

  /**
   * @param directory hot folder {@code wires}, state and logs go below it
   */
  IngestProcess(Path directory, String bootstrap, String registry) throws IOException {
    this.directory = directory;
    this.port = FreePorts.block(1);
    environment.putAll(
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            bootstrap,
            "SCHEMA_REGISTRY_URL",
            registry,
            "INGEST_HTTP_PORT",
            Integer.toString(port),
            "INGEST_FOLDER",
            directory.resolve("wires").toString(),
            "INGEST_FOLDER_SETTLE_MS",
            "100",
            "INGEST_FOLDER_POLL_MS",
            "50",
            "INGEST_STATE_DIR",
            directory.resolve("state").toString(),
            "INGEST_INSTANCE_ID",
            "one"));
    environment.put("INGEST_TAKES_WAIT_MS", "3000");
    Files.createDirectories(directory.resolve("wires"));
  }

  /** The feeds of its next start, and the variables that they name. */
  void feeds(String yaml, Map<String, String> variables) throws IOException {
    Path file = directory.resolve("feeds.yml");
    Files.writeString(file, yaml);
    environment.put("INGEST_FEEDS_FILE", file.toString());
    environment.putAll(variables);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  void start() throws IOException {
    File log = directory.resolve("ingest-" + ++starts + ".log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "io.wiredesk.ingest.IngestMain"));
    builder.environment().putAll(environment);
    process = builder.redirectErrorStream(true).redirectOutput(log).start();
  }

  /**
   * Lets it run.
   *
   * @throws AssertionError when it ends by itself within that time
   */
  void run(Duration time) throws Exception {
    if (running().waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("ingest ended by itself:\n" + log());
    }
  }

  void kill() throws Exception {
    running().destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  /** Stops it where it is (SIGSTOP), and lets it go on after that time. */
  void stall(Duration time) throws Exception {
    signal("STOP");
    try {
      run(time);
    } finally {
      signal("CONT");
    }
  }

  /**
   * Tells it to end (SIGTERM).
   *
   * @return whether it ended within that time, which is what an operator's tools grant it
   */
  boolean terminate(Duration time) throws Exception {
    signal("TERM");
    return running().waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(running().pid())).start().waitFor();
  }

  boolean isReady() {
    try {
      HttpRequest ask = HttpRequest.newBuilder(url().resolve("/health/ready")).build();
      return http.send(ask, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Sum of a metric over all its tags; 0 where there is none. */
  double metric(String name) throws IOException, InterruptedException {
    HttpRequest ask = HttpRequest.newBuilder(url().resolve("/metrics")).build();
    return http.send(ask, BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** What the process of the last start said. */
  String log() throws IOException {
    return Files.readString(directory.resolve("ingest-" + starts + ".log"));
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException("not started");
    }
    return process;
  }
}
