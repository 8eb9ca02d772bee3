package io.wiredesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NinjsViewTest {

  private static final NinjsSchema SCHEMA = new NinjsSchema();

  @BeforeAll
  static void trust() {
    TrustedClasses.trust();
  }

  @Test
  void namesTheStandardAndIsValid() {
    Map<String, Object> view = NinjsView.of(item().build());
    assertThat(SCHEMA.faults(view)).isEmpty();
    assertThat(view)
        .containsEntry("uri", "urn:newsml:npa.example.org:20260504:storm")
        .containsEntry("versionCreated", "2026-05-04T10:15:00Z")
        .containsEntry("pubStatus", "usable")
        .containsEntry(
            "standard",
            Map.of(
                "name", "ninjs",
                "version", "3.1",
                "schema", "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"));
  }

  @Test
  void theSchemaWouldTellAnItemThatIsWrong() {
    assertThat(SCHEMA.faults(Map.of("uri", "urn:a:b", "urgency", 10, "mood", "good")))
        .hasSizeGreaterThan(1);
    assertThat(SCHEMA.faults(Map.of("uri", "no uri at all"))).isNotEmpty();
  }

  @Test
  void notesThatAreNotPublicStayWithTheNewsroom() {
    NewsItem item =
        item()
            .setEdNotes(
                List.of(
                    new EditorNote(null, "Adds reaction", true),
                    new EditorNote("contact", "Jane Doe +49 30 123456", false),
                    new EditorNote(null, "Moves at 6", true)))
            .build();
    assertThat(NinjsView.of(item)).containsEntry("edNote", "Adds reaction\nMoves at 6");
    assertThat(NinjsView.extras(item).toString()).doesNotContain("Jane Doe");
    assertThat(NinjsView.editorial(item).get("edNote").toString()).contains("Jane Doe");
    assertThat(NinjsView.editorialExtras(item).toString()).contains("Jane Doe");
  }

  @Test
  void whatIsNoUriStandsAsLiteral() {
    NewsItem item =
        item()
            .setUri("not a uri")
            .setSubjects(
                List.of(new Concept("Sport", "sport code", null, null, Creator.WIRE, null, null)))
            .setRenditions(
                List.of(new Rendition("original", "storm 1.jpg", null, null, null, null, null)))
            .setAssociations(
                List.of(
                    Association.newBuilder()
                        .setName("media1")
                        .setUri("storm 1.jpg")
                        .setType("photo")
                        .build()))
            .setRightsInfo(new RightsInfo("english", "see contract", null))
            .build();
    Map<String, Object> view = NinjsView.of(item);
    assertThat(SCHEMA.faults(view)).isEmpty();
    assertThat(view)
        .containsEntry("uri", "urn:wiredesk:item:not%20a%20uri")
        .containsEntry("subjects", List.of(Map.of("name", "Sport", "literal", "sport code")))
        .containsEntry("renditions", List.of(Map.of("name", "original", "title", "storm 1.jpg")))
        .containsEntry("rightsInfo", Map.of("encodedRights", "see contract"))
        .containsEntry("altIds", List.of(Map.of("role", "uri", "value", "not a uri")));
  }

  @Test
  void showsWhatTheEnrichmentFoundAndTheWireDidNotName() {
    Enrichment enrichment =
        Enrichment.newBuilder()
            .setLanguage("en")
            .setEntities(
                List.of(
                    entity(EntityType.PERSON, "Jane Doe", "https://www.wikidata.org/entity/Q1"),
                    entity(EntityType.PERSON, "jane roe", "urn:wiredesk:entity:jane-roe"),
                    entity(EntityType.LOCATION, "Osterhavn", "urn:wiredesk:entity:osterhavn")))
            .setSections(
                List.of(
                    section("http://cv.iptc.org/newscodes/mediatopic/15000000", "sport"),
                    section("http://cv.iptc.org/newscodes/mediatopic/17000000", "weather")))
            .build();
    NewsItem item =
        item()
            .setPeople(List.of(new Concept("Jane Roe", null, null, null, Creator.WIRE, null, null)))
            .setSubjects(
                List.of(
                    new Concept(
                        "Sport",
                        "http://cv.iptc.org/newscodes/mediatopic/15000000",
                        null,
                        null,
                        Creator.WIRE,
                        null,
                        null)))
            .setEnrichment(enrichment)
            .build();
    Map<String, Object> view = NinjsView.of(item);
    assertThat(SCHEMA.faults(view)).isEmpty();
    assertThat(view)
        .containsEntry(
            "people",
            List.of(
                Map.of("name", "Jane Roe"),
                Map.of(
                    "name",
                    "Jane Doe",
                    "rel",
                    "mentions",
                    "uri",
                    "https://www.wikidata.org/entity/Q1")))
        .containsEntry(
            "subjects",
            List.of(
                Map.of("name", "Sport", "uri", "http://cv.iptc.org/newscodes/mediatopic/15000000"),
                Map.of(
                    "name",
                    "weather",
                    "uri",
                    "http://cv.iptc.org/newscodes/mediatopic/17000000",
                    "creator",
                    "wiredesk",
                    "confidence",
                    83)));
  }

  private static Entity entity(EntityType type, String name, String uri) {
    return Entity.newBuilder().setType(type).setName(name).setUri(uri).build();
  }

  private static NewsSection section(String uri, String name) {
    return new NewsSection(name, uri, name, 0.8312, Creator.MODEL);
  }

  private static NewsItem.Builder item() {
    return NewsItem.newBuilder()
        .setUri("urn:newsml:npa.example.org:20260504:storm")
        .setRevision(1000)
        .setVersionCreated(Instant.parse("2026-05-04T10:15:00Z"))
        .setSource(
            Source.newBuilder()
                .setFeed("npa")
                .setTransport(Transport.FILE)
                .setFormat("nitf")
                .setReceivedAt(Instant.parse("2026-05-04T10:16:00Z"))
                .setSha256("ab")
                .build());
  }
}
