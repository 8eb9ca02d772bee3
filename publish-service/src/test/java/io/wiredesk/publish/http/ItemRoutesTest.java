package io.wiredesk.publish.http;

import static io.wiredesk.publish.NewsItems.COPY;
import static io.wiredesk.publish.NewsItems.NOON;
import static io.wiredesk.publish.NewsItems.URI;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.publish.NewsItems;
import io.wiredesk.publish.Published;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ItemRoutesTest {

  private final PublicSite site = new PublicSite(3);

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void nothingIsShownBeforeEverythingWasRead() throws Exception {
    site.put(Published.story(URI, 1));
    HttpResponse<String> list = site.get("/items");
    assertThat(list.statusCode()).isEqualTo(503);
    assertThat(list.body()).contains("\"error\"").doesNotContain(COPY);
    assertThat(site.get("/items/" + URI).statusCode()).isEqualTo(503);
    assertThat(site.get("/stream").statusCode()).isEqualTo(503);
  }

  @Test
  void listIsNewestFirstInStretchesThatStayPut() throws Exception {
    site.ready();
    for (int i = 1; i <= 5; i++) {
      site.put(Published.story("urn:test:" + i, i));
    }
    JsonNode first = site.json("/items?limit=2");
    site.put(Published.story("urn:test:new", 60));
    JsonNode second = site.json(first.get("next").asText());
    assertThat(uris(first)).containsExactly("urn:test:5", "urn:test:4");
    assertThat(uris(second)).containsExactly("urn:test:3", "urn:test:2");
    JsonNode third = site.json(second.get("next").asText());
    assertThat(uris(third)).containsExactly("urn:test:1");
    assertThat(third.get("next")).isNull();
  }

  @Test
  void itemAndWhatWiredeskKnowsStandSideBySide() throws Exception {
    site.ready().put(Published.story(URI, 1, "disaster"));
    JsonNode list = site.json("/items");
    assertThat(list.at("/items/0/headlines/0/value").asText()).contains(COPY);
    assertThat(list.at("/items/0/wiredesk").isMissingNode()).isTrue();
    JsonNode desk = list.get("wiredesk").get(URI);
    assertThat(desk.get("state").asText()).isEqualTo("PUBLISHED");
    assertThat(desk.at("/enrichment/sections/0/section").asText()).isEqualTo("disaster");
    assertThat(desk.at("/enrichment/entities/0/mentions/0/start").asInt()).isEqualTo(10);
    assertThat(list.toString()).doesNotContain(NewsItems.PRIVATE);
    assertThat(site.json("/items/" + URI).get("item")).isEqualTo(list.at("/items/0"));
  }

  @Test
  void filtersNarrow() throws Exception {
    site.ready()
        .put(Published.story("urn:test:a", 1, "disaster"))
        .put(Published.story("urn:test:b", 2, "sport"));
    assertThat(uris(site.json("/items?section=sport"))).containsExactly("urn:test:b");
    assertThat(uris(site.json("/items?section=sport&section=disaster"))).hasSize(2);
    assertThat(uris(site.json("/items?entity=FERROVIA&language=EN&provider=agy"))).hasSize(2);
    assertThat(uris(site.json("/items?entity=nobody"))).isEmpty();
    assertThat(uris(site.json("/items?section=sport&provider=other"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=201", "limit=x", "before=soon", "state=gone", "sections=sport"})
  void wrongParameterIsRefusedInOneSentence(String query) throws Exception {
    HttpResponse<String> answer = site.ready().get("/items?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"error\":\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"urn:test:ferry", "http://data.test.example/item/1?x=ä b&y=/..%2F", "a+b;c"})
  void anyUriCanBeAskedFor(String uri) throws Exception {
    site.ready().put(Published.story(uri, 1));
    HttpResponse<String> answer =
        site.get("/items/" + URLEncoder.encode(uri, StandardCharsets.UTF_8).replace("+", "%20"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void canceledIsGoneWithItsReasonAndWithoutCopy() throws Exception {
    site.ready()
        .put(Published.story(URI, 1))
        .put(Published.takenBack(URI, PublicState.CANCELED, 2));
    HttpResponse<String> one = site.get("/items/" + URI);
    assertThat(one.statusCode()).isEqualTo(410);
    assertThat(one.body()).contains("canceled and must not be used. Because.").doesNotContain(COPY);
    assertThat(uris(site.json("/items"))).isEmpty();
    assertThat(site.get("/items?state=any").body()).contains("\"CANCELED\"").doesNotContain(COPY);
  }

  @Test
  void withheldIsForbiddenWithoutCopy() throws Exception {
    site.ready()
        .put(Published.story(URI, 1))
        .put(Published.takenBack(URI, PublicState.WITHHELD, 2));
    HttpResponse<String> one = site.get("/items/" + URI);
    assertThat(one.statusCode()).isEqualTo(403);
    assertThat(one.body()).contains("withheld until further notice").doesNotContain(COPY);
    assertThat(uris(site.json("/items"))).isEmpty();
  }

  @Test
  void embargoedItemIsUnknownEvenIfItWereOnTheTopic() throws Exception {
    PublishedItem early = Published.story(URI, 1);
    early.getItem().setEmbargoedUntil(NOON.plus(Duration.ofHours(6)).plusMillis(1));
    site.ready().put(early);
    assertThat(site.get("/items/" + URI).statusCode()).isEqualTo(404);
    assertThat(site.get("/items?state=any").body()).doesNotContain(COPY).doesNotContain(URI);
  }

  @Test
  void olderStateOfAnItemReplacesNothing() throws Exception {
    site.ready()
        .put(Published.takenBack(URI, PublicState.CANCELED, 2))
        .put(Published.story(URI, 1));
    assertThat(site.get("/items/" + URI).statusCode()).isEqualTo(410);
  }

  @Test
  void pageLoadsNothingFromElsewhere() throws Exception {
    HttpResponse<String> page = site.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'self'");
    assertThat(page.body()).contains("lang=\"en\"").doesNotContain("http://", "https://");
    assertThat(site.get("/console/app.js").statusCode()).isEqualTo(200);
    assertThat(site.get("/console/wire/list.js").statusCode()).isEqualTo(200);
    assertThat(site.get("/console/icon.svg").statusCode()).isEqualTo(200);
    assertThat(site.get("/_static/lit/3.3.1/index.js").statusCode()).isEqualTo(200);
    assertThat(site.get("/console/ConsoleRoutes.class").statusCode()).isEqualTo(404);
  }

  private static List<String> uris(JsonNode list) {
    List<String> uris = new ArrayList<>();
    list.get("items").forEach(item -> uris.add(item.get("uri").asText()));
    return uris;
  }
}
