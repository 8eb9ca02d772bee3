package io.wiredesk.publish.http;

import static io.wiredesk.publish.NewsItems.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.publish.NewsItems;
import io.wiredesk.publish.Published;
import io.wiredesk.publish.output.OutputFormat;
import io.wiredesk.publish.output.Outputs;
import io.wiredesk.schemas.PublicState;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format is served for an item and for a query, by the ending of the path. */
class OutputRoutesTest {

  private static final Clock CLOCK = Clock.fixed(NOON.plusSeconds(7_200), ZoneOffset.UTC);
  private final PublicSite site = new PublicSite(100, CLOCK).ready();

  static Stream<String> formats() {
    return Outputs.all().stream().map(OutputFormat::extension);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void anItemIsTold(String format) throws Exception {
    site.put(Published.story("urn:test:a", 1));
    HttpResponse<String> answer = site.get("/items/urn:test:a." + format);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("urn:test:a").contains(NewsItems.COPY);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aKillIsToldWith410AndTheNotice(String format) throws Exception {
    site.put(Published.story("urn:test:a", 1));
    site.put(Published.takenBack("urn:test:a", PublicState.CANCELED, 2));
    HttpResponse<String> answer = site.get("/items/urn:test:a." + format);
    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.body()).contains("Because.").doesNotContain(NewsItems.COPY);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aSearchIsAListWithItsNotices(String format) throws Exception {
    site.put(Published.story("urn:test:a", 1));
    site.put(Published.story("urn:test:b", 2));
    site.put(Published.takenBack("urn:test:b", PublicState.CANCELED, 3));
    HttpResponse<String> answer = site.get("/search." + format + "?q=ferry");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("urn:test:a").contains("urn:test:b").contains("Because.");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aListGoesOnWithTheSameFormat(String format) throws Exception {
    for (int i = 0; i < 3; i++) {
      site.put(Published.story("urn:test:" + i, i));
    }
    String body = site.get("/search." + format + "?q=ferry&limit=2").body();
    if (!format.equals("g2")) { // a newsMessage has no word for it
      assertThat(body.replace("&amp;", "&")).contains("/search." + format + "?after=");
    }
  }

  @Test
  void whatIsNotThereIs404AndAWrongQuery400() throws Exception {
    assertThat(site.get("/items/urn:test:none.atom").statusCode()).isEqualTo(404);
    assertThat(site.get("/items/urn:test:none.pdf").statusCode()).isEqualTo(404);
    assertThat(site.get("/desks/none.atom").statusCode()).isEqualTo(404);
    assertThat(site.get("/search.atom?q=section:sprot").statusCode()).isEqualTo(400);
    assertThat(site.get("/search.atom?foo=1").statusCode()).isEqualTo(400);
  }
}
