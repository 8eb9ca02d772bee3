package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise: a webhook's subscriber gets every public state of its desk, signed, in the order of each
 * item, kills first, over outages of its own and restarts of the service.
 */
final class WebhooksIT {

  private static final String STORY = "urn:e2e:hook-";
  private static final String KEY =
      PublishBench.ENVIRONMENT.get("WEBHOOK_SECRET").substring("whsec_".length());

  @TempDir Path directory;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private HttpServer subscriber;
  private PublishBench bench;

  /** One call that the subscriber got. */
  record Call(String id, String event, String body, int answered) {}

  @BeforeEach
  void start() throws IOException {
    subscriber = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    subscriber.createContext("/in", this::take);
    subscriber.setExecutor(Executors.newCachedThreadPool());
    subscriber.start();
    Path desks = directory.resolve("desks.yml");
    Files.writeString(desks, "desks: [{name: ferries, query: 'text:ferry'}]");
    Path subscriptions = directory.resolve("subscriptions.yml");
    Files.writeString(
        subscriptions,
        """
        subscriptions:
          - name: site
            url: http://127.0.0.1:%d/in
            desk: ferries
            allow-private: true
            secret: "${WEBHOOK_SECRET}"
            2xx-is-receipt: true
            from: start
          - {name: unsigned, url: "http://127.0.0.1:1/"}
        """
            .formatted(subscriber.getAddress().getPort()));
    bench =
        new PublishBench(
            directory,
            Map.of(
                "publish.desks.file",
                desks.toString(),
                "publish.webhooks.file",
                subscriptions.toString()));
  }

  @AfterEach
  void stop() {
    bench.close();
    subscriber.stop(0);
  }

  @Test
  void everyStateComesSignedAndKillsComeFirst() throws Exception {
    bench.send(item(1, 1).build());
    awaitAccepted("item.published", 1);
    assertThat(calls.get(0).body()).contains(STORY + 1).contains("Ferry 1");

    status = 503;
    bench.send(item(1, 2).build());
    bench.send(item(2, 1).build());
    await()
        .atMost(PublishBench.SOON)
        .until(() -> calls.stream().anyMatch(c -> c.answered() == 503));
    bench.send(kill(2));
    await()
        .atMost(PublishBench.SOON)
        .until(() -> bench.get("/items/" + STORY + 2).contains("canceled"));
    assertThat(bench.get("/webhooks")).contains("RETRYING").contains("needs a secret");
    status = 200;
    assertThat(post("/webhooks/site/resume")).isEqualTo(202);

    awaitAccepted("item.published", 2);
    awaitAccepted("item.canceled", 1);
    List<Call> accepted = accepted();
    assertThat(accepted.stream().filter(c -> c.event().equals("item.published")))
        .as("the copy of what was killed meanwhile is not sent")
        .noneMatch(c -> c.body().contains(STORY + 2));
    await()
        .atMost(PublishBench.SOON)
        .until(() -> bench.get("/items/" + STORY + 2 + "/receipts").contains("\"site\""));

    bench.stopService();
    bench.send(item(3, 1).build());
    bench.startService();
    await()
        .atMost(PublishBench.SOON)
        .until(() -> accepted().stream().anyMatch(c -> c.body().contains(STORY + 3)));
    assertThat(
            accepted().stream().filter(c -> c.body().contains(STORY + 1)).map(Call::id).distinct())
        .as("a repeat has the same id")
        .hasSize(2);
  }

  @Test
  void aTestCallSaysWhatTheSubscriberAnswers() throws Exception {
    String answer =
        bench
            .send(
                java.net.http.HttpRequest.newBuilder(bench.request("/webhooks/site/test").uri())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}"))
                    .build(),
                BodyHandlers.ofString())
            .body();
    assertThat(answer).contains("\"success\":true").contains("HTTP 200");
    assertThat(calls).extracting(Call::event).containsExactly("webhook.test");
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    String sent = exchange.getRequestHeaders().getFirst("webhook-timestamp");
    String signature = exchange.getRequestHeaders().getFirst("webhook-signature");
    int answer = signature.equals("v1," + hmac(id + "." + sent + ".", body)) ? status : 401;
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
    calls.add(
        new Call(
            id,
            exchange.getRequestHeaders().getFirst("wiredesk-event"),
            new String(body, StandardCharsets.UTF_8),
            answer));
  }

  private static String hmac(String head, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitAccepted(String event, int count) {
    await()
        .atMost(PublishBench.SOON)
        .untilAsserted(
            () ->
                assertThat(accepted().stream().filter(c -> c.event().equals(event)))
                    .as(calls.toString())
                    .hasSizeGreaterThanOrEqualTo(count));
  }

  private List<Call> accepted() {
    return calls.stream().filter(call -> call.answered() == 200).toList();
  }

  private int post(String path) throws Exception {
    return bench
        .send(
            java.net.http.HttpRequest.newBuilder(bench.request(path).uri())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  private static NewsItem.Builder item(int number, int version) {
    String text = version == 1 ? "The ferry sank." : "The ferry sank at noon.";
    return PublishBench.item(STORY + number, version, "Ferry " + number, text);
  }

  private static NewsItem kill(int number) {
    return item(number, 2).setSignal(Signal.CANCEL).setPubStatus(PubStatus.CANCELED).build();
  }
}
