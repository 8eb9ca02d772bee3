package io.wiredesk.publish;

import static io.wiredesk.publish.NewsItems.NOON;
import static io.wiredesk.publish.NewsItems.URI;
import static io.wiredesk.publish.NewsItems.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.Authority;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promise: a kill that may mean an item or another withholds it, and never cancels it. */
final class AKillInDoubtWithholdsTest {

  private static final String KILL = "urn:test:unresolved";

  private final Pipeline pipeline = new Pipeline(NOON);

  @AfterEach
  void stop() {
    pipeline.close();
  }

  @Test
  void aCandidateIsWithheldUntilAHandSaysThatItWasNotMeant() {
    pipeline.enriched(story(1).build()).order(doubt(300));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.WITHHELD);
    assertThat(pipeline.last(URI).getTakenBack().getBy()).isEqualTo(Authority.DOUBT);
    pipeline.restart().enriched(story(2).build());
    assertThat(pipeline.last(URI).getState()).as("an update").isEqualTo(PublicState.WITHHELD);
    pipeline.order(byHand(OrderAction.RELEASE, "urn:test:another", 400));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.WITHHELD);
    pipeline.order(byHand(OrderAction.RELEASE, KILL, 401));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.PUBLISHED);
    assertThat(pipeline.last(URI).getItem().getVersion()).isEqualTo("2");
    assertThat(pipeline.letters).isEmpty();
  }

  @Test
  void aCandidateOnItsWayIsWithheldWhenItComes() {
    pipeline.order(doubt(300)).enriched(story(1).build());
    assertThat(pipeline.published).isEmpty();
    assertThat(pipeline.letters).isEmpty();
    pipeline.order(byHand(OrderAction.RELEASE, null, 400));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.PUBLISHED);
  }

  @Test
  void theProviderLiftsTheDoubtByIssuingTheItemAnew() {
    NewsItem anew = story(9).setSignal(Signal.NEW).build();
    pipeline.enriched(story(1).build()).order(doubt(300)).enriched(anew);
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.PUBLISHED);
  }

  @Test
  void settlingADoubtLiftsNothingThatAHandOrdered() {
    pipeline
        .enriched(story(1).build())
        .order(byHand(OrderAction.WITHHOLD, null, 200))
        .order(doubt(300))
        .order(byHand(OrderAction.RELEASE, KILL, 400));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.WITHHELD);
  }

  @Test
  void theItemThatWasMeantIsKilledByHand() {
    pipeline.enriched(story(1).build()).order(doubt(300));
    pipeline.order(byHand(OrderAction.KILL, KILL, 400)).enriched(story(9).build());
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.CANCELED);
  }

  private static GateOrder doubt(int second) {
    return GateOrder.newBuilder()
        .setUri(URI)
        .setAction(OrderAction.WITHHOLD)
        .setAuthority(Authority.DOUBT)
        .setBy(KILL)
        .setProvider("AGY")
        .setAt(NOON.plusSeconds(second))
        .build();
  }

  private static GateOrder byHand(OrderAction action, String resolves, int second) {
    return GateOrder.newBuilder()
        .setUri(URI)
        .setAction(action)
        .setBy("Ana")
        .setByHand(true)
        .setAt(NOON.plusSeconds(second))
        .setReason("Found out.")
        .setResolves(resolves)
        .build();
  }
}
