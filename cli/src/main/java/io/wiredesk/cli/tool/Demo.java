package io.wiredesk.cli.tool;

import io.wiredesk.cli.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Replays the sample wires over HTTP push, in the order and at the pace of {@code demo.tsv}. */
public final class Demo {

  private record Step(double second, String feed, Path file) {}

  private Demo() {}

  /**
   * Replays until the end or until {@code stop} opens. What was sent in an earlier run on the same
   * data is a duplicate.
   *
   * @param speed how many times faster than the newsroom's pace
   * @throws CommandFailure when the samples cannot be read or the service refuses one
   */
  public static void replay(Path samples, String ingestUrl, double speed, CountDownLatch stop)
      throws InterruptedException {
    List<Step> steps = steps(samples);
    System.out.println(
        "Demo: "
            + steps.size()
            + " wire files in "
            + (int) (steps.get(steps.size() - 1).second() / speed)
            + " s. Published so far:");
    HttpClient client = HttpClient.newHttpClient();
    long began = System.nanoTime();
    for (Step step : steps) {
      long due = began + (long) (step.second() / speed * 1e9) - System.nanoTime();
      if (stop.await(Math.max(0, due), TimeUnit.NANOSECONDS)) {
        return;
      }
      send(client, ingestUrl, step);
    }
    System.out.println(
        "Demo: all " + steps.size() + " files are sent. Wiredesk goes on until Ctrl-C.");
  }

  private static List<Step> steps(Path samples) {
    try {
      return Files.readAllLines(samples.resolve("demo.tsv")).stream()
          .filter(
              line -> !line.isBlank() && !line.startsWith("#") && Character.isDigit(line.charAt(0)))
          .map(line -> line.split("\t"))
          .map(f -> new Step(Double.parseDouble(f[0]), f[1], samples.resolve(f[2])))
          .toList();
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new CommandFailure(
          "Cannot read the demo's order " + samples.resolve("demo.tsv") + ": " + e);
    }
  }

  private static void send(HttpClient client, String ingestUrl, Step step)
      throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(ingestUrl + "/feeds/" + step.feed() + "/items"))
              .header("Content-Location", step.file().getFileName().toString())
              .POST(HttpRequest.BodyPublishers.ofFile(step.file()))
              .build();
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 202) {
        System.out.println("  " + step.file().getFileName() + " was refused: " + response.body());
      }
    } catch (IOException e) {
      throw new CommandFailure(
          "The ingest service does not take " + step.file() + ": " + e.getMessage());
    }
  }
}
