package io.wiredesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeContainer;

class NinjsViewPropertiesTest {

  private static final NinjsSchema SCHEMA = new NinjsSchema();
  private static final String[] TEXTS = {
    "",
    " ",
    "Storm",
    "urn:a:b",
    "http://example.org/a b",
    "https://example.org/ü",
    "x:y",
    "http://",
    "mailto:a@b",
    "%zz:1",
    "http://[",
    "漢字",
    "\u0000",
    "\ud83d\ude00",
    "text",
    "photo",
    "<p>x</p>",
    "urn:newsml:x:1|2",
    "a".repeat(3000),
    "http://example.org:99999/"
  };

  @BeforeContainer
  static void trust() {
    TrustedClasses.trust();
  }

  @Property(tries = 1_000)
  void everyRecordIsValid(@ForAll long seed) {
    NewsItem item = item(new Random(seed));
    assertThat(SCHEMA.faults(NinjsView.of(item))).isEmpty();
    assertThat(SCHEMA.faults(NinjsView.editorial(item))).isEmpty();
    assertThat(NinjsView.extras(item)).containsKeys("signal", "text", "source");
  }

  private static NewsItem item(Random random) {
    return NewsItem.newBuilder()
        .setUri(text(random))
        .setVersion(text(random))
        .setRevision(random.nextLong())
        .setType(text(random))
        .setProfile(maybe(random))
        .setSignal(Signal.values()[random.nextInt(Signal.values().length)])
        .setPubStatus(PubStatus.values()[random.nextInt(3)])
        .setEmbargoedUntil(random.nextBoolean() ? null : time(random))
        .setUrgency(random.nextBoolean() ? null : Integer.valueOf(random.nextInt(12) - 1))
        .setVersionCreated(time(random))
        .setExpires(random.nextBoolean() ? null : time(random))
        .setLanguage(maybe(random))
        .setTitle(maybe(random))
        .setBy(maybe(random))
        .setHeadlines(List.of(new TextValue(maybe(random), maybe(random), text(random))))
        .setBodies(List.of(new TextValue(maybe(random), maybe(random), text(random))))
        .setEdNotes(List.of(new EditorNote(maybe(random), text(random), random.nextBoolean())))
        .setSubjects(concepts(random))
        .setPlaces(concepts(random))
        .setPeople(concepts(random))
        .setOrganisations(concepts(random))
        .setGenres(concepts(random))
        .setInfoSources(concepts(random))
        .setAltIds(List.of(new AltId(maybe(random), text(random))))
        .setRightsInfo(
            random.nextBoolean()
                ? null
                : new RightsInfo(maybe(random), maybe(random), maybe(random)))
        .setAssociations(
            List.of(
                new Association(
                    text(random),
                    text(random),
                    maybe(random),
                    maybe(random),
                    maybe(random),
                    maybe(random),
                    maybe(random),
                    renditions(random))))
        .setRenditions(renditions(random))
        .setEnrichment(random.nextBoolean() ? null : enrichment(random))
        .setSource(
            Source.newBuilder()
                .setFeed(text(random))
                .setTransport(Transport.OTHER)
                .setFormat(text(random))
                .setReceivedAt(time(random))
                .setSha256(text(random))
                .build())
        .build();
  }

  private static Enrichment enrichment(Random random) {
    return Enrichment.newBuilder()
        .setLanguage(text(random))
        .setEntities(
            List.of(
                Entity.newBuilder()
                    .setType(EntityType.values()[random.nextInt(EntityType.values().length)])
                    .setName(text(random))
                    .setUri(text(random))
                    .build()))
        .setSections(
            List.of(
                new NewsSection(
                    text(random),
                    text(random),
                    text(random),
                    random.nextDouble() * 3 - 1,
                    Creator.MODEL)))
        .build();
  }

  private static List<Concept> concepts(Random random) {
    List<Concept> concepts = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Integer share = random.nextBoolean() ? null : Integer.valueOf(random.nextInt(300) - 100);
      concepts.add(
          new Concept(
              maybe(random),
              maybe(random),
              maybe(random),
              maybe(random),
              Creator.values()[random.nextInt(3)],
              share,
              share));
    }
    return concepts;
  }

  private static List<Rendition> renditions(Random random) {
    return List.of(
        new Rendition(
            text(random),
            maybe(random),
            maybe(random),
            maybe(random),
            random.nextBoolean() ? null : Integer.valueOf(random.nextInt()),
            null,
            random.nextLong()));
  }

  private static Instant time(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Instant.ofEpochMilli(random.nextLong());
      case 1 -> Instant.parse("-000044-03-15T12:00:00Z");
      case 2 -> Instant.parse("+12000-01-01T00:00:00Z");
      default -> Instant.ofEpochMilli(random.nextInt() * 1_000L);
    };
  }

  private static String text(Random random) {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  private static String maybe(Random random) {
    return random.nextBoolean() ? null : text(random);
  }
}
