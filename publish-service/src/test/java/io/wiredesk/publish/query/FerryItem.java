package io.wiredesk.publish.query;

import io.wiredesk.publish.NewsItems;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.EntityType;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.StoryThread;
import io.wiredesk.schemas.TextValue;
import java.util.List;

/** One item with something in every field that a desk can ask for. */
final class FerryItem {

  private FerryItem() {}

  static NewsItem make() {
    return NewsItems.story(2)
        .setSignal(Signal.CORRECTION)
        .setProfile("alert")
        .setUrgency(2)
        .setLanguage("en-GB")
        .setHeadlines(List.of(new TextValue("main", null, "Ferry sinks, 12 dead")))
        .setSlugline("FERRY-SINKING")
        .setText(
            "The ferry to Reggio had sunk when it sank in the Strait of Messina. A ship from"
                + " Z\u00fcrich watched; \u5317\u4eac was told.")
        .setBy("By Giulia Rossi")
        .setLocated("Reggio Calabria")
        .setDescriptions(List.of(new TextValue(null, null, "An inquiry was opened.")))
        .setEdNotes(
            List.of(
                new EditorNote(null, "Adds toll", true),
                new EditorNote(null, "Call " + NewsItems.PRIVATE, false)))
        .setKeywords(List.of("shipping"))
        .setSubjects(
            List.of(
                Concept.newBuilder()
                    .setName("maritime accident")
                    .setUri("http://cv.iptc.org/newscodes/mediatopic/20000150")
                    .setLiteral("medtop:20000150")
                    .build()))
        .setGenres(List.of(concept("http://cv.iptc.org/newscodes/genre/Current", "Current")))
        .setPlaces(List.of(concept("urn:test:place", "Italy")))
        .setInfoSources(List.of(concept("urn:test:source", "ANSA")))
        .setEnrichment(
            Enrichment.newBuilder()
                .setLanguage("en")
                .setSections(
                    List.of(
                        new NewsSection(
                            "disaster",
                            "http://cv.iptc.org/newscodes/mediatopic/03000000",
                            "disaster, accident and emergency incident",
                            0.9,
                            Creator.MODEL)))
                .setEntities(
                    List.of(
                        entity(EntityType.PERSON, "Giulia Rossi", "urn:wiredesk:entity:p", null),
                        entity(EntityType.ORGANISATION, "Coastguard", "urn:w:o", null),
                        entity(
                            EntityType.LOCATION,
                            "Messina",
                            "http://www.wikidata.org/entity/Q13666",
                            "IT")))
                .setThread(StoryThread.newBuilder().setUri("urn:wiredesk:thread:ferry").build())
                .build())
        .build();
  }

  static Concept concept(String uri, String name) {
    return Concept.newBuilder().setUri(uri).setName(name).build();
  }

  private static Entity entity(EntityType type, String name, String uri, String country) {
    Entity entity = NewsItems.entity(name, 0);
    entity.setType(type);
    entity.setUri(uri);
    entity.setCountry(country);
    return entity;
  }
}
