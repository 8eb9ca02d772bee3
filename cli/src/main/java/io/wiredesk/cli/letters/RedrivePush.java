package io.wiredesk.cli.letters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.tool.PushKey;
import io.wiredesk.runtime.DeadLetters;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** HTTP push of a wire to its feed, marked with the letter it comes from. One thread. */
final class RedrivePush {

  private static final int TRIES = 6;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String url;

  RedrivePush(String url) {
    this.url = url;
  }

  /**
   * What the service said.
   *
   * @param position where the bytes lie on the log; empty where they were refused
   * @param refusal one sentence; empty where they were taken
   */
  record Answer(String position, String refusal) {}

  /**
   * Sends until the service takes or refuses it; a service that asks for patience gets it.
   *
   * @throws CommandFailure when the service is away
   */
  Answer send(Letter letter, WireBytes wire) throws InterruptedException {
    HttpRequest request = request(letter, wire);
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        int status = response.statusCode();
        if (status == 202) {
          return new Answer(position(response.body()), "");
        }
        if ((status != 429 && status != 503) || attempt == TRIES) {
          return new Answer("", status + " " + response.body());
        }
      } catch (IOException e) {
        if (attempt == TRIES || e instanceof java.net.ConnectException) {
          throw new CommandFailure(
              "The ingest service does not answer at "
                  + url
                  + " ("
                  + e
                  + "). Run the command again: what was sent already is not taken twice.");
        }
      }
      Thread.sleep(1000L * attempt);
    }
  }

  private HttpRequest request(Letter letter, WireBytes wire) {
    try {
      HttpRequest.Builder request =
          PushKey.on(
                  HttpRequest.newBuilder(
                      URI.create(url + "/feeds/" + letter.content().getFeed() + "/items")))
              .timeout(Duration.ofSeconds(60))
              .header(DeadLetters.REDRIVE_HEADER, letter.id())
              .POST(HttpRequest.BodyPublishers.ofByteArray(wire.bytes()));
      header(request, "Content-Location", letter.content().getSourceName());
      header(request, "Content-Type", wire.contentType());
      return request.build();
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          "Not the URL of a service: " + url + " with feed " + letter.content().getFeed());
    }
  }

  private static void header(HttpRequest.Builder request, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      boolean visible = value.chars().allMatch(c -> c >= ' ' && c < 0x7F);
      request.header(name, visible ? value : URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private static String position(String body) {
    try {
      JsonNode answer = JSON.readTree(body);
      return answer.path("topic").asText()
          + "-"
          + answer.path("partition").asText()
          + "-"
          + answer.path("offset").asText();
    } catch (JsonProcessingException e) {
      return "taken";
    }
  }
}
