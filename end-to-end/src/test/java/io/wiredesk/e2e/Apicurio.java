package io.wiredesk.e2e;

import static org.awaitility.Awaitility.await;

import io.wiredesk.cli.node.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Apicurio's registry in a process of its own, on loopback, its state in memory. Needs the unpacked
 * distribution ({@code -Dwiredesk.apicurio=DIR}) and a Java of version 21 or later to run it with
 * ({@code -Dwiredesk.apicurio.java=FILE}). Close it with the test.
 */
final class Apicurio implements AutoCloseable {

  private final Process process;
  private final String url;

  private Apicurio(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts it and returns when it answers; skips the test where it is not there. */
  static Apicurio start(Path directory) throws IOException {
    String home = System.getProperty("wiredesk.apicurio", "");
    ForeignClient.require(
        Files.exists(Path.of(home, "quarkus-run.jar")),
        "Apicurio's registry is not unpacked in -Dwiredesk.apicurio='" + home + "'");
    int port = FreePorts.block(1);
    Path log = directory.resolve("apicurio.log");
    Process process =
        new ProcessBuilder(command(port))
            .directory(Path.of(home).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Apicurio apicurio = new Apicurio(process, "http://127.0.0.1:" + port + "/apis/ccompat/v7");
    try {
      await("Apicurio answers").atMost(Duration.ofMinutes(2)).until(apicurio::answersOrEnded);
      if (!process.isAlive()) {
        throw new IllegalStateException("Apicurio ended:\n" + Files.readString(log));
      }
      return apicurio;
    } catch (RuntimeException e) {
      apicurio.close();
      throw e;
    }
  }

  /** Of Confluent's interface. */
  String url() {
    return url;
  }

  @Override
  public void close() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> command(int port) throws IOException {
    String java =
        System.getProperty(
            "wiredesk.apicurio.java",
            Path.of(System.getProperty("java.home"), "bin/java").toString());
    return List.of(
        java,
        "-Xms32m",
        "-Xmx128m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dquarkus.http.host=127.0.0.1",
        "-Dquarkus.http.port=" + port,
        "-Dquarkus.management.host=127.0.0.1",
        "-Dquarkus.management.port=" + FreePorts.block(1),
        "-Dapicurio.datasource.jdbc.initial-size=1",
        "-Dapicurio.datasource.jdbc.min-size=1",
        "-Dapicurio.rules.global.compatibility=BACKWARD",
        "-jar",
        "quarkus-run.jar");
  }

  private boolean answersOrEnded() throws InterruptedException {
    if (!process.isAlive()) {
      return true;
    }
    try {
      return HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(url + "/subjects"))
                      .timeout(Duration.ofSeconds(5))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false; // not yet
    }
  }
}
