package io.wiredesk.cli.tool;

import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.option.NodeAddress;
import io.wiredesk.cli.option.ServiceCall;
import io.wiredesk.cli.option.Wanted;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code wiredesk send}: pushes wire files over HTTP, in the order given, each until it is
 * acknowledged.
 */
@Command(
    name = "send",
    description =
        "Push wire files to the ingest service; a line for each with where its bytes lie on the"
            + " log.",
    mixinStandardHelpOptions = true)
public final class SendCommand implements Callable<Integer> {

  private static final int TRIES = 5;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Wire files, any format.")
  List<Path> files = List.of();

  @Option(
      names = "--feed",
      defaultValue = "cli",
      paramLabel = "NAME",
      converter = Wanted.FeedName.class,
      description = "Feed to send over (default: ${DEFAULT-VALUE}).")
  String feed = "cli";

  @Option(
      names = "--url",
      paramLabel = "U",
      converter = Wanted.Url.class,
      description = "Ingest service (default: $WIREDESK_INGEST_URL, else the node's).")
  @Nullable String url;

  @Mixin NodeAddress node = new NodeAddress();

  @Override
  public Integer call() throws InterruptedException {
    files.forEach(Wanted::file); // all of them before the first goes out
    ServiceCall service = new ServiceCall(node.ingest(url));
    int refused = 0;
    for (Path file : files) {
      HttpResponse<String> response = post(service, file);
      System.out.println(file + ": " + response.statusCode() + " " + Plain.line(response.body()));
      refused += response.statusCode() == 202 ? 0 : 1;
    }
    return refused == 0 ? 0 : 1;
  }

  private HttpResponse<String> post(ServiceCall service, Path file) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> response = service.exchange(request(service, file));
        boolean again = response.statusCode() == 429 || response.statusCode() == 503;
        if (!again || attempt == TRIES) {
          return response;
        }
      } catch (ConnectException e) {
        throw service.nothingAnswers();
      } catch (IOException e) {
        if (attempt == TRIES) {
          throw new CommandFailure("Sending " + file + " failed: " + e.getMessage());
        }
      }
      Thread.sleep(1000L * attempt);
    }
  }

  private HttpRequest request(ServiceCall service, Path file) {
    try {
      return PushKey.on(service.request("/feeds/" + feed + "/items"))
          .timeout(Duration.ofSeconds(60))
          .header(
              "Content-Location",
              URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8))
          .POST(HttpRequest.BodyPublishers.ofFile(file))
          .build();
    } catch (FileNotFoundException e) {
      throw new CommandFailure("No such file: " + file);
    }
  }
}
