package io.wiredesk.cli.demo;

import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.tool.PushKey;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Replays the sample wires over HTTP push, in the order and at the pace of {@code demo.tsv}. What
 * was sent is remembered in the data directory: an interrupted replay goes on, and one that ended
 * is not sent again, but for a fresh one with other days and identifiers. One thread.
 */
public final class Demo {

  private record Step(double second, String feed, Path file) {}

  private final List<Step> steps;
  private final Path samples;
  private final ReplayLog log;
  private final PrintStream out;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * A demo.
   *
   * @param samples folder with {@code demo.tsv}
   * @param data directory of the node
   * @throws CommandFailure when the samples cannot be read
   */
  public Demo(Path samples, Path data, PrintStream out) {
    this.samples = samples;
    this.steps = steps(samples);
    this.log = ReplayLog.of(data);
    this.out = out;
  }

  /** Whether a replay began on that data directory. */
  public static boolean wasOn(Path data) {
    return !ReplayLog.of(data).isEmpty();
  }

  /**
   * Replays until the end or until {@code stop} opens, or says that all is known.
   *
   * @param speed how many times faster than the newsroom's pace
   * @param again a fresh replay where an earlier one ended
   * @param today the day before which a fresh one is dated
   * @throws CommandFailure when the service does not answer
   */
  public void replay(
      String ingestUrl, double speed, boolean again, LocalDate today, CountDownLatch stop)
      throws InterruptedException {
    LocalDate last = log.isEmpty() ? FreshCopy.LAST : log.latest();
    boolean ended = log.sent(last) >= steps.size();
    if (ended && !again) {
      out.println(
          "Demo: all "
              + steps.size()
              + " sample files were sent on this data before; what came of them is on the page.\n"
              + "A fresh replay, with other dates and identifiers: bin/wiredesk up --demo --again");
      return;
    }
    if (ended) {
      last = log.free(today);
    }
    run(ingestUrl, speed, last, stop);
  }

  private void run(String ingestUrl, double speed, LocalDate last, CountDownLatch stop)
      throws InterruptedException {
    int from = log.sent(last);
    double skipped = from == 0 ? 0 : steps.get(from).second();
    double length = steps.get(steps.size() - 1).second() - skipped;
    out.printf(
        "Demo: %s%d wire files in %.0f s%s. What is published:%n",
        from == 0 ? "" : "goes on where it was stopped, ",
        steps.size() - from,
        length / speed,
        last.equals(FreshCopy.LAST) ? "" : ", as of " + last);
    long began = System.nanoTime();
    for (int i = from; i < steps.size(); i++) {
      Step step = steps.get(i);
      long due = began + (long) ((step.second() - skipped) / speed * 1e9) - System.nanoTime();
      if (stop.await(Math.max(0, due), TimeUnit.NANOSECONDS)) {
        return;
      }
      send(ingestUrl, step, last);
      log.remember(last, i + 1);
    }
    out.println("Demo: all " + steps.size() + " files are sent. Wiredesk goes on until Ctrl-C.");
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

  private void send(String ingestUrl, Step step, LocalDate last) throws InterruptedException {
    String name = step.file().getFileName().toString();
    try {
      byte[] bytes = Files.readAllBytes(step.file());
      boolean asItIs = last.equals(FreshCopy.LAST);
      HttpRequest request =
          PushKey.on(
                  HttpRequest.newBuilder(
                      URI.create(ingestUrl + "/feeds/" + step.feed() + "/items")))
              .header("Content-Location", name)
              .POST(
                  HttpRequest.BodyPublishers.ofByteArray(
                      asItIs ? bytes : new FreshCopy(last).of(bytes, name)))
              .build();
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 202) {
        out.println("  " + name + " was refused: " + response.body());
      }
    } catch (IOException e) {
      throw new CommandFailure(
          "The ingest service does not take "
              + samples.relativize(step.file())
              + ": "
              + e.getMessage());
    }
  }
}
