package io.wiredesk.enrich.entity.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
  void accentsHyphensAndSaintsMakeNoDifference() {
    for (String[] pair :
        new String[][] {
          {"Zürich", "Zurich"},
          {"Brasília", "BRASILIA"},
          {"Montréal", "Montreal"},
          {"Saint Petersburg", "St. Petersburg"},
          {"Guinea-Bissau", "Guinea Bissau"},
          {"Côte d’Ivoire", "Cote d'Ivoire"}
        }) {
      assertThat(GAZETTEER.find(pair[0])).isNotEmpty().isEqualTo(GAZETTEER.find(pair[1]));
    }
  }

  @Test
  void capitalsMakeADifference() {
    assertThat(GAZETTEER.find("WHO")).isNotEmpty();
    assertThat(GAZETTEER.find("Who")).isEmpty();
  }

  @Test
  void kingdomsOfSeveralPartsGoByTheirCountryInEurope() {
    assertThat(GAZETTEER.find("Netherlands"))
        .extracting(Known::uri)
        .containsExactly("http://www.wikidata.org/entity/Q55");
    assertThat(GAZETTEER.find("Denmark"))
        .extracting(Known::uri)
        .containsExactly("http://www.wikidata.org/entity/Q35");
    assertThat(GAZETTEER.countries("de").get("Dänemark").uri()).endsWith("/Q35");
  }

  /** What one table knows by its uri no other table knows by another. */
  @Test
  void oneThingHasOneUriInAllTables() {
    for (String name : GAZETTEER.placeNames()) {
      Map<String, List<Known>> byCountry =
          GAZETTEER.places(name).stream()
              .filter(k -> k.country() != null && k.kind() != Known.Kind.CITY)
              .collect(Collectors.groupingBy(k -> k.country() + (k.isCity() ? "city" : k.kind())));
      assertThat(byCountry.values()).as(name).allMatch(l -> l.size() == 1 || isParts(l));
      boolean world = GAZETTEER.places(name).stream().anyMatch(GazetteerTest::isWorldCity);
      if (world)
        assertThat(GAZETTEER.places(name))
            .as(name)
            .filteredOn(Known::isCity)
            .doesNotHaveDuplicates()
            .filteredOn(k -> sameCountry(k, GAZETTEER.places(name)))
            .hasSize(1);
    }
    assertThat(GAZETTEER.find("Jerusalem"))
        .extracting(Known::uri)
        .containsExactly("http://www.wikidata.org/entity/Q1218");
  }

  /** Several first-level parts of one country may share a name, as a province and its city do. */
  private static boolean isParts(List<Known> places) {
    return places.stream().allMatch(k -> k.kind() == Known.Kind.SUBDIVISION);
  }

  private static boolean isWorldCity(Known k) {
    return k.isCity() && k.uri().contains("wikidata");
  }

  private static boolean sameCountry(Known k, List<Known> all) {
    return all.stream()
        .filter(GazetteerTest::isWorldCity)
        .anyMatch(w -> w.country() == null || w.country().equals(k.country()));
  }

  @Test
  void localIdsAreTheSameForTheSameName() {
    assertThat(LocalId.of(io.wiredesk.schemas.EntityType.PERSON, "José  Núñez"))
        .isEqualTo("urn:wiredesk:entity:person:jose-nunez")
        .isEqualTo(LocalId.of(io.wiredesk.schemas.EntityType.PERSON, "Jose Nunez"));
  }
}
