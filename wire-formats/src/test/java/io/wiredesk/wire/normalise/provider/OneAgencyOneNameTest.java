package io.wiredesk.wire.normalise.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.WireReader;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.profile.FeedProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Promise: one agency has one name and one uri, and what is not known is not guessed. */
class OneAgencyOneNameTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-14T12:00:00Z");
  private static final WireReader READER = new WireReader(AllFormats.parsers());
  private static final String AFP = "http://www.wikidata.org/entity/Q40464";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Agence France-Presse | en | AFP",
        "agence france presse | fr | AFP",
        "afp.com | en | AFP",
        "https://www.afp.com/en/news | en | AFP",
        "desk@news.afp.com | en | AFP",
        "The Associated Press | en | AP",
        "AP | xx | AP",
        "dpa/lby | de | dpa",
        "DPA | de | dpa",
        "Deutsche Presse-Agentur GmbH | de | dpa",
        "dpa-AFX | de | dpa-AFX",
        "Agencia EFE | es | EFE",
        "Press Trust of India | en | PTI",
        "ITAR-TASS | en | TASS",
        "ТАСС | ru | TASS",
        "新华社 | zh | Xinhua",
        "Kyodo News | en | Kyodo",
        "Anadolu Ajansı | tr | Anadolu",
        "CTK | cs | ČTK",
        "ČTK | cs | ČTK",
        "APA | de | APA",
        "ATS | fr | Keystone-SDA",
        "The Canadian Press | en | CP",
        "Tidningarnas Telegrambyrå | sv | TT",
        "Agência Brasil | pt | Agência Brasil",
        "Agencia Brasil | pt | Agência Brasil",
        "Reuters: World News | en | Reuters",
        "ANSA.it - Cronaca | it | ANSA",
        "Bloomberg News | en | Bloomberg"
      })
  void isCalledByItsOneName(String written, String language, String name) {
    NewsItem item = item(written, language, Map.of());
    assertThat(item.getSource().getProvider()).isEqualTo(name);
    assertThat(item.getInfoSources())
        .filteredOn(source -> name.equals(source.getName()))
        .extracting(Concept::getUri)
        .containsExactly(Agencies.table().named(name).orElseThrow().uri());
    assertThat(item.getInfoSources()).extracting(Concept::getName).contains(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "APA | az",
        "APA | ",
        "CP | es",
        "PA | es",
        "Halia Wire | en",
        "AP Moller | en",
        "afp.com.evil.example | en",
        "AP - Andhra Pradesh | en",
        "Reuter | en",
        "dpa picture alliance friends | de"
      })
  void whatIsNotKnownStaysAsItIs(String written, String language) {
    NewsItem item = item(written, language, Map.of());
    assertThat(item.getSource().getProvider()).isEqualTo(written);
    assertThat(item.getInfoSources()).extracting(Concept::getUri).containsOnlyNulls();
  }

  @Test
  void theProfileGoesBeforeTheTable() {
    NewsItem own = item("AP", "en", Map.of("providers", Map.of("AP", "Andhra Post")));
    assertThat(own.getSource().getProvider()).isEqualTo("Andhra Post");
    NewsItem named = item("Agence France-Presse", "en", Map.of("providers", Map.of("AFP", "x")));
    assertThat(named.getSource().getProvider()).isEqualTo("AFP");
    NewsItem sign = item("APA", "en", Map.of("provider", "Austria Presse Agentur"));
    assertThat(sign.getSource().getProvider()).isEqualTo("APA");
    assertThat(sign.getInfoSources())
        .extracting(Concept::getUri)
        .contains("http://www.wikidata.org/entity/Q680662");
  }

  @Test
  void whereTheWireDoesNotSayDomainAndSignDo() {
    NewsItem domain = story("{'uri': 'tag:reuters.com,2026:x', 'headline': 'Rain', %s}");
    assertThat(domain.getSource().getProvider()).isEqualTo("Reuters");
    NewsItem sign = story("{'uri': 'urn:x:1', 'headline': 'Rain', %s}");
    assertThat(sign.getSource().getProvider()).isEqualTo("ANI");
    assertThat(sign.getInfoSources())
        .extracting(Concept::getUri)
        .containsExactly("urn:wiredesk:provider:ani");
  }

  @Test
  void theWiresOwnSpellingIsKeptAsCredit() {
    NewsItem item = item("Agence France-Presse", "en", Map.of());
    assertThat(item.getInfoSources())
        .filteredOn(source -> "AFP".equals(source.getName()))
        .extracting(Concept::getUri)
        .containsExactly(AFP);
    assertThat(item.getInfoSources())
        .filteredOn(source -> "Agence France-Presse".equals(source.getName()))
        .hasSize(1);
  }

  private static NewsItem story(String json) {
    String text = "'body_text': 'It rained in Delhi on Monday, the weather office said. (ANI)'";
    return read(json.formatted(text).replace('\'', '"'), Map.of());
  }

  private static NewsItem item(String provider, String language, Map<String, ?> profile) {
    String lang = language == null ? "" : "\"language\": \"" + language + "\", ";
    return read(
        "{\"uri\": \"urn:x:1\", \"headline\": \"Rain\", "
            + lang
            + "\"body_text\": \"It rained all day long.\", \"provider\": \""
            + provider
            + "\"}",
        profile);
  }

  private static NewsItem read(String json, Map<String, ?> profile) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    FeedProfile feed = FeedProfile.of("feed", new HashMap<>(profile));
    WireReader.Result result =
        READER.read(
            new WireInput(bytes, null, null, RECEIVED, feed), WireReader.RawCoordinates.none());
    List<NewsItem> items = ((WireReader.Result.Read) result).items();
    assertThat(items).hasSize(1);
    return items.get(0);
  }
}
