package io.wiredesk.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.EntityType;
import io.wiredesk.schemas.Mention;
import io.wiredesk.schemas.NewsSection;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode line(String json) throws IOException {
    return JSON.readTree(json.replace('\'', '"'));
  }

  private static Enrichment said(Entity... entities) {
    return Enrichment.newBuilder().setLanguage("en").setEntities(List.of(entities)).build();
  }

  private static Entity entity(EntityType type, String uri, int start, int end) {
    return Entity.newBuilder()
        .setType(type)
        .setName("x")
        .setUri(uri)
        .setLinked(!uri.startsWith("urn:"))
        .setMentions(List.of(new Mention(start, end)))
        .build();
  }

  @Test
  void entitiesAreRightByExactStretchAndType() throws IOException {
    EntityEvaluation evaluation = new EntityEvaluation();
    evaluation.add(
        line(
            "{'text':'Ann Lee left Oslo for Atlas.','spans':[{'start':0,'end':7,'type':'PERSON'},"
                + "{'start':13,'end':17,'type':'LOCATION'},{'start':22,'end':27,'type':'ORGANISATION'}]}"),
        said(
            entity(EntityType.PERSON, "urn:a", 0, 7),
            entity(EntityType.ORGANISATION, "urn:b", 13, 17),
            entity(EntityType.LOCATION, "urn:c", 22, 26)));

    assertThat(evaluation.score().lines())
        .anyMatch(l -> l.matches("PERSON +100\\.0 +100\\.0 +100\\.0 +1"))
        .anyMatch(l -> l.matches("all +33\\.3 +33\\.3 +33\\.3 +3"))
        .anyMatch(l -> l.contains("Oslo: LOCATION, said ORGANISATION"))
        .anyMatch(l -> l.contains("Atla: nothing, said LOCATION"))
        .anyMatch(l -> l.contains("Atlas: ORGANISATION, said –"));
  }

  @Test
  void aLinkIsRightByAnyOfItsUrisAndAMentionWithoutOneUnlinked() throws IOException {
    LinkEvaluation evaluation = new LinkEvaluation();
    evaluation.add(
        line(
            "{'text':'Oslo, Perth, Apple, Kent','links':[{'start':0,'end':4,'uri':['q:1','q:2']},"
                + "{'start':6,'end':11,'uri':'q:3'},{'start':13,'end':18,'uri':null},{'start':20,'end':24,'uri':'q:5'}]}"),
        said(
            entity(EntityType.LOCATION, "q:2", 0, 4),
            entity(EntityType.LOCATION, "q:9", 6, 11),
            entity(EntityType.ORGANISATION, "urn:apple", 13, 18)));

    assertThat(evaluation.score().lines())
        .anyMatch(l -> l.matches("LINK +50\\.0 +33\\.3 +40\\.0 +3"))
        .anyMatch(l -> l.contains("Perth: q:3, said q:9"))
        .anyMatch(l -> l.contains("Kent: q:5, said none"))
        .noneMatch(l -> l.contains("Apple:"));
  }

  @Test
  void aSectionIsRightByNameOrUriAndNoneIsMissed() throws IOException {
    SectionEvaluation evaluation = new SectionEvaluation();
    NewsSection sport =
        NewsSection.newBuilder()
            .setUri("medtop:15000000")
            .setName("sport")
            .setSection("sport")
            .setConfidence(1)
            .setCreator(Creator.MODEL)
            .build();
    Enrichment said = said();
    said.setSections(List.of(sport));
    evaluation.add(line("{'text':'a','sections':['medtop:15000000']}"), said);
    evaluation.add(line("{'text':'b','sections':['politics']}"), said);
    evaluation.add(line("{'text':'c','sections':['politics']}"), said());

    assertThat(evaluation.score().lines())
        .contains("3 documents")
        .anyMatch(l -> l.contains("1  politics, said sport"))
        .anyMatch(l -> l.contains("1  politics, said –"));
  }

  @Test
  void labelsOutsideTheTextAndUnknownTypesAreRefused() {
    assertThatThrownBy(
            () ->
                new EntityEvaluation()
                    .add(
                        line("{'text':'a','spans':[{'start':0,'end':9,'type':'PERSON'}]}"), said()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("within the text");
    assertThatThrownBy(
            () ->
                new EntityEvaluation()
                    .add(line("{'text':'a','spans':[{'start':0,'end':1,'type':'PER'}]}"), said()))
        .hasMessageContaining("PER");
    assertThatThrownBy(() -> new SectionEvaluation().add(line("{'text':'a'}"), said()))
        .hasMessageContaining("sections");
  }
}
