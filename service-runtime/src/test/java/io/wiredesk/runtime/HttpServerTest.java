package io.wiredesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.BadRequestResponse;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {

  private final Health health = new Health();
  private final Metrics metrics = new Metrics("test");
  private final HttpServer server = start(0);

  @AfterEach
  void stop() {
    server.close();
    metrics.close();
  }

  @Test
  void readinessNamesWhatIsMissing() throws Exception {
    health.notReady("models", "loading");
    HttpResponse<String> response = get("/health/ready");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).contains("\"models\":\"loading\"");
    health.ready("models");
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void readinessSaysToTheSameMachineWhereKafkaAndRegistryAre() throws Exception {
    assertThat(get("/health/ready").body())
        .contains("\"kafka\":\"localhost:9092\"", "\"registry\":\"http://localhost:8081\"");
    assertThat(get("/health/live").body()).doesNotContain("9092");
  }

  @Test
  void livenessFailsOnlyAfterABug() throws Exception {
    health.notReady("models", "loading");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    health.fatal("bug");
    assertThat(get("/health/live").statusCode()).isEqualTo(503);
  }

  @Test
  void errorsAreOneSentenceOfJson() throws Exception {
    assertThat(get("/bad").body()).isEqualTo("{\"error\":\"Say which.\"}");
    assertThat(get("/bad").statusCode()).isEqualTo(400);
    assertThat(get("/slow").statusCode()).isEqualTo(503);
    assertThat(get("/bug").statusCode()).isEqualTo(500);
  }

  @Test
  void warningsAreAskedForWhenSomebodyLooks() throws Exception {
    health.watch(() -> Map.of("feed a", "failing: no route to host"));
    HttpResponse<String> response = get("/health");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"feed a\":\"failing: no route to host\"");
  }

  @Test
  void requestsAreCountedByRouteAndNeverByWhatAStrangerChooses() throws Exception {
    get("/bad");
    get("/no/such/page");
    String metricsPage = get("/metrics").body();
    assertThat(metricsPage)
        .contains(
            "wiredesk_http_requests_seconds_count{method=\"GET\",route=\"/bad\",service=\"test\",status=\"400\"}"
                + " 1")
        .contains("route=\"none\",service=\"test\",status=\"404\"")
        .doesNotContain("/no/such");
  }

  @Test
  void showsCountersInPrometheusFormat() throws Exception {
    metrics.counter("wiredesk.things", "kind", "a").increment();
    assertThat(get("/metrics").body())
        .contains("wiredesk_things_total{kind=\"a\",service=\"test\"} 1.0");
  }

  @Test
  void webPagesOfOthersAreRefusedOnEveryPathButHealthAndMetrics() throws Exception {
    for (String path : List.of("/bad", "/slow", "/nowhere", "/")) {
      assertThat(raw("GET", path, "Origin: http://evil.example"))
          .as(path)
          .startsWith("HTTP/1.1 403 ")
          .contains("{\"error\":\"The request comes from a web page of another site");
      assertThat(raw("POST", path, "Sec-Fetch-Site: cross-site")).startsWith("HTTP/1.1 403 ");
    }
    for (String path : List.of("/health/live", "/health/ready", "/metrics")) {
      assertThat(raw("GET", path, "Origin: http://evil.example")).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void hostsAreThoseOfTheMachineAndOfTheSetting() throws Exception {
    assertThat(rawTo("evil.example", "GET", "/bad")).startsWith("HTTP/1.1 403 ");
    assertThat(rawTo("evil.example", "GET", "/bad")).contains("INGEST_HTTP_HOSTS");
    assertThat(rawTo("evil.example", "GET", "/metrics")).startsWith("HTTP/1.1 200 ");
    assertThat(rawTo("localhost:1", "GET", "/bad")).startsWith("HTTP/1.1 400 ");
    assertThat(rawTo("desk.example.org", "GET", "/bad")).startsWith("HTTP/1.1 400 ");
    assertThat(
            rawTo("ingest:8082", "GET", "/bad", "Origin: https://desk.example.org")) // by a proxy
        .startsWith("HTTP/1.1 400 ");
  }

  @Test
  void aNameThatIsNoneStopsTheStart() {
    assertThatThrownBy(() -> start(0, "https://desk.example.org/"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("INGEST_HTTP_HOSTS");
  }

  @Test
  void halfSentBodiesHoldUpNobodyWhereSmallOnesAreReceivedFirst() throws Exception {
    List<Socket> dripping = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) { // more than there are threads
        Socket socket = new Socket("127.0.0.1", server.port());
        dripping.add(socket);
        socket
            .getOutputStream()
            .write(
                "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf"
                    .getBytes(StandardCharsets.US_ASCII));
      }
      assertThat(post("whole").body()).isEqualTo("whole");
      assertThat(get("/bad").statusCode()).isEqualTo(400);
      assertThat(post("x".repeat(100_000)).body()).hasSize(100_000);
      assertThat(post("x".repeat(300_000)).statusCode()).isEqualTo(413);
      assertThat(rawTo("evil.example", "POST", "/echo")).startsWith("HTTP/1.1 403 ");
    } finally {
      for (Socket socket : dripping) {
        socket.close();
      }
    }
  }

  @Test
  void saysWhichPortIsTaken() {
    assertThatThrownBy(() -> start(server.port()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("INGEST_HTTP_PORT");
  }

  private HttpServer start(int port) {
    return start(port, "desk.example.org, ingest,");
  }

  private HttpServer start(int port, String hosts) {
    Settings settings =
        Settings.load(
            CommonSettings.define("ingest", 8082),
            "ingest",
            Map.of("ingest.http.port", Integer.toString(port), "ingest.http.hosts", hosts),
            Map.of());
    return HttpServer.start(
        settings,
        "ingest",
        health,
        metrics,
        config -> {
          HttpServer.receiveBodiesFirst(config);
          config.routes.post("/echo", ctx -> ctx.result(ctx.body()));
          config.routes.get(
              "/bad",
              ctx -> {
                throw new BadRequestResponse("Say which.");
              });
          config.routes.get(
              "/slow",
              ctx -> {
                throw new TimeoutException("broker");
              });
          config.routes.get(
              "/bug",
              ctx -> {
                throw new IllegalStateException("bug");
              });
        });
  }

  private String raw(String method, String path, String... headers) throws Exception {
    return rawTo("localhost:" + server.port(), method, path, headers);
  }

  /** With a Host of its own, which Java's client does not allow. */
  private String rawTo(String host, String method, String path, String... headers)
      throws Exception {
    StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host);
    List.of(headers).forEach(header -> request.append("\r\n").append(header));
    request.append("\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpResponse<String> post(String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.url() + "/echo"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
            BodyHandlers.ofString());
  }
}
