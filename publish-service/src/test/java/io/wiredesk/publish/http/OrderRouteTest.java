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
import io.wiredesk.publish.search.SearchIndex;
import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.HttpServer;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.Settings;
import io.wiredesk.schemas.Authority;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.TakenBack;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderRouteTest {

  private static final String KEY = "a key of the news desk";
  private static final String WITHHOLD =
      "{\"action\":\"withhold\",\"reason\":\"Name of a minor.\",\"by\":\"Ana\"}";

  private final Orders log = new Orders();
  private final PublicIndex index =
      new PublicIndex(5, Clock.fixed(NOON.plusSeconds(3600), ZoneOffset.UTC));
  private final SearchIndex search =
      SearchIndex.inMemory(Clock.fixed(NOON.plusSeconds(3600), ZoneOffset.UTC));
  private final Metrics metrics = new Metrics("publish");
  private boolean open = true;
  private HttpServer server = serve("", "127.0.0.1");

  @AfterEach
  void stop() {
    server.close();
    search.close();
    metrics.close();
  }

  @Test
  void anOrderIsOnTheLogWithWhoAndWhen() throws Exception {
    HttpResponse<String> answer = order(URI, WITHHOLD);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(log.orders)
        .containsExactly(
            GateOrder.newBuilder()
                .setUri(URI)
                .setAction(OrderAction.WITHHOLD)
                .setBy("Ana")
                .setByHand(true)
                .setAt(NOON)
                .setReason("Name of a minor.")
                .build());
    JsonNode json = new ObjectMapper().readTree(answer.body());
    assertThat(json.get("topic").asText()).isEqualTo("news.orders");
    assertThat(json.get("partition").asInt()).isEqualTo(3);
    assertThat(json.get("offset").asLong()).isZero();
    assertThat(json.get("at").asText()).isEqualTo("2026-03-01T12:00:00Z");
  }

  @Test
  void ofTwoOrdersWithinAMillisecondTheSecondIsLater() throws Exception {
    order(URI, WITHHOLD);
    order(URI, WITHHOLD.replace("withhold", "release"));
    assertThat(log.orders).extracting(GateOrder::getAt).containsExactly(NOON, NOON.plusMillis(1));
  }

  @Test
  void anEmbargoEndsAtTheInstantInAnyZone() throws Exception {
    assertThat(order(URI, embargo("2026-03-01T18:00+02:00")).statusCode()).isEqualTo(202);
    assertThat(log.orders.get(0).getUntil()).isEqualTo(Instant.parse("2026-03-01T16:00:00Z"));
    assertThat(log.orders.get(0).getAction()).isEqualTo(OrderAction.EMBARGO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://data.test.example/item/1?x=ä b&y=/..%2F", "a+b;c", "x/orders"})
  void anyUriCanBeOrdered(String uri) throws Exception {
    HttpResponse<String> answer = order(uri, WITHHOLD);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(log.keys).containsExactly(uri);
  }

  @Test
  void theAnswerSaysWhetherTheItemIsPublicHere() throws Exception {
    assertThat(order(URI, WITHHOLD).body()).contains("still being read");
    index.put(new ItemJson().show(Published.story(URI, 1), 0, 0));
    index.caughtUp();
    assertThat(order(URI, WITHHOLD).body()).contains("The item was PUBLISHED");
    assertThat(order("urn:test:typo", WITHHOLD).body()).contains("check the uri");
    assertThat(log.orders).hasSize(3);
  }

  @Test
  void anOrderWithoutEffectSaysSo() throws Exception {
    index.put(new ItemJson().show(Published.story(URI, 1), 0, 0));
    index.caughtUp();
    String release = WITHHOLD.replace("withhold", "release");
    String kill = WITHHOLD.replace("withhold", "kill");
    assertThat(order(URI, release).body()).contains("nothing to release", "no effect");
    assertThat(order("urn:test:typo", release).body()).contains("no effect");
    assertThat(order("urn:test:typo", kill).body())
        .contains("check the uri", "stays back until a release by hand");
    PublishedItem killed = Published.takenBack(URI, PublicState.CANCELED, 2);
    killed.setTakenBack(TakenBack.newBuilder().setBy(Authority.HAND).build());
    index.put(new ItemJson().show(killed, 0, 1));
    assertThat(order(URI, kill).body()).contains("no effect now");
    killed.setTakenBack(TakenBack.newBuilder().setBy(Authority.WIRE).build());
    index.put(new ItemJson().show(killed, 0, 2));
    assertThat(order(URI, release).body()).contains("only the provider brings it back");
  }

  @Test
  void anOrderSaysWhichKillItSettlesAndThatTheHeadlineIsNotToBeRepeated() throws Exception {
    String kill =
        "{\"action\":\"kill\",\"reason\":\"r\",\"by\":\"Ana\",\"resolves\":\"urn:k\","
            + "\"withoutHeadline\":true}";
    assertThat(order(URI, kill).statusCode()).isEqualTo(202);
    assertThat(log.orders.get(0).getResolves()).isEqualTo("urn:k");
    assertThat(log.orders.get(0).getWithoutHeadline()).isTrue();
    assertThat(order(URI, kill.replace("kill\"", "embargo\"")).statusCode()).isEqualTo(400);
    assertThat(order(URI, kill.replace("kill\"", "release\"")).statusCode()).isEqualTo(400);
    assertThat(order(URI, kill.replace("true", "\"yes\"")).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kill it",
        "[]",
        "{\"action\":\"kill\",\"reason\":\"r\",\"by\":\"Ana\"} {}",
        "{\"reason\":\"r\",\"by\":\"Ana\"}",
        "{\"action\":\"corrected\",\"reason\":\"r\",\"by\":\"Ana\"}",
        "{\"action\":\"kill\",\"by\":\"Ana\"}",
        "{\"action\":\"kill\",\"reason\":\" \",\"by\":\"Ana\"}",
        "{\"action\":\"kill\",\"reason\":\"two\\nlines\",\"by\":\"Ana\"}",
        "{\"action\":\"kill\",\"reason\":\"r\",\"by\":7}",
        "{\"action\":\"kill\",\"reason\":\"r\"}",
        "{\"action\":\"kill\",\"reason\":\"r\",\"by\":\"Ana\",\"untill\":\"x\"}",
        "{\"action\":\"kill\",\"reason\":\"r\",\"by\":\"Ana\",\"until\":\"2026-05-01T06:00:00Z\"}",
        "{\"action\":\"embargo\",\"reason\":\"r\",\"by\":\"Ana\"}",
        "{\"action\":\"embargo\",\"reason\":\"r\",\"by\":\"Ana\",\"until\":\"2026-05-01T06:00\"}",
        "{\"action\":\"embargo\",\"reason\":\"r\",\"by\":\"Ana\",\"until\":\"2026-03-01T12:00:00Z\"}"
      })
  void whatIsNoOrderIsRefusedInOneSentence(String body) throws Exception {
    HttpResponse<String> answer = order(URI, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"error\":\"");
    assertThat(log.orders).isEmpty();
  }

  @Test
  void nothingIsPromisedWhileTheBrokerIsAwayOrTheServiceStarts() throws Exception {
    log.away = true;
    HttpResponse<String> answer = order(URI, WITHHOLD);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    log.away = false;
    open = false;
    assertThat(order(URI, WITHHOLD).statusCode()).isEqualTo(503);
    assertThat(log.orders).isEmpty();
  }

  @Test
  void aKeyThatIsSetIsAskedFor() throws Exception {
    restart(KEY, "127.0.0.1");
    HttpResponse<String> without = order(URI, WITHHOLD);
    assertThat(without.statusCode()).isEqualTo(401);
    assertThat(without.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(send(request(URI, WITHHOLD).header("Authorization", "Bearer wrong")).statusCode())
        .isEqualTo(403);
    assertThat(log.orders).isEmpty();
    assertThat(send(request(URI, WITHHOLD).header("Authorization", "Bearer " + KEY)).statusCode())
        .isEqualTo(202);
  }

  @Test
  void ordersAreSwitchedOffWhereOthersCanReachAServiceWithoutAKey() throws Exception {
    restart("", "0.0.0.0");
    HttpResponse<String> answer = order(URI, WITHHOLD);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("PUBLISH_ORDERS_KEY");
    restart(KEY, "0.0.0.0");
    assertThat(send(request(URI, WITHHOLD).header("Authorization", "bearer " + KEY)).statusCode())
        .isEqualTo(202);
  }

  @Test
  void aWebPageCannotOrderThroughABrowserOfThisMachine() throws Exception {
    HttpRequest form =
        HttpRequest.newBuilder(uri(URI))
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(WITHHOLD))
            .build();
    assertThat(HttpClient.newHttpClient().send(form, BodyHandlers.ofString()).statusCode())
        .isEqualTo(415);
    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", server.port())) {
      String rebound =
          "POST /items/x/orders HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n"
              + "Content-Type: application/json\r\nContent-Length: "
              + WITHHOLD.length()
              + "\r\n\r\n"
              + WITHHOLD;
      socket.getOutputStream().write(rebound.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 403");
    }
    assertThat(log.orders).isEmpty();
  }

  private void restart(String key, String host) {
    server.close();
    server = serve(key, host);
  }

  private HttpServer serve(String key, String host) {
    Settings settings =
        Settings.load(
            PublishSettings.definition(),
            PublishSettings.SERVICE,
            Map.of("publish.http.port", "0", "publish.http.host", host),
            Map.of());
    OrderRoute route =
        new OrderRoute(
            new OrderAccess(new Password(key), host),
            log,
            index,
            Clock.fixed(NOON, ZoneOffset.UTC),
            () -> open);
    return HttpServer.start(
        settings,
        PublishSettings.SERVICE,
        new Health(),
        metrics,
        config -> {
          route.addTo(config);
          new ItemRoutes(search, new ItemJson(), new OutputRoutes(search, Clock.systemUTC()))
              .addTo(config);
        });
  }

  private static String embargo(String until) {
    return "{\"action\":\"embargo\",\"reason\":\"Results.\",\"by\":\"Ana\",\"until\":\""
        + until
        + "\"}";
  }

  private HttpResponse<String> order(String uri, String body) throws Exception {
    return send(request(uri, body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String uri, String body) {
    return HttpRequest.newBuilder(uri(uri))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private java.net.URI uri(String uri) {
    String encoded = URLEncoder.encode(uri, StandardCharsets.UTF_8).replace("+", "%20");
    return java.net.URI.create(
        "http://127.0.0.1:" + server.port() + "/items/" + encoded + "/orders");
  }

  /** The log of orders in memory. */
  private static final class Orders implements DurableLog {
    final List<GateOrder> orders = new CopyOnWriteArrayList<>();
    final List<String> keys = new CopyOnWriteArrayList<>();
    volatile boolean away;

    @Override
    public LogPosition append(String topic, String key, SpecificRecord value) {
      if (away) {
        throw new TimeoutException("broker is away");
      }
      orders.add((GateOrder) value);
      keys.add(key);
      return new LogPosition(topic, 3, orders.size() - 1L);
    }

    @Override
    public void close() {}
  }
}
