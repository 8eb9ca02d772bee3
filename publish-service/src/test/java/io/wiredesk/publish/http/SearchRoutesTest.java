package io.wiredesk.publish.http;

import static io.wiredesk.publish.NewsItems.URI;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.publish.Published;
import io.wiredesk.schemas.PublicState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search by HTTP. */
final class SearchRoutesTest {

  private final PublicSite site = new PublicSite(3);

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void nothingIsFoundBeforeEverythingWasRead() throws Exception {
    site.put(Published.story(URI, 1));
    assertThat(site.get("/search?q=ferry").statusCode()).isEqualTo(503);
    assertThat(site.get("/search/like?uri=" + URI).statusCode()).isEqualTo(503);
  }

  @Test
  void findsWithFacetsHighlightsAndHowTheQueryWasRead() throws Exception {
    site.ready().put(Published.story(URI, 1, "disaster")).put(Published.story("urn:test:b", 2));
    JsonNode answer = site.json("/search?q=ferry+coast&facets=section,provider,day");
    assertThat(answer.path("readAs").asText()).isEqualTo("ferry AND coast");
    assertThat(answer.path("total").asInt()).isEqualTo(2);
    assertThat(answer.at("/facets/section/0/value").asText()).isEqualTo("disaster");
    assertThat(answer.at("/facets/provider/0/items").asInt()).isEqualTo(2);
    assertThat(answer.path("wiredesk").path(URI).at("/highlights/text/0/marks")).hasSize(2);
    JsonNode narrowed = site.json("/search?q=ferry&section=disaster");
    assertThat(uris(narrowed)).containsExactly(URI);
    assertThat(site.json("/search?q=football").path("items")).isEmpty();
  }

  @Test
  void stretchesLoseNothingWhileItemsArrive() throws Exception {
    site.ready();
    for (int i = 1; i <= 7; i++) {
      site.put(Published.story("urn:test:" + i, i));
    }
    for (String order : List.of("time", "relevance")) {
      List<String> seen = new ArrayList<>();
      String next = "/search?q=ferry&limit=3&order=" + order;
      for (int page = 0; !next.isEmpty(); page++) {
        JsonNode answer = site.json(next);
        seen.addAll(uris(answer));
        next = answer.path("next").asText();
        if (order.equals("time")) {
          site.put(Published.story("urn:test:later" + page, 100 + page));
        }
      }
      assertThat(seen).contains("urn:test:1", "urn:test:7").doesNotHaveDuplicates();
      assertThat(seen).hasSize(order.equals("time") ? 7 : 10);
    }
  }

  @Test
  void noticesStandBesideAndAreNeverCounted() throws Exception {
    site.ready().put(Published.story(URI, 1)).put(Published.story("urn:test:b", 2));
    site.put(Published.takenBack(URI, PublicState.CANCELED, 2));
    JsonNode answer = site.json("/search?q=ferry");
    assertThat(answer.path("total").asInt()).isEqualTo(1);
    assertThat(uris(answer)).containsExactly("urn:test:b");
    assertThat(answer.path("notices").findValuesAsText("uri")).containsExactly(URI);
    assertThat(site.get("/search/like?uri=" + URI).statusCode()).isEqualTo(404);
  }

  @Test
  void findsWhatIsAboutTheSame() throws Exception {
    site.ready().put(Published.story(URI, 1));
    for (int i = 0; i < 9; i++) {
      site.put(Published.story("urn:test:" + i, 2));
    }
    JsonNode answer = site.json("/search/like?uri=" + URI + "&limit=3");
    assertThat(uris(answer)).doesNotContain(URI);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=section:sprot",
        "q=a+OR",
        "facets=colour",
        "order=best",
        "after=1.2.3.4",
        "after=.12.e30&order=relevance",
        "limit=0",
        "query=ferry",
        "versions=all"
      })
  void whatIsWrongIsRefusedInOneSentence(String parameters) throws Exception {
    site.ready();
    var answer = site.get("/search?" + parameters);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"error\":\"");
  }

  private static List<String> uris(JsonNode answer) {
    List<String> uris = new ArrayList<>();
    answer.path("items").forEach(item -> uris.add(item.path("uri").asText()));
    return uris;
  }
}
