package io.wiredesk.publish;

import static io.wiredesk.publish.NewsItems.COPY;
import static io.wiredesk.publish.NewsItems.NOON;
import static io.wiredesk.publish.NewsItems.URI;
import static io.wiredesk.publish.NewsItems.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.Topic;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promises: withheld, advisory, test and non-public notes never reach the public topic. */
final class WithheldIsNeverPublicTest {

  private final Pipeline pipeline = new Pipeline(NOON);

  @AfterEach
  void stop() {
    pipeline.close();
  }

  @Test
  void withheldWaitsForTheProvidersRelease() {
    pipeline.enriched(withheld(1)).until(NOON.plus(Duration.ofDays(365)));
    assertThat(pipeline.published).isEmpty();

    pipeline.enriched(story(2).setSignal(Signal.RELEASE).build());
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.PUBLISHED);
  }

  @Test
  void withholdTakesBackWhatWasPublic() {
    pipeline.enriched(story(1).build()).enriched(withheld(2));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.WITHHELD);
    assertThat(NewsItems.withoutLabel(pipeline.last(URI))).doesNotContain(COPY);
  }

  @Test
  void noticesWithholdAndReleaseAnotherItem() {
    pipeline.enriched(story(1).build()).enriched(notice(Signal.WITHHOLD, 1));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.WITHHELD);

    pipeline.enriched(notice(Signal.RELEASE, 2));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.PUBLISHED);
    assertThat(pipeline.last(URI).getItem().getText()).contains(COPY);
    assertThat(pipeline.last("urn:test:notice")).isNull();
  }

  @Test
  void anotherProviderReleasesNothing() {
    NewsItem foreign = notice(Signal.RELEASE, 1);
    foreign.setSource(NewsItems.source("OTHER"));
    pipeline.enriched(withheld(1)).enriched(foreign);
    assertThat(pipeline.published).isEmpty();
    assertThat(pipeline.letters)
        .extracting(DeadLetter::getReason)
        .containsExactly("FOREIGN_RELEASE");
  }

  @Test
  void releaseNoticeForLaterHoldsUntilThen() {
    NewsItem notice = notice(Signal.RELEASE, 1);
    notice.setEmbargoedUntil(NOON.plusSeconds(600));
    pipeline.enriched(withheld(1)).enriched(notice).until(NOON.plusSeconds(599));
    assertThat(pipeline.published).isEmpty();
    pipeline.until(NOON.plusSeconds(601));
    assertThat(pipeline.last(URI).getItem().getPubStatus()).isEqualTo(PubStatus.USABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"advisory", "ADVISORY", "test"})
  void messagesToEditorsStayOff(String profile) {
    pipeline.enriched(story(1).setProfile(profile).build());
    assertThat(pipeline.published).isEmpty();
  }

  @Test
  void expiredItemIsTakenBackWhenItsDateComes() {
    pipeline
        .enriched(story(1).setExpires(NOON.plusSeconds(60)).build())
        .until(NOON.plusSeconds(59));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.PUBLISHED);
    pipeline.until(NOON.plusSeconds(61));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.WITHHELD);
    assertThat(pipeline.last(URI).getReason()).startsWith("Expired at");
  }

  @Test
  void nonPublicNotesStayIn() {
    pipeline.enriched(story(1).build());
    assertThat(pipeline.last(URI).toString()).doesNotContain(NewsItems.PRIVATE);
    assertThat(pipeline.last(URI).getItem().getEdNotes()).hasSize(1);
  }

  @Test
  void recordUnderAForeignKeyIsADeadLetter() {
    pipeline.send(Topic.ENRICHED, "urn:test:other", story(1).build());
    assertThat(pipeline.published).isEmpty();
    assertThat(pipeline.letters).extracting(DeadLetter::getReason).containsExactly("KEY_MISMATCH");
    assertThat(pipeline.letters.get(0).getOriginTopic()).isEqualTo("news.enriched");
  }

  private static NewsItem withheld(int version) {
    return story(version).setPubStatus(PubStatus.WITHHELD).build();
  }

  private static NewsItem notice(Signal signal, int version) {
    return story("urn:test:notice", version)
        .setVersionCreated(NOON.plusSeconds(300 + version))
        .setSignal(signal)
        .setActsOn(List.of(URI))
        .build();
  }
}
