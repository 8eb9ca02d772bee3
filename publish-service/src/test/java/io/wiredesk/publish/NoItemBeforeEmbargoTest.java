package io.wiredesk.publish;

import static io.wiredesk.publish.NewsItems.COPY;
import static io.wiredesk.publish.NewsItems.NOON;
import static io.wiredesk.publish.NewsItems.URI;
import static io.wiredesk.publish.NewsItems.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise: nothing on the public topic before its embargo ends. */
final class NoItemBeforeEmbargoTest {

  private static final Instant SIX = NOON.plus(Duration.ofHours(6));
  private final Pipeline pipeline = new Pipeline(NOON);

  @AfterEach
  void stop() {
    pipeline.close();
  }

  @Test
  void holdsItemUntilEmbargoEnds() {
    pipeline.enriched(embargoed(1, SIX)).until(SIX.minusMillis(1));
    assertThat(pipeline.published).isEmpty();

    pipeline.until(SIX.plusMillis(200));
    assertThat(pipeline.published).hasSize(1);
    PublishedItem out = pipeline.published.get(0);
    assertThat(out.getState()).isEqualTo(PublicState.PUBLISHED);
    assertThat(out.getReleasedAt()).isBetween(SIX, SIX.plusMillis(200));
    assertThat(pipeline.indexed()).as("only its copy's end is still due").isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 60, 21_599})
  void restartAtAnyPointChangesNothing(long secondsAfterNoon) {
    pipeline
        .enriched(embargoed(1, SIX))
        .until(NOON.plusSeconds(secondsAfterNoon))
        .restart()
        .until(SIX.minusMillis(1));
    assertThat(pipeline.published).isEmpty();

    pipeline.until(SIX.plusSeconds(1));
    assertThat(pipeline.published).hasSize(1);
  }

  @Test
  void whatCameDueDuringADowntimeIsReleasedAtTheStart() {
    pipeline.enriched(embargoed(1, NOON.plusSeconds(60)));
    pipeline.restartAt(SIX).until(SIX.plusMillis(200));
    assertThat(pipeline.published).hasSize(1);
    assertThat(pipeline.published.get(0).getReleasedAt()).isAfterOrEqualTo(SIX);
  }

  @Test
  void extendedEmbargoHolds() {
    pipeline
        .enriched(embargoed(1, SIX))
        .enriched(embargoed(2, SIX.plusSeconds(3600)))
        .until(SIX.plusSeconds(3599));
    assertThat(pipeline.published).isEmpty();

    pipeline.until(SIX.plusSeconds(3601));
    assertThat(pipeline.published).extracting(p -> p.getItem().getVersion()).containsExactly("2");
  }

  @Test
  void liftedEmbargoReleasesAtOnce() {
    pipeline.enriched(embargoed(1, SIX)).enriched(story(2).build());
    assertThat(pipeline.published).extracting(p -> p.getItem().getVersion()).containsExactly("2");

    pipeline.until(SIX.plusSeconds(1));
    assertThat(pipeline.published).as("the lifted one does not come again").hasSize(1);
  }

  @Test
  void shortenedEmbargoReleasesEarlier() {
    pipeline
        .enriched(embargoed(1, SIX))
        .enriched(embargoed(2, NOON.plusSeconds(60)))
        .until(NOON.plusSeconds(61));
    assertThat(pipeline.published).extracting(p -> p.getItem().getVersion()).containsExactly("2");
  }

  @Test
  void lateEmbargoTakesBackWhatWasPublic() {
    pipeline.enriched(story(1).build()).enriched(embargoed(2, SIX));
    PublishedItem last = pipeline.last(URI);
    assertThat(last.getState()).isEqualTo(PublicState.WITHHELD);
    assertThat(last.getReason()).contains("Embargoed until 2026-03-01T18:00:00Z");
    assertThat(NewsItems.withoutLabel(last)).doesNotContain(COPY);
    assertThat(last.getPreviousVersion()).isEqualTo("1");

    pipeline.until(SIX.plusSeconds(1));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.PUBLISHED);
    assertThat(pipeline.last(URI).getSequence()).isEqualTo(3);
  }

  @Test
  void sameVersionWithALaterEmbargoIsNoDuplicate() {
    pipeline.enriched(story(1).build()).enriched(embargoed(1, SIX));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.WITHHELD);
  }

  @Test
  void killBeforeReleaseLetsNothingOut() {
    pipeline
        .enriched(embargoed(1, SIX))
        .enriched(NewsItems.kill(2))
        .until(SIX.plusSeconds(10))
        .restart()
        .until(SIX.plusSeconds(20));
    assertThat(pipeline.published).isEmpty();
  }

  @Test
  void embargoOfThePastHoldsNothing() {
    pipeline.enriched(embargoed(1, NOON));
    assertThat(pipeline.published).hasSize(1);
  }

  private static NewsItem embargoed(int version, Instant until) {
    return story(version).setEmbargoedUntil(until).build();
  }
}
