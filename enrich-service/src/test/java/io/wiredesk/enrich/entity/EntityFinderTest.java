package io.wiredesk.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.enrich.entity.EntityFinder.Document;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.EntityType;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityFinderTest {
  private static final EntityFinder FINDER = EntityFinder.withGazetteerOnly();

  @Test
  void linksCountriesByTheirNamesInTheArticlesLanguage() {
    List<Entity> entities =
        FINDER.find(Document.of("Die Ukraine und Österreich sprachen in Wien.", "de-AT"));

    assertThat(entities)
        .extracting(Entity::getName)
        .containsExactlyInAnyOrder("Ukraine", "Austria", "Vienna");
    assertThat(entities).allMatch(Entity::getLinked);
  }

  @Test
  void saysWhatIsNotRecognisedInALanguage() {
    assertThat(FINDER.versions("de-AT"))
        .containsEntry("entity-recogniser", "evidence-1/de")
        .containsEntry("entities-not-recognised", "EVENT PRODUCT");
    assertThat(FINDER.versions("hu"))
        .containsEntry("entity-recogniser", "none")
        .containsEntry("entities-not-recognised", "all but names of the tables");
    assertThat(FINDER.versions("en")).doesNotContainKey("entities-not-recognised");
  }

  @Test
  void leavesOutWhatTheTablesDoNotHave() {
    assertThat(FINDER.find(Document.of("Der Fluss trat gestern über die Ufer.", "de"))).isEmpty();
  }

  @Test
  void findsNothingInSkippedStretches() {
    String text = "Norwegen gewann. Schweden verlor.";
    Document document =
        new Document(text, null, "de", List.of(new TextRange(17, text.length())), null);

    assertThat(FINDER.find(document)).extracting(Entity::getName).containsExactly("Norway");
  }

  @Test
  void namesTheSameThingOnceWithAllItsMentions() {
    List<Entity> entities =
        FINDER.find(Document.of("NATO spoke. Later NATO spoke again in Brussels.", "en"));

    Entity first = entities.get(0);
    assertThat(first.getUri()).isEqualTo("http://www.wikidata.org/entity/Q7184");
    assertThat(first.getType()).isEqualTo(EntityType.ORGANISATION);
    assertThat(first.getMentions()).hasSize(2);
    assertThat(entities.stream().mapToDouble(Entity::getSalience).sum()).isBetween(0.99, 1.01);
  }

  @Test
  void survivesAnEmptyText() {
    assertThat(FINDER.find(Document.of("", "en"))).isEmpty();
  }
}
