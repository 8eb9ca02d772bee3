package io.wiredesk.publish;

import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.BlockType;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.EntityType;
import io.wiredesk.schemas.Mention;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.schemas.Transport;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Items to test with: one story whose copy is easy to recognise where it must not be. */
public final class NewsItems {

  /** The minute at which the tests' stories begin. */
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /** In headline, text, body, slug and names: found anywhere, copy has leaked. */
  public static final String COPY = "Ferrovia";

  /** In a note that is not for the public. */
  public static final String PRIVATE = "+49 30 5550199";

  public static final String URI = "urn:test:ferry";

  private NewsItems() {}

  /** Version {@code version} of the ferry story, made at noon and that many minutes. */
  public static NewsItem.Builder story(int version) {
    return story(URI, version);
  }

  public static NewsItem.Builder story(String uri, int version) {
    String text =
        "The ferry " + COPY + " sank off the coast, killing 12 people, the coastguard said.";
    return NewsItem.newBuilder()
        .setUri(uri)
        .setVersion(Integer.toString(version))
        .setRevision(version)
        .setSignal(version == 1 ? Signal.NEW : Signal.UPDATE)
        .setVersionCreated(NOON.plusSeconds(60L * version))
        .setLanguage("en")
        .setHeadlines(List.of(new TextValue("main", null, COPY + " sinks, 12 dead")))
        .setSlugline(COPY + "-sinking")
        .setBodies(List.of(new TextValue(null, "text/html", "<p>" + text + "</p>")))
        .setText(text)
        .setBlocks(List.of(new Block(BlockType.PARAGRAPH, 0, text.length(), null)))
        .setEdNotes(
            List.of(
                new EditorNote(null, "Adds toll of " + COPY, true),
                new EditorNote("contact", "Desk: " + PRIVATE, false)))
        .setExtras(Map.of("/item/contact", PRIVATE))
        .setKeywords(List.of(COPY))
        .setSource(source("AGY"))
        .setEnrichment(
            Enrichment.newBuilder()
                .setLanguage("en")
                .setEntities(List.of(entity(COPY, 10)))
                .build());
  }

  public static NewsItem kill(int version) {
    return story(version).setPubStatus(PubStatus.CANCELED).setSignal(Signal.CANCEL).build();
  }

  /** A kill as an item of its own. */
  public static NewsItem killOf(String... uris) {
    return story("urn:test:kill-notice", 1)
        .setVersionCreated(NOON.plusSeconds(3600))
        .setSignal(Signal.CANCEL)
        .setActsOn(List.of(uris))
        .build();
  }

  /** All that the state says but what it says of what was taken back. */
  public static String withoutLabel(PublishedItem state) {
    return PublishedItem.newBuilder(state).setTakenBack(null).build().toString();
  }

  public static Entity entity(String name, int start) {
    return Entity.newBuilder()
        .setType(EntityType.OTHER)
        .setName(name)
        .setUri("urn:wiredesk:entity:" + name)
        .setMentions(List.of(new Mention(start, start + name.length())))
        .build();
  }

  public static Source source(String provider) {
    return Source.newBuilder()
        .setFeed("test")
        .setProvider(provider)
        .setTransport(Transport.FILE)
        .setFormat("ninjs")
        .setSourceName(COPY + ".json")
        .setReceivedAt(NOON)
        .setSha256("00")
        .build();
  }
}
