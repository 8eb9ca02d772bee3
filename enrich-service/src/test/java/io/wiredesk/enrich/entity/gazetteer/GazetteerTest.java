package io.wiredesk.enrich.entity.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GazetteerTest {
  private static final Gazetteer GAZETTEER = Gazetteer.load();

  @Test
  void everyCountryOfTheUnHasCodeAndWikidataUri() {
    for (String name :
        List.of(
            "Russia",
            "China",
            "Ukraine",
            "North Korea",
            "Iran",
            "Uzbekistan",
            "Norway",
            "Australia")) {
      Known known = GAZETTEER.find(name).get(0);
      assertThat(known.kind()).isEqualTo(Known.Kind.COUNTRY);
      assertThat(known.uri()).startsWith("http://www.wikidata.org/entity/Q");
      assertThat(known.country()).hasSize(2);
    }
  }

  @Test
  void shortFormsOfACountryAreTheCountry() {
    assertThat(GAZETTEER.find("U.S.").get(0).name()).isEqualTo("United States");
    assertThat(GAZETTEER.find("UK").get(0).country()).isEqualTo("GB");
  }

  @Test
  void datelineCapitalsAreReadAsAName() {
    assertThat(GAZETTEER.find("HONG KONG").get(0).country()).isEqualTo("HK");
  }

  @Test
  void sameNameMeansTheCityOfTheCountryThatTheArticleNames() {
    Context canada = new Context(GAZETTEER, List.of("Canada", "Ontario"), null);
    Context none = new Context(GAZETTEER, List.of(), null);

    assertThat(none.place("Birmingham")).isNotNull().extracting(Known::country).isEqualTo("GB");
    assertThat(canada.place("Hamilton")).isNotNull().extracting(Known::country).isEqualTo("CA");
  }

  @Test
  void smallTownsAreNotLinkedWithoutTheirCountry() {
    assertThat(new Context(GAZETTEER, List.of(), null).place("El Sauce")).isNull();
  }

  @Test
  void datelineGivesTheCountry() {
    assertThat(new Context(GAZETTEER, List.of(), "HARARE, Zimbabwe").names("ZW")).isTrue();
  }

  @Test
  void localIdsAreTheSameForTheSameName() {
    assertThat(LocalId.of(io.wiredesk.schemas.EntityType.PERSON, "José  Núñez"))
        .isEqualTo("urn:wiredesk:entity:person:jose-nunez")
        .isEqualTo(LocalId.of(io.wiredesk.schemas.EntityType.PERSON, "Jose Nunez"));
  }
}
