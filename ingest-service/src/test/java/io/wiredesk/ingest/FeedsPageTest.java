package io.wiredesk.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.ingest.feeds.FeedsReader;
import io.wiredesk.ingest.intake.Delivery;
import io.wiredesk.ingest.intake.Intake;
import io.wiredesk.ingest.intake.Marks;
import io.wiredesk.ingest.intake.MemoryLog;
import io.wiredesk.ingest.intake.ReceivedLog;
import io.wiredesk.ingest.line.LineParts;
import io.wiredesk.ingest.line.Lines;
import io.wiredesk.ingest.topology.Account;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.HttpServer;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.Settings;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.Transport;
import io.wiredesk.wire.profile.FeedProfiles;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedsPageTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-01T08:00:00Z"), ZoneOffset.UTC);

  private final Metrics metrics = new Metrics("ingest");
  private final ReceivedLog log = new ReceivedLog(new MemoryLog(), CLOCK);
  private final Intake intake =
      new Intake(log, new DeadLetters(Stage.INTAKE, CLOCK, "1"), CLOCK, metrics, 100);
  private final Lines lines =
      new Lines(new LineParts(intake, new Marks(log, CLOCK), CLOCK), new FeedProfiles());
  private final HttpServer server =
      HttpServer.start(
          Settings.load(
              IngestSettings.definition(), "ingest", Map.of("ingest.http.port", "0"), Map.of()),
          "ingest",
          new Health(),
          metrics,
          new FeedsPage(lines, log, new Account(metrics), metrics, CLOCK)::addTo);

  @AfterEach
  void stop() {
    server.close();
    lines.close();
    metrics.close();
  }

  @Test
  void showsEveryFeedOfTheFileAndEveryOtherThatCame() throws Exception {
    lines.apply(
        new FeedsReader(Map.of())
            .read("feeds:\n- {name: a, kind: push, paused: true}\n- {name: b, kind: pigeon}\n"));
    intake.receive(new Delivery("c", Transport.FILE, null, null), new byte[] {1});
    JsonNode feeds = feeds();
    assertThat(feeds).hasSize(3);
    assertThat(feeds.get(0).path("state").asText()).isEqualTo("paused");
    assertThat(feeds.get(1).path("state").asText()).isEqualTo("refused");
    assertThat(feeds.get(1).path("refused").asText()).contains("line 3");
    assertThat(feeds.get(2).path("kind").asText()).isEqualTo("folder");
    assertThat(feeds.get(2).path("lastItemAt").asText()).isEqualTo("2026-05-01T08:00:00Z");
  }

  @Test
  void theCountsAddUp() throws Exception {
    Delivery delivery = new Delivery("c", Transport.HTTP_PUSH, null, null);
    for (int i = 0; i < 5; i++) {
      intake.receive(delivery, new byte[] {1});
    }
    intake.refuseTooLarge(delivery, new byte[100], 200);
    metrics.counter("wiredesk.parse.earlier", "feed", "c").increment();
    metrics.counter("wiredesk.parse.further", "feed", "c").increment(2);
    metrics.counter("wiredesk.parse.items", "feed", "c").increment(2);
    metrics.counter("wiredesk.parse.items", "feed", "c").increment(2);
    metrics.counter("wiredesk.parse.joined", "feed", "c").increment();
    metrics.counter("wiredesk.parse.duplicates", "feed", "c", "kind", "same-bytes").increment();
    metrics.counter("wiredesk.dead.letters", "feed", "c", "reason", "MALFORMED").increment();
    metrics.counter("wiredesk.parse.items", "feed", "other").increment(9);
    JsonNode feed = feeds().get(0);
    assertThat(feed.path("received").asLong()).isEqualTo(7);
    assertThat(feed.path("further").asLong()).isEqualTo(2);
    assertThat(feed.path("items").asLong()).isEqualTo(4);
    assertThat(feed.path("joined").asLong()).isEqualTo(1);
    assertThat(feed.path("duplicates").asLong()).isEqualTo(1);
    assertThat(feed.path("deadLetters").asLong()).isEqualTo(2);
    assertThat(feed.path("waiting").asLong()).isEqualTo(1);
  }

  private JsonNode feeds() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/feeds")).build();
    String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(body).path("feeds");
  }
}
