package io.wiredesk.publish.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.publish.Published;
import io.wiredesk.publish.desk.DeskSet;
import io.wiredesk.publish.desk.DesksFile;
import io.wiredesk.schemas.PublishedItem;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeskRoutesTest {

  private final PublicSite site = new PublicSite(5);

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void listsDesksWithWhatIsWrong() throws Exception {
    desks("desks: [{name: one, title: The one, query: ferry}, {name: two, query: sank}]");
    desks(
        """
        desks:
          - {name: one, title: The one, query: [ferry, boat]}
          - {name: two, query: 'sank AND'}
          - {name: three, query: '*ank'}
          - {query: x}
        """);
    site.ready().put(on("urn:test:a", "one")).put(on("urn:test:b", "one", "two"));
    JsonNode answer = site.json("/desks");
    assertThat(answer.path("desks").findValuesAsText("name"))
        .containsExactly("one", "three", "two");
    assertThat(answer.path("desks").findValuesAsText("state"))
        .containsExactly("running", "refused", "running as before");
    assertThat(answer.path("desks").findValuesAsText("items")).containsExactly("2", "0", "1");
    assertThat(answer.at("/desks/0/queries/1").asText()).isEqualTo("boat");
    assertThat(answer.at("/desks/0/topic").asText()).isEqualTo("news.desk.one");
    assertThat(answer.at("/desks/2/queries/0").asText()).isEqualTo("sank");
    assertThat(answer.at("/desks/2/error").asText()).startsWith("line 3: At character ");
    assertThat(answer.at("/errors/0").asText()).isEqualTo("line 5: A desk has no name.");
  }

  @Test
  void itemsOfADeskAreAFilterOfTheList() throws Exception {
    desks("desks: [{name: one, query: ferry}]");
    site.ready().put(on("urn:test:a", "one")).put(on("urn:test:b", "two"));
    assertThat(site.get("/desks/one/items?limit=3").headers().firstValue("Location").orElseThrow())
        .endsWith("/items?desk=one&limit=3");
    JsonNode list = site.json("/items?desk=one&limit=3");
    assertThat(list.path("items").findValuesAsText("uri")).containsExactly("urn:test:a");
  }

  @Test
  void unknownDeskIsNotFound() throws Exception {
    desks("desks: []");
    site.ready();
    assertThat(site.get("/desks/none").statusCode()).isEqualTo(404);
    assertThat(site.get("/desks/none/items").statusCode()).isEqualTo(404);
    assertThat(site.json("/desks").path("desks")).isEmpty();
  }

  @Test
  void nothingIsShownBeforeEverythingWasRead() throws Exception {
    assertThat(site.get("/desks").statusCode()).isEqualTo(503);
  }

  private void desks(String file) {
    site.desks.replace(DeskSet.of(DesksFile.parse(file), site.desks.current()));
  }

  private static PublishedItem on(String uri, String... desks) {
    PublishedItem item = Published.story(uri, 1);
    item.setDesks(List.of(desks));
    return item;
  }
}
