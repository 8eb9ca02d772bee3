package io.wiredesk.cli.tool;

import io.wiredesk.cli.CommandFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code wiredesk send}: pushes wire files over HTTP, in the order given, each until it is
 * acknowledged.
 */
@Command(
    name = "send",
    description =
        "Push wire files to the ingest service; a line for each with where its bytes lie on the log.",
    mixinStandardHelpOptions = true)
public final class SendCommand implements Callable<Integer> {

  private static final int TRIES = 5;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Wire files, any format.")
  List<Path> files = List.of();

  @Option(
      names = "--feed",
      defaultValue = "cli",
      description = "Feed to send over (default: ${DEFAULT-VALUE}).")
  String feed = "cli";

  @Option(
      names = "--url",
      defaultValue = "${env:WIREDESK_INGEST_URL:-http://127.0.0.1:8082}",
      description = "Ingest service (default: ${DEFAULT-VALUE}).")
  String url = "";

  @Override
  public Integer call() throws InterruptedException {
    int refused = 0;
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    for (Path file : files) {
      HttpResponse<String> response = post(client, file);
      System.out.println(file + ": " + response.statusCode() + " " + response.body());
      refused += response.statusCode() == 202 ? 0 : 1;
    }
    return refused == 0 ? 0 : 1;
  }

  private HttpResponse<String> post(HttpClient client, Path file) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> response = client.send(request(file), BodyHandlers.ofString());
        boolean again = response.statusCode() == 429 || response.statusCode() == 503;
        if (!again || attempt == TRIES) {
          return response;
        }
      } catch (ConnectException e) {
        throw new CommandFailure(
            "Nothing answers at " + url + ": start `wiredesk up`, or name the service with --url.");
      } catch (IOException e) {
        if (attempt == TRIES) {
          throw new CommandFailure("Sending " + file + " failed: " + e.getMessage());
        }
      }
      Thread.sleep(1000L * attempt);
    }
  }

  private HttpRequest request(Path file) {
    try {
      return PushKey.on(HttpRequest.newBuilder(URI.create(url + "/feeds/" + feed + "/items")))
          .timeout(Duration.ofSeconds(60))
          .header(
              "Content-Location",
              java.net.URLEncoder.encode(
                  String.valueOf(file.getFileName()), java.nio.charset.StandardCharsets.UTF_8))
          .POST(HttpRequest.BodyPublishers.ofFile(file))
          .build();
    } catch (java.io.FileNotFoundException e) {
      throw new CommandFailure("No such file: " + file);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("Not a URL of a service: " + url + " with feed " + feed);
    }
  }
}
