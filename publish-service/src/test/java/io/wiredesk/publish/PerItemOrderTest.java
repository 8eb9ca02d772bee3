package io.wiredesk.publish;

import static io.wiredesk.publish.NewsItems.NOON;
import static io.wiredesk.publish.NewsItems.URI;
import static io.wiredesk.publish.NewsItems.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.TextValue;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promise: revisions of one uri are published in version order; a late one overwrites nothing. */
final class PerItemOrderTest {

  private final Pipeline pipeline = new Pipeline(NOON);

  @AfterEach
  void stop() {
    pipeline.close();
  }

  @Test
  void lateOlderRevisionIsDropped() {
    pipeline
        .enriched(story(1).build())
        .enriched(story(3).build())
        .restart()
        .enriched(story(2).build());
    assertThat(pipeline.published)
        .extracting(p -> p.getItem().getVersion())
        .containsExactly("1", "3");
    assertThat(count("LATE")).isEqualTo(1);
  }

  @Test
  void repeatedRevisionIsACountedDuplicate() {
    pipeline.enriched(story(1).build()).enriched(story(1).build());
    assertThat(pipeline.published).hasSize(1);
    assertThat(count("DUPLICATE")).isEqualTo(1);
  }

  @Test
  void chainTellsPreviousVersionAndWhatChanged() {
    NewsItem second = story(2).build();
    second.setText(second.getText().replace("12 people", "15 people"));
    second.setHeadlines(List.of(new TextValue("main", null, "Ferry sinks, 15 dead")));
    pipeline.enriched(story(1).build()).enriched(second);

    PublishedItem first = pipeline.published.get(0);
    assertThat(first.getSequence()).isEqualTo(1);
    assertThat(first.getPreviousVersion()).isNull();
    assertThat(first.getChange()).isNull();
    PublishedItem last = pipeline.last(URI);
    assertThat(last.getSequence()).isEqualTo(2);
    assertThat(last.getPreviousVersion()).isEqualTo("1");
    assertThat(last.getChange().getSummary()).startsWith("toll 12 → 15; new headline");
  }

  @Test
  void correctionAsAnItemOfItsOwnIsToldToTheStoryItCorrects() {
    pipeline
        .enriched(story(1).build())
        .enriched(
            story("urn:test:correction", 1)
                .setSignal(Signal.CORRECTION)
                .setActsOn(List.of(URI))
                .build());
    assertThat(pipeline.last("urn:test:correction")).isNotNull();
    PublishedItem corrected = pipeline.last(URI);
    assertThat(corrected.getSequence()).isEqualTo(2);
    assertThat(corrected.getChange().getSummary()).isEqualTo("corrected by urn:test:correction");
    assertThat(corrected.getItem().getText()).isEqualTo(story(1).build().getText());
  }

  private double count(String outcome) {
    return pipeline.metrics.counter("publish.gate", "outcome", outcome).count();
  }
}
