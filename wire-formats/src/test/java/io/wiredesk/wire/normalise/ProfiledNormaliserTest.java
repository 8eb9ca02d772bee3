package io.wiredesk.wire.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.WireReader;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.profile.FeedProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a provider's conventions change, from bytes to the record. */
class ProfiledNormaliserTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-14T12:00:00Z");
  private static final String STORY =
      """
      {"uri": "urn:x:story-77-v3", "version": "3", "type": "text", "language": "es",
       "versioncreated": "2026-03-14T10:00:00", "urgency": "B", "headline": "Lluvia en el norte",
       "slugline": "LLUVIA/NORTE", "altids": {"tema": "T-77"},
       "subject": [{"name": "Meteo"}, {"code": "dep", "scheme": "cat"}],
       "body_text": "La lluvia no cesa en el norte."}
      """;

  @Test
  void urgencyScaleAppliesToEveryFormat() {
    assertThat(read(STORY, Map.of("urgencies", Map.of("B", 2))).getUrgency()).isEqualTo(2);
    NewsItem unknown = read(STORY, Map.of());
    assertThat(unknown.getUrgency()).isNull();
    assertThat(unknown.getExtras()).containsEntry("urgency", "B");
  }

  @Test
  void timesWithoutZoneAreTheProviders() {
    assertThat(read(STORY, Map.of("timeZone", "America/Bogota")).getVersionCreated())
        .isEqualTo(Instant.parse("2026-03-14T15:00:00Z"));
  }

  @Test
  void categoriesAndSectionsBecomeMediaTopics() {
    NewsItem item =
        read(
            STORY,
            Map.of("sections", Map.of("meteo", "weather"), "categories", Map.of("DEP", "sport")));
    assertThat(item.getSubjects())
        .extracting(Concept::getUri)
        .containsExactly(
            "http://cv.iptc.org/newscodes/mediatopic/17000000",
            "http://cv.iptc.org/newscodes/mediatopic/15000000");
  }

  @Test
  void killPhraseOfTheProviderKills() {
    String kill = STORY.replace("Lluvia en el norte", "Baja definitiva: Lluvia en el norte");
    assertThat(read(kill, Map.of()).getPubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(read(kill, Map.of("killPhrases", List.of("BAJA DEFINITIVA"))).getPubStatus())
        .isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void idRuleKeepsOneUriOverAllRevisions() {
    Map<String, ?> rule =
        Map.of("id", Map.of("pattern", "^urn:x:(.+)-v\\d+$", "uri", "urn:newsml:x.example:{id}"));
    NewsItem third = read(STORY, rule);
    NewsItem fourth = read(STORY.replace("77-v3", "77-v4"), rule);
    assertThat(third.getUri()).isEqualTo("urn:newsml:x.example:story-77");
    assertThat(fourth.getUri()).isEqualTo(third.getUri());
    assertThat(third.getSource().getIdentityRule()).isEqualTo("feed-profile");
    assertThat(third.getAltIds()).anyMatch(id -> id.getValue().equals("urn:x:story-77-v3"));
  }

  @Test
  void idRuleReadsOtherFields() {
    assertThat(uri("altIds.tema", "urn:x:{provider}:{id}")).isEqualTo("urn:x:npa:T-77");
    assertThat(uri("slugline", "urn:x:{day}:{id}")).isEqualTo("urn:x:20260314:LLUVIA/NORTE");
    assertThat(uri("fileName", "urn:x:{id}")).isEqualTo("urn:x:n77.json");
  }

  @Test
  void idRuleThatDoesNotFitLeavesTheStandardRules() {
    assertThat(uri("altIds.none", "urn:x:{id}")).isEqualTo("urn:x:story-77-v3");
    assertThat(uri("slugline", "urn:x:{sequence}:{id}")).isEqualTo("urn:x:story-77-v3");
  }

  private static String uri(String from, String template) {
    return read(STORY, Map.of("id", Map.of("from", from, "uri", template))).getUri();
  }

  private static NewsItem read(String json, Map<String, ?> settings) {
    WireInput input =
        new WireInput(
            json.getBytes(StandardCharsets.UTF_8),
            null,
            "in/n77.json",
            RECEIVED,
            FeedProfile.of("npa", settings));
    WireReader.Result result =
        new WireReader(AllFormats.parsers()).read(input, WireReader.RawCoordinates.none());
    assertThat(result).isInstanceOf(WireReader.Result.Read.class);
    WireReader.Result.Read read = (WireReader.Result.Read) result;
    assertThat(read.format()).isEqualTo(WireFormat.NINJS);
    return read.items().get(0);
  }
}
