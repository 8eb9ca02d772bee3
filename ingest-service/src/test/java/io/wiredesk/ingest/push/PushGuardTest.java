package io.wiredesk.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.ingest.IngestSettings;
import io.wiredesk.ingest.feeds.FeedSpec;
import io.wiredesk.ingest.feeds.FeedsReader;
import io.wiredesk.ingest.intake.HttpPush;
import io.wiredesk.ingest.intake.Intake;
import io.wiredesk.ingest.intake.Marks;
import io.wiredesk.ingest.intake.MemoryLog;
import io.wiredesk.ingest.intake.PushLimits;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.HttpServer;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.Settings;
import io.wiredesk.schemas.Stage;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PushGuardTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-01T08:00:00Z"), ZoneOffset.UTC);
  private static final String NOW = Long.toString(CLOCK.instant().getEpochSecond());
  private static final List<String> REFUSED =
      List.of("HTTP/1.1 401", "HTTP/1.1 403", "HTTP/1.1 503");
  private static final String SECRET = "a secret of the agency";
  private static final List<FeedSpec> FEEDS =
      new FeedsReader(Map.of("KEY", "the key of the feed", "SECRET", SECRET))
          .read(
              """
              feeds:
                - {name: keyed, kind: push, key: "${KEY}"}
                - {name: signed, kind: push, hmac-secret: "${SECRET}"}
                - {name: paused, kind: push, paused: true}
                - {name: files, kind: folder, directory: x}
              """)
          .feeds();

  private final MemoryLog log = new MemoryLog();
  private final Metrics metrics = new Metrics("ingest");
  private boolean logIsRead = true;
  private Marks marks;
  private HttpServer server = start(true, 10);

  @AfterEach
  void stop() {
    server.close();
    metrics.close();
  }

  @Test
  void asksForTheKeyOfTheFeed() throws Exception {
    assertThat(push("keyed").statusCode()).isEqualTo(401);
    assertThat(push("keyed").body()).contains("X-Api-Key");
    assertThat(push("keyed", "X-Api-Key", "another").statusCode()).isEqualTo(403);
    assertThat(push("keyed", "X-Api-Key", "the key of the feed").statusCode()).isEqualTo(202);
    assertThat(push("keyed", "Authorization", "Bearer the key of the feed").statusCode())
        .isEqualTo(202);
    assertThat(log.raw).hasSize(2);
  }

  @Test
  void takesASignedPushOnce() throws Exception {
    assertThat(signed(NOW, "nonce-0001", "copy", sign(NOW, "nonce-0001", "copy"))).isEqualTo(202);
    assertThat(signed(NOW, "nonce-0001", "copy", sign(NOW, "nonce-0001", "copy")))
        .as("replayed")
        .isEqualTo(403);
    assertThat(signed(NOW, "nonce-0002", "forged", sign(NOW, "nonce-0002", "copy")))
        .as("another body")
        .isEqualTo(403);
    String old = Long.toString(CLOCK.instant().getEpochSecond() - 301);
    assertThat(signed(old, "nonce-0003", "copy", sign(old, "nonce-0003", "copy")))
        .as("old")
        .isEqualTo(401);
    assertThat(push("signed").statusCode()).as("unsigned").isEqualTo(401);
    assertThat(log.raw).hasSize(1);
  }

  @Test
  void takesASignedPushOnceAcrossARestart() throws Exception {
    assertThat(signed(NOW, "nonce-0001", "copy", sign(NOW, "nonce-0001", "copy"))).isEqualTo(202);
    server.close();
    logIsRead = false;
    server = start(true, 10);
    assertThat(signed(NOW, "nonce-0001", "copy", sign(NOW, "nonce-0001", "copy")))
        .as("before what was used is known")
        .isEqualTo(503);
    remember();
    assertThat(signed(NOW, "nonce-0001", "copy", sign(NOW, "nonce-0001", "copy")))
        .as("replayed")
        .isEqualTo(403);
    assertThat(signed(NOW, "nonce-0002", "copy", sign(NOW, "nonce-0002", "copy"))).isEqualTo(202);
    assertThat(log.raw).hasSize(2);
  }

  @Test
  void answers503WhenTheNonceCannotBeKept() throws Exception {
    log.awayFor.set(1);
    assertThat(signed(NOW, "nonce-0001", "copy", sign(NOW, "nonce-0001", "copy"))).isEqualTo(503);
    assertThat(log.raw).isEmpty();
    assertThat(signed(NOW, "nonce-0002", "copy", sign(NOW, "nonce-0002", "copy"))).isEqualTo(202);
  }

  @Test
  void aForgedPushDoesNotUseUpTheNonce() throws Exception {
    assertThat(signed(NOW, "nonce-0001", "copy", "0".repeat(64))).isEqualTo(403);
    assertThat(signed(NOW, "nonce-0001", "copy", sign(NOW, "nonce-0001", "copy"))).isEqualTo(202);
  }

  @Test
  void otherFeedsAreOpenUnlessTheServiceIsClosed() throws Exception {
    assertThat(push("other").statusCode()).isEqualTo(202);
    assertThat(push("files").statusCode()).isEqualTo(202);
    assertThat(push("paused").statusCode()).isEqualTo(503);
    assertThat(push("wrong").statusCode()).as("its key is not known").isEqualTo(503);
    server.close();
    server = start(false, 10);
    HttpResponse<String> closed = push("other");
    assertThat(closed.statusCode()).isEqualTo(403);
    assertThat(closed.body()).contains("INGEST_PUSH_OPEN");
    assertThat(push("files").statusCode()).isEqualTo(403);
    assertThat(push("keyed", "X-Api-Key", "the key of the feed").statusCode()).isEqualTo(202);
  }

  @Test
  void theOperatorsKeyOpensEveryFeed() throws Exception {
    server.close();
    server = start(false, 10);
    for (String feed : List.of("keyed", "signed", "paused", "files", "other")) {
      assertThat(push(feed, "Authorization", "Bearer the operator's own key").statusCode())
          .as(feed)
          .isEqualTo(202);
    }
  }

  @Test
  void aWrongKeyIsRefusedBeforeTheBodyIsSent() throws Exception {
    URI url = URI.create(server.url());
    for (String feed : List.of("keyed", "signed", "paused")) {
      try (Socket socket = new Socket(url.getHost(), url.getPort())) {
        String head =
            "POST /feeds/%s/items HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: wrong\r\nContent-Length: 9\r\n\r\n";
        socket.getOutputStream().write(head.formatted(feed).getBytes(StandardCharsets.US_ASCII));
        byte[] begin = socket.getInputStream().readNBytes(12);
        assertThat(new String(begin, StandardCharsets.US_ASCII)).isIn(REFUSED);
      }
    }
  }

  @Test
  void wrongKeysAreThrottledAndTheRightOnePasses() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(push("keyed", "X-Api-Key", "guess " + i).statusCode()).isEqualTo(403);
    }
    HttpResponse<String> throttled = push("keyed", "X-Api-Key", "one more");
    assertThat(throttled.statusCode()).isEqualTo(429);
    assertThat(throttled.headers().firstValue("Retry-After")).contains("60");
    assertThat(push("keyed").statusCode()).as("none at all").isEqualTo(429);
    assertThat(push("keyed", "X-Api-Key", "the key of the feed").statusCode()).isEqualTo(202);
    assertThat(push("other").statusCode()).as("another feed").isEqualTo(202);
    for (int i = 0; i < 11; i++) {
      signed(NOW, "nonce-100" + i, "copy", "0".repeat(64));
    }
    assertThat(signed(NOW, "nonce-2000", "copy", "0".repeat(64))).isEqualTo(429);
    assertThat(signed(NOW, "nonce-0001", "copy", sign(NOW, "nonce-0001", "copy"))).isEqualTo(202);
  }

  @Test
  void answers429WhenTooManyAreInHand() throws Exception {
    server.close();
    server = start(true, 1);
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    log.whenAppended.set(
        () -> {
          held.countDown();
          await(goOn);
        });
    CompletableFuture<HttpResponse<String>> slow =
        HttpClient.newHttpClient().sendAsync(request("other").build(), BodyHandlers.ofString());
    held.await();
    HttpResponse<String> refused = push("other");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    goOn.countDown();
    assertThat(slow.get().statusCode()).isEqualTo(202);
    assertThat(push("other").statusCode()).isEqualTo(202);
    assertThat(log.raw).hasSize(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpServer start(boolean open, int places) {
    Settings settings =
        Settings.load(
            IngestSettings.definition(), "ingest", Map.of("ingest.http.port", "0"), Map.of());
    Intake intake =
        new Intake(log, new DeadLetters(Stage.INTAKE, CLOCK, "1"), CLOCK, metrics, 2000);
    marks = new Marks(log, CLOCK);
    if (logIsRead) {
      remember();
    }
    PushGuard guard =
        new PushGuard(
            name -> FEEDS.stream().filter(spec -> spec.name().equals(name)).findFirst(),
            name -> name.equals("wrong") ? Optional.of("line 9 (wrong)") : Optional.empty(),
            open,
            "the operator's own key",
            new Nonces(marks, CLOCK));
    return HttpServer.start(
        settings,
        "ingest",
        new Health(),
        metrics,
        new HttpPush(intake, guard, PushLimits.of(places, 2000))::addTo);
  }

  private void remember() {
    log.marks.forEach(marks::remember);
    marks.allRemembered();
  }

  private HttpRequest.Builder request(String feed) {
    return HttpRequest.newBuilder(URI.create(server.url() + "/feeds/" + feed + "/items"))
        .POST(HttpRequest.BodyPublishers.ofString("copy"));
  }

  private HttpResponse<String> push(String feed, String... headers) throws Exception {
    HttpRequest.Builder request = request(feed);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private int signed(String timestamp, String nonce, String body, String signature)
      throws Exception {
    HttpRequest request =
        request("signed")
            .headers(
                Signatures.TIMESTAMP,
                timestamp,
                Signatures.NONCE,
                nonce,
                Signatures.SIGNATURE,
                "sha256=" + signature)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
  }

  private static String sign(String timestamp, String nonce, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of()
        .formatHex(
            mac.doFinal((timestamp + "\n" + nonce + "\n" + body).getBytes(StandardCharsets.UTF_8)));
  }
}
