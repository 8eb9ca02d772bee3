package io.wiredesk.enrich;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.schemas.Transport;
import java.time.Instant;
import java.util.List;

/**
 * Understands a story of its own before the first that counts, so that an alert which comes right
 * after a start does not wait for classes and for pages of the models. What comes of it goes
 * nowhere.
 */
final class Rehearsal {

  private static final int TIMES = 5;
  private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final String STORY =
      """
      The harbour of Horta opened again on Monday after a week of storms, the port office said.

      Maria Almeida, who heads the office, told reporters in Lisbon that two ferries to Madalena \
      would sail before noon. The European Commission in Brussels had promised money for a new \
      pier, she added.

      The union of dock workers called off a strike after talks with the ministry of the sea.
      """;

  private Rehearsal() {}

  /** Enriches the story some times; the last outcome. */
  static NewsItem of(ItemEnricher enricher) {
    NewsItem item = enricher.enrich(story(0));
    for (int i = 1; i < TIMES; i++) {
      item = enricher.enrich(story(i));
    }
    return item;
  }

  /** No two are alike: a model that remembers what it read has nothing to go by. */
  private static NewsItem story(int number) {
    String headline = number + " ships wait as harbour of Horta opens after storms";
    return NewsItem.newBuilder()
        .setUri("urn:rehearsal")
        .setRevision(1)
        .setVersionCreated(THEN)
        .setHeadlines(List.of(new TextValue("main", null, headline)))
        .setText(STORY)
        .setSource(
            Source.newBuilder()
                .setFeed("rehearsal")
                .setTransport(Transport.OTHER)
                .setFormat("")
                .setReceivedAt(THEN)
                .setSha256("")
                .build())
        .build();
  }
}
