package io.wiredesk.publish;

import static io.wiredesk.publish.NewsItems.NOON;
import static io.wiredesk.publish.NewsItems.URI;
import static io.wiredesk.publish.NewsItems.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.Signal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes by the urgent lane, and once more with the rest. */
final class UrgentLaneTest {

  private final Pipeline pipeline = new Pipeline(NOON);

  @AfterEach
  void stop() {
    pipeline.close();
  }

  @Test
  void anAlertIsPublishedOnceThoughItComesByBothLanes() {
    pipeline.ahead(story(1).build()).restart().enriched(story(1).build());
    assertThat(pipeline.published).hasSize(1);
    assertThat(pipeline.published.get(0).getState()).isEqualTo(PublicState.PUBLISHED);
    assertThat(pipeline.letters).isEmpty();
  }

  @Test
  void whatItOvertookIsLate() {
    pipeline.ahead(story(2).build()).enriched(story(1).build()).enriched(story(2).build());
    assertThat(pipeline.published).extracting(p -> p.getItem().getVersion()).containsExactly("2");
  }

  @Test
  void anEmbargoHoldsInTheUrgentLaneToo() {
    NewsItem embargoed = story(1).setEmbargoedUntil(NOON.plusSeconds(600)).build();
    pipeline.ahead(embargoed).until(NOON.plusSeconds(599));
    assertThat(pipeline.published).isEmpty();
    pipeline.until(NOON.plusSeconds(601));
    assertThat(pipeline.published).hasSize(1);
  }

  @Test
  void aKillOvertakesItsStoryWithoutAFalseAlarm() {
    pipeline.ahead(NewsItems.killOf(URI)).enriched(story(1).build());
    pipeline.enriched(NewsItems.killOf(URI));
    assertThat(pipeline.published).isEmpty();
    assertThat(pipeline.letters).isEmpty();
  }

  @Test
  void aKillThatNamesNothingAlarmsWhenItComesWithTheRest() {
    pipeline.ahead(NewsItems.killOf(URI));
    assertThat(pipeline.letters).isEmpty();
    pipeline.restart().enriched(NewsItems.killOf(URI));
    assertThat(pipeline.unresolved("UNRESOLVED_KILL")).isEqualTo(1);
    assertThat(pipeline.letters).as("its raw record is an item").isEmpty();
  }

  @Test
  void aKillStandsAgainstWhatItOvertookWhateverTheirTimesSay() {
    NewsItem kill = NewsItems.killOf(URI);
    kill.setVersionCreated(NOON); // as some wires do: the date of the first revision
    NewsItem anew = story(2).setSignal(Signal.NEW).build();
    pipeline.ahead(kill).enriched(story(1).build()).restart().enriched(anew).ahead(anew);
    assertThat(pipeline.published).isEmpty();
    pipeline.enriched(kill).enriched(anew);
    assertThat(pipeline.published).isEmpty();
    pipeline.enriched(story(3).setSignal(Signal.NEW).build());
    assertThat(pipeline.last(URI).getItem().getVersion()).as("issued anew after it").isEqualTo("3");
  }

  @Test
  void aHoldStandsAgainstWhatItOvertookWhateverTheirTimesSay() {
    NewsItem hold = notice(Signal.WITHHOLD, 1);
    hold.setVersionCreated(NOON);
    pipeline.ahead(hold).enriched(story(1).build()).enriched(story(2).build());
    assertThat(pipeline.published).isEmpty();
    pipeline.enriched(hold);
    assertThat(pipeline.published).isEmpty();
    pipeline.enriched(story(3).build());
    assertThat(pipeline.last(URI).getItem().getVersion()).as("newer than the hold").isEqualTo("3");
    assertThat(pipeline.letters).isEmpty();
  }

  @Test
  void measuresTheWayFromTheDoorToTheDecision() {
    pipeline.until(NOON.plusSeconds(2)).ahead(story(1).build()).enriched(story(1).build());
    var delay = pipeline.metrics.registry().timer("publish.urgent.delay");
    assertThat(delay.count()).isEqualTo(1);
    assertThat(delay.totalTime(java.util.concurrent.TimeUnit.SECONDS)).isEqualTo(2);
  }

  private static NewsItem notice(Signal signal, int version) {
    return story("urn:test:notice", version)
        .setVersionCreated(NOON.plus(Duration.ofMinutes(version)))
        .setSignal(signal)
        .setActsOn(List.of(URI))
        .build();
  }
}
