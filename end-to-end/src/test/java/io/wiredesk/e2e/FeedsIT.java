package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Topic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds of {@code feeds.yml} on a real broker, across a restart of everything. */
class FeedsIT {

  @TempDir Path directory;
  private HttpServer peer;
  private volatile String entries = entry("one") + entry("two");

  /** Each page differs from the one before. */
  private final AtomicInteger builds = new AtomicInteger();

  @BeforeEach
  void serve() throws IOException {
    peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    peer.createContext(
        "/rss",
        exchange -> {
          byte[] bytes =
              ("<rss version='2.0'><channel><title>Wire</title><ttl>"
                      + builds.incrementAndGet()
                      + "</ttl>"
                      + entries
                      + "</channel></rss>")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    peer.start();
  }

  @AfterEach
  void stop() {
    peer.stop(0);
  }

  @Test
  void takesEachEntryOnceAcrossARestartAndTheAccountAddsUp() throws Exception {
    Path file = directory.resolve("feeds.yml");
    try (TestNode node = TestNode.start(directory)) {
      List<NewsItem> items = node.records(Topic.ITEMS, NewsItem.class);
      Files.writeString(file, feeds()); // appears while everything runs
      awaitItems(items, 2);
      assertThat(items).extracting(NewsItem::getLanguage).containsOnly("da");
    }
    entries = entry("three") + entries;
    try (TestNode node = TestNode.start(directory)) {
      List<NewsItem> items = node.records(Topic.ITEMS, NewsItem.class);
      List<RawNews> raw = node.records(Topic.RAW, RawNews.class);
      List<Duplicate> duplicates = node.records(Topic.DUPLICATES, Duplicate.class);
      awaitItems(items, 3);
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                JsonNode feed = feed(node);
                assertThat(feed.path("state").asText()).isEqualTo("running");
                assertThat(feed.path("received").asLong()).isEqualTo(1);
                assertThat(feed.path("items").asLong()).isEqualTo(1);
                assertThat(feed.path("waiting").asLong()).isZero();
              });
      assertThat(raw).hasSize(3);
      assertThat(duplicates).isEmpty();
    }
  }

  private static void awaitItems(List<NewsItem> items, int count) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(items).hasSize(count));
  }

  private String feeds() {
    return """
        feeds:
          - name: wire
            kind: rss
            url: http://127.0.0.1:%d/rss
            allow-private: true
            poll: 200ms
            profile: {language: da}
        """
        .formatted(peer.getAddress().getPort());
  }

  private static String entry(String id) {
    return "<item><guid>urn:test:%s</guid><pubDate>Fri, 01 May 2026 08:00:00 GMT</pubDate><title>Story %s</title></item>"
        .formatted(id, id);
  }

  private static JsonNode feed(TestNode node) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(node.node().ingest().url() + "/feeds")).build();
    String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(body).path("feeds").path(0);
  }
}
