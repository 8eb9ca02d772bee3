package io.wiredesk.wire.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.wire.time.DayOrder;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedProfileTest {

  @Test
  void allKeysMayBeLeftOut() {
    assertThat(FeedProfile.of("npa", Map.of())).isEqualTo(FeedProfile.standard("npa"));
    assertThat(FeedProfile.standard("npa").zone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void readsEveryKey() {
    FeedProfile profile =
        FeedProfile.of(
            "npa-sport",
            Map.of(
                "provider", "NPA",
                "timeZone", "Europe/Madrid",
                "language", "es",
                "urgencies", Map.of("b", 1, 2, 3),
                "categories", Map.of("s", "medtop:15000000"),
                "sections", Map.of("Política", "politics"),
                "killPhrases", List.of("BAJA DEFINITIVA"),
                "id", Map.of("pattern", "^(.*)-v\\d+$", "uri", "urn:npa:{id}")));
    assertThat(profile.provider()).isEqualTo("NPA");
    assertThat(profile.zone()).isEqualTo(ZoneId.of("Europe/Madrid"));
    assertThat(profile.language()).isEqualTo("es");
    assertThat(profile.urgencies()).isEqualTo(Map.of("B", 1, "2", 3));
    assertThat(profile.categories())
        .isEqualTo(Map.of("S", "medtop:15000000", "POLÍTICA", "politics"));
    assertThat(profile.killPhrases()).containsExactly("BAJA DEFINITIVA");
    assertThat(profile.idRule()).isNotNull();
    assertThat(profile.idRule().uri("story-v2", Map.of())).contains("urn:npa:story");
  }

  @Test
  void saysHowTimesAreWritten() {
    FeedProfile profile =
        FeedProfile.of(
            "xin", Map.of("zones", Map.of("cst", "Asia/Shanghai"), "dayOrder", "month-first"));
    assertThat(profile.time().zones()).isEqualTo(Map.of("CST", ZoneId.of("Asia/Shanghai")));
    assertThat(profile.time().dayOrder()).isEqualTo(DayOrder.MONTH_FIRST);
    assertThat(profile.in(ZoneId.of("Asia/Tokyo"), Claims.NONE).zone())
        .isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThatThrownBy(() -> FeedProfile.of("xin", Map.of("zones", Map.of("CST", "Mars"))))
        .hasMessageContaining("zones.CST: 'Mars' is not a zone of the tz database");
  }

  @Test
  void theNodesZoneCountsOnlyWhereTheProfileHasNone() {
    FeedProfiles profiles = new FeedProfiles(ZoneId.of("Asia/Tokyo"));
    profiles.know(Map.of("a", FeedProfile.of("a", Map.of("timeZone", "Europe/Madrid"))));
    assertThat(profiles.apply("a").zone()).isEqualTo(ZoneId.of("Europe/Madrid"));
    assertThat(profiles.apply("b").zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
  }

  @Test
  void urgencyFollowsTheProvidersScaleThenTheNumber() {
    FeedProfile profile = FeedProfile.of("npa", Map.of("urgencies", Map.of("1", 4, "flash", 1)));
    assertThat(profile.urgency(" Flash ")).isEqualTo(1);
    assertThat(profile.urgency("1")).isEqualTo(4);
    assertThat(profile.urgency("3")).isEqualTo(3);
    assertThat(profile.urgency("0")).isNull();
    assertThat(profile.urgency("routine")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timezone | Europe/Madrid | timezone: no such key",
        "dayOrder | year-first | dayOrder: 'year-first' is not day-first or month-first",
        "timeZone | Europe/Atlantis | timeZone: 'Europe/Atlantis' is not a zone",
        "language | klingonisch | language: 'klingonisch' is not a BCP 47 tag",
        "urgencies | 3 | urgencies: '3' is not a mapping",
        "killPhrases | KILL | killPhrases: 'KILL' is not a list",
        "takesWait | soon | takesWait: 'soon' is not a time of at most a day",
        "provider |  | "
      })
  void saysWhichKeyIsWrong(String key, String value, String message) {
    if (message == null) {
      assertThat(FeedProfile.of("npa", Map.of(key, "")).provider()).isNull();
      return;
    }
    refused(Map.of(key, value), message);
  }

  @Test
  void saysWhichEntryIsWrong() {
    refused(Map.of("urgencies", Map.of("B", 12)), "urgencies.B: '12' is not an urgency");
    refused(Map.of("categories", Map.of("z", "gossip")), "categories.z: 'gossip' is not a Media");
    refused(Map.of("sections", Map.of("Ocio", List.of())), "sections.Ocio: '[]' is not a text");
    refused(Map.of("killPhrases", List.of("X")), "killPhrases: 'X' is not phrases of three");
    refused(Map.of("id", Map.of("from", "uri")), "id.uri: 'null' is not a URI with {id}");
    refused(Map.of("id", Map.of("url", "x")), "id.url: no such key; from, pattern, uri");
    refused(Map.of("id", Map.of("uri", "urn:a:{slug}")), "id.uri: {slug} is unknown");
    refused(Map.of("id", Map.of("uri", "{id}")), "id.uri: '{id}' is no URI");
    refused(Map.of("id", Map.of("uri", "urn:a:{id}", "from", "body")), "id.from: 'body' is no");
    refused(
        Map.of("id", Map.of("uri", "urn:a:{id}", "pattern", "(")),
        "id.pattern: '(' is no regular expression");
  }

  private static void refused(Map<String, ?> settings, String message) {
    assertThatThrownBy(() -> FeedProfile.of("npa", settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }
}
