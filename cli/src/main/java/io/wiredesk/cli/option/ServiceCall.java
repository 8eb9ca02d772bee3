package io.wiredesk.cli.option;

import io.wiredesk.cli.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Requests to one service of a node; what goes wrong is a sentence. Thread-safe. */
public final class ServiceCall {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final String url;

  /**
   * Calls to that service.
   *
   * @param url without a slash at the end
   */
  public ServiceCall(String url) {
    this.url = url;
  }

  /** A request to that path, to be completed. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(ANSWER);
  }

  /**
   * The body of an answer.
   *
   * @param anyStatus whether a status other than 200 is an answer too
   * @throws CommandFailure where nothing answers, or something else than expected
   */
  public String get(String path, boolean anyStatus) {
    HttpResponse<String> response = send(request(path).build());
    if (!anyStatus && response.statusCode() != 200) {
      throw new CommandFailure(
          "%s%s answers %d: is that the service meant? Name it with --url, --port or --data."
              .formatted(url, path, response.statusCode()));
    }
    return response.body();
  }

  /**
   * The answer, whatever its status.
   *
   * @throws CommandFailure where nothing answers
   */
  public HttpResponse<String> send(HttpRequest request) {
    try {
      return exchange(request);
    } catch (IOException e) {
      throw nothingAnswers();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("Interrupted while waiting for " + url + ".");
    }
  }

  /** The same for callers that try again after a failure of the connection. */
  public HttpResponse<String> exchange(HttpRequest request)
      throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  /** What to say where the connection fails. */
  public CommandFailure nothingAnswers() {
    return new CommandFailure(
        "Nothing answers at "
            + url
            + ": start `wiredesk up`, or name the node with --port or --data, the service with"
            + " --url.");
  }
}
