package io.wiredesk.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.enrich.entity.EntityFinder.Document;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.EntityType;
import io.wiredesk.schemas.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EntityFinderIT {
  private static final String ARTICLE =
      """
      HARARE, June 3 (Reuters) - Finance Minister Tendai Moyo told the Zimbabwe Chamber of Mines on Tuesday that \
      talks with the International Monetary Fund (IMF) would go on.

      Moyo, who flew in from Pretoria, South Africa, said the IMF had asked for figures from the Treasury. \
      "We gave them what we have," Moyo said.

      Analyst Grace Ncube of the University of Cape Town doubted it. Ncube's own figures differ.
      """;

  private static EntityFinder finder;

  @BeforeAll
  static void load() {
    finder = EntityFinder.load();
  }

  @Test
  void findsPeopleBodiesAndPlaces() {
    assertThat(names(ARTICLE, EntityType.PERSON)).contains("Tendai Moyo", "Grace Ncube");
    assertThat(names(ARTICLE, EntityType.ORGANISATION))
        .contains("International Monetary Fund", "University of Cape Town")
        .doesNotContain("Reuters");
    assertThat(names(ARTICLE, EntityType.LOCATION)).contains("Harare", "Pretoria", "South Africa");
  }

  @Test
  void aPlaceInTheCapitalsOfADatelineIsNamedAsInTheText() {
    String text =
        "STROMNESS, Scotland (Reuters) - The ferry to Stromness was late. Stromness waited, as it does.";

    assertThat(finder.find(Document.of(text, "en")))
        .filteredOn(e -> e.getName().equalsIgnoreCase("stromness"))
        .allSatisfy(e -> assertThat(e.getName()).isEqualTo("Stromness"))
        .isNotEmpty();
  }

  @Test
  void surnameAloneIsThePersonNamedInFull() {
    Entity moyo =
        finder.find(Document.of(ARTICLE, "en")).stream()
            .filter(e -> e.getName().equals("Tendai Moyo"))
            .findFirst()
            .orElseThrow();

    assertThat(moyo.getMentions())
        .extracting(m -> text(ARTICLE, m))
        .containsExactly("Tendai Moyo", "Moyo", "Moyo");
  }

  @Test
  void linksCountriesAndBodies() {
    List<Entity> entities = finder.find(Document.of(ARTICLE, "en"));

    assertThat(entities)
        .filteredOn(e -> e.getName().equals("International Monetary Fund"))
        .singleElement()
        .satisfies(e -> assertThat(e.getUri()).isEqualTo("http://www.wikidata.org/entity/Q7804"))
        .satisfies(e -> assertThat(e.getMentions()).hasSizeGreaterThan(1));
    assertThat(entities)
        .filteredOn(e -> e.getName().equals("South Africa"))
        .extracting(Entity::getCountry)
        .containsExactly("ZA");
  }

  @Test
  void sameTextGivesTheSameEntities() {
    assertThat(finder.find(Document.of(ARTICLE, "en")))
        .isEqualTo(finder.find(Document.of(ARTICLE, "en")));
  }

  @Test
  void anyTextGivesMentionsInsideItThatDoNotOverlapOrTouchWhatIsSkipped() {
    Random random = new Random(7);
    String[] pieces =
        (ARTICLE
                + " 👍 \u0000 \n\n – “ ’s ( [ @ http://example.org/a?b=c É ß 東京 C.E.O. U.N. 1/2 "
                + "x".repeat(300))
            .split("(?<=\\s)");
    for (int n = 0; n < 200; n++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--)
        text.append(pieces[random.nextInt(pieces.length)]);
      int a = random.nextInt(text.length() + 1);
      TextRange skip = new TextRange(a, a + random.nextInt(text.length() - a + 1));
      Document document = new Document(text.toString(), null, "en", List.of(skip), null);
      List<Entity> entities = finder.find(document);
      assertThat(finder.find(document)).isEqualTo(entities);
      check(text.length(), skip, entities);
    }
  }

  private static void check(int length, TextRange skip, List<Entity> entities) {
    List<Mention> all = new ArrayList<>();
    entities.forEach(e -> all.addAll(e.getMentions()));
    all.sort((x, y) -> Integer.compare(x.getStart(), y.getStart()));
    int at = 0;
    for (Mention m : all) {
      assertThat(m.getStart()).isGreaterThanOrEqualTo(at);
      assertThat(m.getEnd()).isGreaterThan(m.getStart()).isLessThanOrEqualTo(length);
      assertThat(m.getEnd() <= skip.start() || m.getStart() >= skip.end()).isTrue();
      at = m.getEnd();
    }
  }

  private static List<String> names(String text, EntityType type) {
    return finder.find(Document.of(text, "en")).stream()
        .filter(e -> e.getType() == type)
        .map(Entity::getName)
        .toList();
  }

  private static String text(String text, Mention m) {
    return text.substring(m.getStart(), m.getEnd());
  }
}
