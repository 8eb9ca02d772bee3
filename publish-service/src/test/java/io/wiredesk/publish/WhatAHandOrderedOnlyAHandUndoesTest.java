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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise: a kill, a hold and an embargo by hand stand, whatever the wire sends after them. */
final class WhatAHandOrderedOnlyAHandUndoesTest {

  private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));

  /** What an agency may do to the same item, each with a later version and a later date. */
  private static final Map<String, Consumer<NewsItem>> RESENT =
      Map.of(
          "as it was", item -> {},
          "as new", item -> item.setSignal(Signal.NEW),
          "released", item -> item.setSignal(Signal.RELEASE),
          "corrected", item -> item.setSignal(Signal.CORRECTION),
          "changed", item -> item.setText("The ferry " + COPY + " sank; 15 people died."),
          "by another line", item -> item.getSource().setFeed("other"),
          "by another provider", item -> item.getSource().setProvider("OTHER"));

  private final Pipeline pipeline = new Pipeline(NOON);

  @AfterEach
  void stop() {
    pipeline.close();
  }

  static Stream<Arguments> resentAfterOrders() {
    return RESENT.keySet().stream()
        .flatMap(
            how ->
                Stream.of(OrderAction.KILL, OrderAction.WITHHOLD, OrderAction.EMBARGO)
                    .map(action -> Arguments.of(action, how)));
  }

  @ParameterizedTest(name = "{0}, sent again {1}")
  @MethodSource("resentAfterOrders")
  void whatIsSentAgainStaysBack(OrderAction action, String how) {
    pipeline.enriched(story(1).build()).order(byHand(action, 120));
    PublishedItem takenBack = pipeline.last(URI);
    assertThat(takenBack.getState()).isEqualTo(state(action));
    pipeline.enriched(resent(2, how)).restart().enriched(resent(3, how)).ahead(resent(4, how));
    pipeline.until(TOMORROW.minusSeconds(1));
    assertThat(pipeline.last(URI)).isEqualTo(takenBack);
    assertThat(pipeline.letters).isEmpty();
  }

  @ParameterizedTest(name = "{0}, sent {1}")
  @MethodSource("resentAfterOrders")
  void whatIsOrderedBeforeTheItemComesHoldsToo(OrderAction action, String how) {
    pipeline.order(byHand(action, 120)).enriched(resent(1, how)).restart();
    pipeline.enriched(resent(2, how)).until(TOMORROW.minusSeconds(1));
    assertThat(pipeline.published).isEmpty();
  }

  @Test
  void aReleaseByHandBringsTheNewestRevisionBack() {
    pipeline.enriched(story(1).build()).order(byHand(OrderAction.KILL, 120));
    pipeline.enriched(resent(2, "changed")).order(byHand(OrderAction.RELEASE, 180));
    PublishedItem again = pipeline.last(URI);
    assertThat(again.getState()).isEqualTo(PublicState.PUBLISHED);
    assertThat(again.getItem().getText()).contains("15 people");
    assertThat(again.getChange().getSummary()).isEqualTo("released after its cancellation");
    assertThat(again.getSequence()).isEqualTo(3);
  }

  @Test
  void aReleaseByHandBringsBackWhatWasNotSentAgain() {
    pipeline
        .enriched(story(1).build())
        .order(byHand(OrderAction.KILL, 120))
        .order(byHand(OrderAction.RELEASE, 180));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.PUBLISHED);
    assertThat(pipeline.last(URI).getItem().getText()).contains(COPY);
  }

  @ParameterizedTest
  @EnumSource(names = {"WITHHOLD", "EMBARGO"})
  void aKillByHandStandsThroughOtherOrdersByHand(OrderAction action) {
    pipeline
        .enriched(story(1).build())
        .order(byHand(OrderAction.KILL, 120))
        .order(byHand(action, 180))
        .until(TOMORROW.plusSeconds(60))
        .enriched(resent(2, "as new"));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.CANCELED);
  }

  @Test
  void aReleaseByTheProviderOrBeforeTheKillDoesNotUndoIt() {
    GateOrder byWire = byHand(OrderAction.RELEASE, 240);
    byWire.setByHand(false);
    byWire.setProvider("AGY");
    pipeline
        .enriched(story(1).build())
        .order(byHand(OrderAction.KILL, 120))
        .order(byWire)
        .order(byHand(OrderAction.RELEASE, 60));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.CANCELED);
  }

  @Test
  void aHandDoesNotUndoWhatTheProviderKilled() {
    pipeline
        .enriched(story(1).build())
        .order(byHand(OrderAction.KILL, 120))
        .enriched(NewsItems.kill(2))
        .order(byHand(OrderAction.RELEASE, 180));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.CANCELED);
    pipeline.enriched(resent(3, "as new"));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.PUBLISHED);
  }

  @Test
  void aKillByHandCountsWhateverTheWiresClockSays() {
    NewsItem fromTheFuture = NewsItems.kill(2);
    fromTheFuture.setVersionCreated(NOON.plus(Duration.ofDays(300)));
    NewsItem anew = resent(3, "as new");
    anew.setVersionCreated(NOON.plus(Duration.ofDays(301)));
    pipeline.enriched(story(1).build()).enriched(fromTheFuture).enriched(anew);
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.PUBLISHED);
    pipeline.order(byHand(OrderAction.KILL, 600));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.CANCELED);
  }

  @Test
  void theSameKillDeliveredAgainAfterItsReleaseDoesNothing() {
    pipeline
        .enriched(story(1).build())
        .order(byHand(OrderAction.KILL, 120))
        .order(byHand(OrderAction.RELEASE, 180))
        .order(byHand(OrderAction.KILL, 120));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.PUBLISHED);
    assertThat(pipeline.published)
        .extracting(PublishedItem::getState)
        .isEqualTo(List.of(PublicState.PUBLISHED, PublicState.CANCELED, PublicState.PUBLISHED));
  }

  private static NewsItem resent(int version, String how) {
    NewsItem item = story(version).setPubStatus(PubStatus.USABLE).build();
    item.setVersionCreated(NOON.plusSeconds(3600L * version));
    RESENT.get(how).accept(item);
    return item;
  }

  private static GateOrder byHand(OrderAction action, int second) {
    return GateOrder.newBuilder()
        .setUri(URI)
        .setAction(action)
        .setBy("Ana")
        .setByHand(true)
        .setAt(NOON.plusSeconds(second))
        .setUntil(action == OrderAction.EMBARGO ? TOMORROW : null)
        .setReason("Because.")
        .build();
  }

  private static PublicState state(OrderAction action) {
    return action == OrderAction.KILL ? PublicState.CANCELED : PublicState.WITHHELD;
  }
}
