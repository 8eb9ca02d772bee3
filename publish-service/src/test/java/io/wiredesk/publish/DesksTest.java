package io.wiredesk.publish;

import static io.wiredesk.publish.NewsItems.COPY;
import static io.wiredesk.publish.NewsItems.NOON;
import static io.wiredesk.publish.NewsItems.URI;
import static io.wiredesk.publish.NewsItems.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promise: a desk gets what its query asks for, and is told of everything that happens to it. */
final class DesksTest {

  private static final String TWO =
      """
      desks:
        - name: deaths
          query: text:killing
        - name: ferries
          title: Ships
          query: [ "slugline:nothing", "text:ferry AND language:en" ]
      """;

  private final Pipeline pipeline = new Pipeline(NOON);

  @AfterEach
  void stop() {
    pipeline.close();
  }

  @Test
  void itemGoesToTheDesksItMatchesWithTheQueryThatDid() {
    pipeline.desks(TWO).enriched(story(1).build());
    PublishedItem item = pipeline.desk("ferries").get(0);
    assertThat(item.getMatchedRule()).isEqualTo("text:ferry AND language:en");
    assertThat(item.getDesks()).containsExactly("ferries");
    assertThat(item.getItem().getText()).contains(COPY);
    assertThat(pipeline.desk("deaths").get(0).getMatchedRule()).isEqualTo("text:killing");
    assertThat(pipeline.last(URI).getDesks()).containsExactly("deaths", "ferries");
    assertThat(pipeline.last(URI).getMatchedRule()).isNull();
    assertThat(pipeline.desk("deaths").toString()).doesNotContain(NewsItems.PRIVATE);
  }

  @Test
  void deskGetsEveryRevisionWhileItMatches() {
    pipeline.desks(TWO).enriched(story(1).build()).enriched(story(2).build());
    assertThat(pipeline.desk("ferries"))
        .extracting(PublishedItem::getSequence)
        .containsExactly(1L, 2L);
  }

  @Test
  void itemThatIsCorrectedAwayIsToldToTheDeskItLeaves() {
    pipeline
        .desks(TWO)
        .enriched(story(1).build())
        .enriched(story(2).setText("The ferry " + COPY + " sank, nobody was hurt.").build());
    PublishedItem left = pipeline.desk("deaths").get(1);
    assertThat(left.getState()).isEqualTo(PublicState.LEFT);
    assertThat(left.getReason()).isEqualTo("No longer matches the desk's query.");
    assertThat(left.getSequence()).isEqualTo(2);
    assertThat(left.getItem().getVersion()).isEqualTo("2");
    assertThat(left.toString()).doesNotContain(COPY);
    assertThat(pipeline.last(URI).getDesks()).containsExactly("ferries");

    pipeline.enriched(story(3).setText("The ferry sank, nobody was hurt, again.").build());
    assertThat(pipeline.desk("deaths")).hasSize(2);

    pipeline.enriched(story(4).build());
    assertThat(states("deaths"))
        .containsExactly(PublicState.PUBLISHED, PublicState.LEFT, PublicState.PUBLISHED);
  }

  @Test
  void embargoedItemReachesItsDeskAtItsReleaseAndNotBefore() {
    Instant six = NOON.plus(Duration.ofHours(6));
    pipeline.desks(TWO).enriched(story(1).setEmbargoedUntil(six).build());
    pipeline.until(six.minusMillis(1));
    assertThat(pipeline.desk("ferries")).isEmpty();
    pipeline.until(six);
    assertThat(states("ferries")).containsExactly(PublicState.PUBLISHED);
  }

  @Test
  void withheldItemNeverReachesADesk() {
    pipeline.desks(TWO).enriched(story(1).setPubStatus(PubStatus.WITHHELD).build());
    assertThat(pipeline.desk("ferries")).isEmpty();
  }

  @Test
  void whatIsWithheldIsToldAndComesBackToTheDesksThatThenMatch() {
    pipeline
        .desks(TWO)
        .enriched(story(1).build())
        .order(order(OrderAction.WITHHOLD, 10))
        .desks(TWO.replace("text:killing", "text:football"))
        .order(order(OrderAction.RELEASE, 20));
    assertThat(states("ferries"))
        .containsExactly(PublicState.PUBLISHED, PublicState.WITHHELD, PublicState.PUBLISHED);
    assertThat(states("deaths"))
        .containsExactly(PublicState.PUBLISHED, PublicState.WITHHELD, PublicState.LEFT);
    assertThat(NewsItems.withoutLabel(pipeline.desk("deaths").get(1))).doesNotContain(COPY);
  }

  @Test
  void itemOfARemovedDeskLeavesWithoutANewRevision() {
    pipeline.desks(TWO).enriched(story(1).build()).enriched(story("urn:test:b", 1).build());
    pipeline.desks("desks: [{name: deaths, query: 'text:killing'}]").until(NOON.plusSeconds(1));
    assertThat(states("ferries"))
        .containsExactly(
            PublicState.PUBLISHED, PublicState.PUBLISHED, PublicState.LEFT, PublicState.LEFT);
    PublishedItem left = pipeline.desk("ferries").get(2);
    assertThat(left.getReason()).isEqualTo("The desk is no longer in the desks' file.");
    assertThat(left.toString()).doesNotContain(COPY);
    pipeline.until(NOON.plusSeconds(5));
    assertThat(pipeline.desk("ferries")).hasSize(4);
    assertThat(states("deaths")).containsOnly(PublicState.PUBLISHED);
  }

