package io.wiredesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.BadRequestResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
  void showsCountersInPrometheusFormat() throws Exception {
    metrics.counter("wiredesk.things", "kind", "a").increment();
    assertThat(get("/metrics").body())
        .contains("wiredesk_things_total{kind=\"a\",service=\"test\"} 1.0");
  }

  @Test
  void saysWhichPortIsTaken() {
    assertThatThrownBy(() -> start(server.port()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("INGEST_HTTP_PORT");
  }

  private HttpServer start(int port) {
    Settings settings =
        Settings.load(
            CommonSettings.define("ingest", 8082),
            "ingest",
            Map.of("ingest.http.port", Integer.toString(port)),
            Map.of());
    return HttpServer.start(
        settings,
        "ingest",
        health,
        metrics,
        config -> {
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

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
            BodyHandlers.ofString());
  }
}
