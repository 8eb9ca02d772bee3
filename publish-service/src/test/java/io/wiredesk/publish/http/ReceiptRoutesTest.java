package io.wiredesk.publish.http;

import static io.wiredesk.publish.NewsItems.NOON;
import static io.wiredesk.publish.NewsItems.URI;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.publish.PublishSettings;
import io.wiredesk.publish.Published;
import io.wiredesk.publish.feed.ItemJson;
import io.wiredesk.publish.index.PublicIndex;
import io.wiredesk.publish.receipt.ReceiptBook;
import io.wiredesk.publish.search.SearchIndex;
import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.HttpServer;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.Settings;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.Receipt;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReceiptRoutesTest {

  private static final Clock CLOCK = Clock.fixed(NOON.plusSeconds(36_000), ZoneOffset.UTC);

  private final PublicIndex index = new PublicIndex(5, CLOCK);
  private final SearchIndex search = SearchIndex.inMemory(CLOCK);
  private final ReceiptBook book = new ReceiptBook(5);
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final Metrics metrics = new Metrics("publish");
  private final HttpServer server = serve();

  @AfterEach
  void stop() {
    server.close();
    search.close();
    metrics.close();
  }

  @Test
  void aReceiptForAKillIsOnTheLogAndShown() throws Exception {
    kill();
    HttpResponse<String> answer = post("{\"consumer\":\"cms\",\"sequence\":2,\"note\":\"Off.\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(keys).containsExactly("news.receipts cms " + URI);
    book.put(new Receipt("archive", "urn:test:other", 1L, NOON.minusSeconds(60), null));
    JsonNode shown = new ObjectMapper().readTree(get().body());
    assertThat(shown.at("/state").asText()).isEqualTo("CANCELED");
    assertThat(shown.at("/receipts/0/consumer").asText()).isEqualTo("cms");
    assertThat(shown.at("/receipts/0/note").asText()).isEqualTo("Off.");
    assertThat(shown.at("/receipts/0/actedAt").asText()).isEqualTo("2026-03-01T22:00:00Z");
    assertThat(shown.at("/owing")).hasSize(1);
    assertThat(shown.at("/owing/0").asText()).isEqualTo("archive");
  }

  @Test
  void thereIsNothingToActOnWhereNothingWasTakenBack() throws Exception {
    index.caughtUp();
    assertThat(post("{\"consumer\":\"cms\",\"sequence\":1}").statusCode()).isEqualTo(404);
    assertThat(get().statusCode()).isEqualTo(404);
    index.put(new ItemJson().show(Published.story(URI, 1), 0, 0));
    assertThat(post("{\"consumer\":\"cms\",\"sequence\":1}").statusCode()).isEqualTo(409);
    assertThat(get().statusCode()).isEqualTo(200);
    assertThat(keys).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"sequence\":2}",
        "{\"consumer\":\"two words\",\"sequence\":2}",
        "{\"consumer\":\"cms\"}",
        "{\"consumer\":\"cms\",\"sequence\":0}",
        "{\"consumer\":\"cms\",\"sequence\":\"2\"}",
        "{\"consumer\":\"cms\",\"sequence\":2,\"note\":7}",
        "{\"consumer\":\"cms\",\"sequence\":2,\"notes\":\"x\"}"
      })
  void whatIsNoReceiptIsRefusedInOneSentence(String body) throws Exception {
    kill();
    HttpResponse<String> answer = post(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"error\":\"");
    assertThat(keys).isEmpty();
  }

  @Test
  void aStateThatIsNotKnownYetIsNotAcknowledged() throws Exception {
    kill();
    assertThat(post("{\"consumer\":\"cms\",\"sequence\":3}").statusCode()).isEqualTo(409);
  }

  private void kill() {
    index.put(new ItemJson().show(Published.takenBack(URI, PublicState.CANCELED, 2), 0, 0));
    index.caughtUp();
  }

  private HttpServer serve() {
    Settings settings =
        Settings.load(
            PublishSettings.definition(),
            PublishSettings.SERVICE,
            Map.of("publish.http.port", "0"),
            Map.of());
    DurableLog log =
        new DurableLog() {
          @Override
          public LogPosition append(String topic, String key, SpecificRecord value) {
            keys.add(topic + " " + key);
            book.put((Receipt) value);
            return new LogPosition(topic, 0, 0);
          }

          @Override
          public void close() {}
        };
    return HttpServer.start(
        settings,
        PublishSettings.SERVICE,
        new Health(),
        metrics,
        config -> {
          new ReceiptRoutes(index, book, log, CLOCK).addTo(config);
          new ItemRoutes(search, new ItemJson(), new OutputRoutes(search, Clock.systemUTC()))
              .addTo(config);
        });
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(java.net.URI.create(server.url() + "/items/" + URI + "/receipts"))
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> post(String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(request().POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get() throws Exception {
    return HttpClient.newHttpClient().send(request().build(), BodyHandlers.ofString());
  }
}