  @Test
  void deskThatWasRemovedWhileTheServiceWasDownIsTold() {
    pipeline.desks(TWO).enriched(story(1).build());
    pipeline.restart().desks("desks: []").until(NOON.plusSeconds(1));
    assertThat(states("ferries")).containsExactly(PublicState.PUBLISHED, PublicState.LEFT);
  }

  @Test
  void manyItemsOfARemovedDeskAreAllToldOnce() {
    pipeline.desks(TWO);
    int items = 1_100; // more than one stretch of the walk
    for (int i = 0; i < items; i++) {
      pipeline.enriched(story("urn:test:many-" + i, 1).build());
    }
    pipeline.desks("desks: []");
    for (int millis = 200; millis <= 2_000; millis += 200) {
      pipeline.until(NOON.plusMillis(millis));
    }
    List<String> left =
        pipeline.desk("ferries").stream()
            .filter(p -> p.getState() == PublicState.LEFT)
            .map(PublishedItem::getUri)
            .toList();
    assertThat(left).hasSize(items).doesNotHaveDuplicates();
  }

  @Test
  void wrongQueryKeepsTheFormerOneAndLeavesOthersAlone() {
    pipeline
        .desks(TWO)
        .desks(TWO.replace("text:killing", "text:(killing"))
        .enriched(story(1).build());
    assertThat(pipeline.desk("deaths").get(0).getMatchedRule()).isEqualTo("text:killing");
    assertThat(pipeline.desk("ferries")).hasSize(1);
  }

  @Test
  void whereADesksQueriesAreNotKnownItsItemsStayAndNothingNewComes() {
    pipeline.desks(TWO).enriched(story(1).build());
    pipeline
        .desks("desks: []") // as if restarted: what ran before is forgotten
        .desks("desks: [{name: deaths, query: 'text:('}, {name: ferries, query: 'text:ferry'}]")
        .enriched(story(2).setText("The ferry is afloat.").build())
        .enriched(story("urn:test:b", 1).build());
    assertThat(states("deaths")).containsExactly(PublicState.PUBLISHED, PublicState.PUBLISHED);
    assertThat(pipeline.desk("deaths").get(1).getMatchedRule()).isNull();
    assertThat(pipeline.last("urn:test:b").getDesks()).containsExactly("ferries");
  }

  @Test
  void withoutAFileThePublicFlowGoesOnAndItemsStayOnTheirDesks() {
    try (Pipeline bare = new Pipeline(NOON)) {
      bare.enriched(story(1).build()).until(NOON.plusSeconds(5));
      assertThat(bare.last(URI).getState()).isEqualTo(PublicState.PUBLISHED);
      assertThat(bare.last(URI).getDesks()).isEmpty();
    }
  }

  @Test
  void memoryOfDesksOutlivesARestart() {
    pipeline.desks(TWO).enriched(story(1).build());
    pipeline.restart().enriched(story(2).setText("The ferry is afloat.").build());
    assertThat(states("deaths")).containsExactly(PublicState.PUBLISHED, PublicState.LEFT);
  }

  @Test
  void deskWithoutATopicIsPassedOverAndOthersAreServed() {
    pipeline.desks(TWO).enriched(story(1).build());
    pipeline.withoutTopic.add("deaths");
    pipeline.enriched(NewsItems.kill(2));
    assertThat(states("deaths")).containsExactly(PublicState.PUBLISHED);
    assertThat(states("ferries")).containsExactly(PublicState.PUBLISHED, PublicState.CANCELED);
    assertThat(pipeline.metrics.counter("publish.desks.without.topic").count()).isEqualTo(1);
  }

  @Test
  void deskThatMatchesEverythingGetsEverything() {
    pipeline.desks("desks: [{name: all, query: '*:*'}]");
    for (int i = 0; i < 100; i++) {
      pipeline.enriched(story("urn:test:all-" + i, 1).build());
    }
    assertThat(pipeline.desk("all")).hasSize(100);
  }

  @Test
  void eachEventOfADeskIsCounted() {
    pipeline.desks(TWO).enriched(story(1).build()).enriched(story(2).setText("Afloat.").build());
    assertThat(count("deaths", "ENTERED")).isEqualTo(1);
    assertThat(count("deaths", "LEFT")).isEqualTo(1);
    assertThat(count("ferries", "ENTERED")).isEqualTo(1);
  }

  private double count(String desk, String event) {
    return pipeline.metrics.counter("publish.desk.items", "desk", desk, "event", event).count();
  }

  private List<PublicState> states(String desk) {
    return new ArrayList<>(pipeline.desk(desk).stream().map(PublishedItem::getState).toList());
  }

  private static GateOrder order(OrderAction action, int minute) {
    return GateOrder.newBuilder()
        .setUri(URI)
        .setAction(action)
        .setBy("A. Editor")
        .setByHand(true)
        .setAt(NOON.plusSeconds(60L * minute))
        .setReason("Checking.")
        .build();
  }
}
