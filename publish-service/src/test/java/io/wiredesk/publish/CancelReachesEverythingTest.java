package io.wiredesk.publish;

import static io.wiredesk.publish.NewsItems.COPY;
import static io.wiredesk.publish.NewsItems.NOON;
import static io.wiredesk.publish.NewsItems.URI;
import static io.wiredesk.publish.NewsItems.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Signal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promise: a kill takes back everything it names, as a state with a reason and without copy. */
final class CancelReachesEverythingTest {

  private final Pipeline pipeline = new Pipeline(NOON);

  @AfterEach
  void stop() {
    pipeline.close();
  }

  @Test
  void killTakesBackTheItem() {
    pipeline.enriched(story(1).build()).enriched(NewsItems.kill(2));
    assertCanceled(pipeline.last(URI));
    assertThat(pipeline.last(URI).getReason())
        .isEqualTo("Canceled by the provider with version 2.");
  }

  @Test
  void killWithEqualOrLowerVersionStillKills() {
    pipeline.enriched(story(3).build()).enriched(NewsItems.kill(1));
    assertCanceled(pipeline.last(URI));
  }

  @Test
  void killOfWhatWasIssuedAnewCountsThoughItsClockIsSlow() {
    NewsItem slow = NewsItems.kill(4);
    slow.setVersionCreated(NOON);
    pipeline
        .enriched(story(1).build())
        .enriched(NewsItems.kill(2))
        .enriched(story(3).setSignal(Signal.NEW).build());
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.PUBLISHED);
    pipeline.enriched(slow);
    assertCanceled(pipeline.last(URI));
    pipeline.enriched(slow).enriched(story(5).build());
    assertCanceled(pipeline.last(URI));
  }

  @Test
  void killAsAnItemOfItsOwnActsOnAllItNamesAndIsNoStory() {
    pipeline
        .enriched(story("urn:test:a", 1).build())
        .enriched(story("urn:test:b", 1).build())
        .enriched(NewsItems.killOf("urn:test:a", "urn:test:b"));
    assertCanceled(pipeline.last("urn:test:a"));
    assertCanceled(pipeline.last("urn:test:b"));
    assertThat(pipeline.last("urn:test:kill-notice")).isNull();
    assertThat(pipeline.letters).isEmpty();
  }

  @Test
  void killOfAnUnknownItemIsRememberedAndAlarms() {
    pipeline.enriched(NewsItems.killOf(URI)).enriched(story(1).build());
    assertThat(pipeline.published).isEmpty();
    assertThat(pipeline.unresolved("UNRESOLVED_KILL")).isEqualTo(1);
    assertThat(pipeline.letters).as("its raw record is an item").isEmpty();
  }

  @Test
  void updateDoesNotReviveButANewIssueDoes() {
    pipeline.enriched(story(1).build()).enriched(NewsItems.kill(2)).enriched(story(3).build());
    assertCanceled(pipeline.last(URI));

    pipeline.enriched(story(4).setSignal(Signal.RELEASE).build());
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.PUBLISHED);
    assertThat(pipeline.last(URI).getChange().getSummary())
        .isEqualTo("issued anew after its cancellation");

    pipeline.enriched(NewsItems.kill(2));
    assertThat(pipeline.last(URI).getState())
        .as("the old kill, delivered again")
        .isEqualTo(PublicState.PUBLISHED);
  }

  @Test
  void storyOvertakenByItsKillStaysIn() {
    NewsItem kill = NewsItems.kill(1);
    kill.setVersionCreated(NOON.plus(Duration.ofHours(1)));
    pipeline.enriched(kill).enriched(story(2).setSignal(Signal.NEW).build());
    assertThat(pipeline.published).isEmpty();
  }

  @Test
  void testKillKillsNothing() {
    NewsItem test = NewsItems.killOf(URI);
    test.setProfile("Test");
    pipeline.enriched(story(1).build()).enriched(test);
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.PUBLISHED);
  }

  @Test
  void editorsKillCarriesHerReason() {
    pipeline
        .enriched(story(1).build())
        .order(
            GateOrder.newBuilder()
                .setUri(URI)
                .setAction(OrderAction.KILL)
                .setBy("A. Editor")
                .setByHand(true)
                .setAt(NOON.plusSeconds(600))
                .setReason("Legal advice.")
                .build());
    assertCanceled(pipeline.last(URI));
    assertThat(pipeline.last(URI).getReason()).isEqualTo("Canceled by A. Editor. Legal advice.");
  }

  @Test
  void killReachesEveryDeskThatTheItemEverReached() {
    pipeline
        .desks(
            "desks: [{name: one, query: ferry}, {name: two, query: text:sank}, {name: gone, query:"
                + " '*:*'}, {name: other, query: football}]")
        .enriched(story(1).build())
        .enriched(story(2).setText("A correction: the ferry is afloat.").build())
        .desks("desks: [{name: one, query: football}, {name: other, query: football}]")
        .enriched(NewsItems.kill(3));
    for (String desk : List.of("one", "two", "gone")) {
      List<PublishedItem> told = pipeline.desk(desk);
      assertCanceled(told.get(told.size() - 1));
    }
    assertThat(pipeline.desk("other")).isEmpty();
    assertThat(pipeline.last(URI).getDesks()).containsExactly("gone", "one", "two");
  }

  @Test
  void killReachesTheDesksAlsoAfterARestartWithoutAFile() {
    pipeline.desks("desks: [{name: one, query: ferry}]").enriched(story(1).build());
    pipeline.restart().desks("desks: []").enriched(NewsItems.kill(2));
    assertCanceled(pipeline.desk("one").get(1));
  }

  private static void assertCanceled(PublishedItem item) {
    assertThat(item.getState()).isEqualTo(PublicState.CANCELED);
    assertThat(item.getReason()).isNotBlank();
    assertThat(item.getItem().getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(NewsItems.withoutLabel(item)).doesNotContain(COPY);
    assertThat(item.toString()).doesNotContain(NewsItems.PRIVATE);
    assertThat(List.of(item.getItem().getEdNotes(), item.getItem().getKeywords()))
        .allMatch(List::isEmpty);
  }
}
