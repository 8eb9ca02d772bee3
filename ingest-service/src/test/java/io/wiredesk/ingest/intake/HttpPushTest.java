package io.wiredesk.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.ingest.IngestSettings;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.HttpServer;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.Settings;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.Transport;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpPushTest {

  private static final int LIMIT = 2000;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-01T08:00:00Z"), ZoneOffset.UTC);

  private final MemoryLog log = new MemoryLog();
  private final Metrics metrics = new Metrics("ingest");
  private final HttpServer server = start();

  @AfterEach
  void stop() {
    server.close();
    metrics.close();
  }

  @Test
  void answersWithTheRawRecordsCoordinates() throws Exception {
    HttpResponse<String> response = push("reuters", "<nitf/>", "application/xml");
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body())
        .contains(
            "\"topic\":\"news.raw\"",
            "\"partition\":0",
            "\"offset\":0",
            DeadLetters.sha256("<nitf/>".getBytes()));
    assertThat(log.raw.get(0).getFeed()).isEqualTo("reuters");
    assertThat(log.raw.get(0).getTransport()).isEqualTo(Transport.HTTP_PUSH);
    assertThat(log.raw.get(0).getReceivedAt()).isEqualTo(CLOCK.instant());
  }

  @Test
  void refusesAnEmptyBodyAndABadFeedName() throws Exception {
    assertThat(push("reuters", "", "text/plain").statusCode()).isEqualTo(400);
    HttpResponse<String> bad = push("no%20feed", "copy", "text/plain");
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.body()).contains("feed name");
    assertThat(log.raw).isEmpty();
  }

  @Test
  void refusesWhatIsTooLargeWithOrWithoutALength() throws Exception {
    assertThat(push("f", "x".repeat(LIMIT), "text/plain").statusCode()).isEqualTo(202);
    assertThat(push("f", "x".repeat(LIMIT + 1), "text/plain").statusCode()).isEqualTo(413);
    HttpRequest chunked =
        request("f", "text/plain")
            .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString("x".repeat(3 * LIMIT))))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(chunked, BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).contains("INGEST_ITEM_MAX_BYTES");
    assertThat(log.raw).hasSize(1);
  }

  @Test
  void keepsTheDeadLetterThatBytesAreSentAgainFrom() throws Exception {
    assertThat(redrive("news.dead-letters-3-17").statusCode()).isEqualTo(202);
    assertThat(log.raw.get(0).getHeaders())
        .containsExactly(Map.entry("wiredesk-redrive", "news.dead-letters-3-17"));
    assertThat(redrive("the last one").statusCode()).isEqualTo(400);
    assertThat(log.raw).hasSize(1);
  }

  @Test
  void refusesMediaWithoutCopy() throws Exception {
    HttpResponse<String> response = push("f", "PNG", "image/png");
    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.body()).contains("image/png");
  }

  @Test
  void takesNothingOfABodyThatBreaksOff() throws Exception {
    URI url = URI.create(server.url());
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket
          .getOutputStream()
          .write(
              "POST /feeds/f/items HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf a story"
                  .getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      assertThat(socket.getInputStream().readAllBytes()).asString().doesNotContain(" 202 ");
    }
    assertThat(push("f", "the whole story", "text/plain").statusCode()).isEqualTo(202);
    assertThat(log.texts()).containsExactly("the whole story");
  }

  @Test
  void promisesNothingWhileTheBrokerIsAway() throws Exception {
    log.awayFor.set(1);
    HttpResponse<String> response = push("f", "copy", "text/plain");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
    assertThat(push("f", "copy", "text/plain").statusCode()).isEqualTo(202);
  }

  private HttpServer start() {
    Settings settings =
        Settings.load(
            IngestSettings.definition(), "ingest", Map.of("ingest.http.port", "0"), Map.of());
    Intake intake =
        new Intake(log, new DeadLetters(Stage.INTAKE, CLOCK, "1"), CLOCK, metrics, LIMIT);
    return HttpServer.start(settings, "ingest", new Health(), metrics, new HttpPush(intake)::addTo);
  }

  private HttpRequest.Builder request(String feed, String type) {
    return HttpRequest.newBuilder(URI.create(server.url() + "/feeds/" + feed + "/items"))
        .header("Content-Type", type);
  }

  private HttpResponse<String> redrive(String letter) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            request("f", "text/plain")
                .header("Wiredesk-Redrive", letter)
                .POST(BodyPublishers.ofString("copy"))
                .build(),
            BodyHandlers.ofString());
  }

  private HttpResponse<String> push(String feed, String body, String type) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            request(feed, type).POST(BodyPublishers.ofString(body)).build(),
            BodyHandlers.ofString());
  }
}
