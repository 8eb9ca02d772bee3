package io.wiredesk.publish;

import static io.wiredesk.publish.NewsItems.NOON;
import static io.wiredesk.publish.NewsItems.URI;
import static io.wiredesk.publish.NewsItems.kill;
import static io.wiredesk.publish.NewsItems.killOf;
import static io.wiredesk.publish.NewsItems.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Entitlement;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.Signal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise: a uri belongs to one provider; no other feed revises, freezes or kills the item. */
final class AUriBelongsToOneProviderTest {

  private static final Entitlement AGENCY = feed("agency", List.of("NPA"), List.of(), Map.of());
  private static final Entitlement STRANGER = feed("blog", List.of("Blog"), List.of(), Map.of());
  private static final Entitlement DESK = feed("desk", List.of("Desk"), List.of("NPA"), Map.of());

  private final Pipeline pipeline = new Pipeline(NOON);

  @AfterEach
  void stop() {
    pipeline.close();
  }

  @Test
  void whatAnotherFeedRevisesIsADeadLetterThatNamesBothSides() {
    pipeline.enriched(over(AGENCY, story(1))).enriched(over(STRANGER, story(7)));
    assertThat(pipeline.last(URI).getItem().getVersion()).isEqualTo("1");
    assertThat(pipeline.letters).hasSize(1);
    DeadLetter letter = pipeline.letters.get(0);
    assertThat(letter.getReason()).isEqualTo("NOT_ENTITLED");
    assertThat(letter.getMessage()).contains("NPA").contains("blog").contains("Blog");
    assertThat(letter.getKill()).isNull();
    pipeline.restart().enriched(over(AGENCY, story(2)));
    assertThat(pipeline.last(URI).getItem().getVersion()).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(longs = {100, 1L << 62, Long.MAX_VALUE - 1})
  void noRevisionOfAnotherFeedFreezesTheItem(long revision) {
    NewsItem huge = over(STRANGER, story(3).setRevision(revision));
    pipeline.enriched(over(AGENCY, story(1))).enriched(huge).enriched(over(AGENCY, story(2)));
    assertThat(pipeline.last(URI).getItem().getVersion()).isEqualTo("2");
  }

  @Test
  void whatAnotherFeedRepeatsIsADuplicate() {
    pipeline.enriched(over(AGENCY, story(2))).enriched(over(STRANGER, story(2)));
    pipeline.enriched(over(STRANGER, story(1)));
    assertThat(pipeline.letters).isEmpty();
    assertThat(pipeline.published).hasSize(1);
  }

  @Test
  void aKillOfAnotherFeedNeverCancelsAndIsPutBeforeAnEditor() {
    pipeline
        .enriched(over(AGENCY, story(1)))
        .enriched(over(STRANGER, NewsItem.newBuilder(kill(9))))
        .enriched(over(STRANGER, NewsItem.newBuilder(killOf(URI))));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.PUBLISHED);
    assertThat(pipeline.letters)
        .extracting(DeadLetter::getReason)
        .containsExactly("NOT_ENTITLED", "NOT_ENTITLED");
    assertThat(pipeline.letters)
        .allSatisfy(letter -> assertThat(letter.getKill().getCandidates()).containsExactly(URI));
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderAction.class,
      names = {"KILL", "WITHHOLD", "EMBARGO", "RELEASE"})
  void noOrderOfAnotherFeedActs(OrderAction action) {
    NewsItem embargoed = over(AGENCY, story(1).setEmbargoedUntil(NOON.plusSeconds(7_200)));
    pipeline.enriched(embargoed).order(order(action, STRANGER));
    assertThat(pipeline.published).isEmpty();
    assertThat(pipeline.letters).hasSize(1);
    pipeline.until(NOON.plusSeconds(7_300));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.PUBLISHED);
  }

  @Test
  void aFeedThatKillsForTheProviderActs() {
    pipeline.enriched(over(AGENCY, story(1))).enriched(over(DESK, NewsItem.newBuilder(kill(9))));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.CANCELED);
    assertThat(pipeline.letters).isEmpty();
    pipeline.enriched(over(DESK, story(20).setSignal(Signal.NEW)));
    assertThat(pipeline.last(URI).getState()).as("revised").isEqualTo(PublicState.CANCELED);
  }

  @Test
  void twoFeedsOfOneAgencySpeakForIt() {
    Entitlement second = feed("agency-sport", List.of("NPA"), List.of(), Map.of());
    pipeline.enriched(over(AGENCY, story(1))).enriched(over(second, story(2)));
    pipeline.enriched(over(second, NewsItem.newBuilder(kill(3))));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.CANCELED);
    assertThat(pipeline.letters).isEmpty();
  }

  @Test
  void aClaimedSpaceBelongsToItsProviderWhoeverCameFirst() {
    Map<String, String> claims = Map.of(URI, "NPA");
    Entitlement stranger = feed("blog", List.of("Blog"), List.of(), claims);
    Entitlement nobody = feed("open", List.of(), List.of(), claims);
    Entitlement agency = feed("agency", List.of("NPA"), List.of(), claims);
    pipeline.enriched(over(stranger, story(1))).enriched(over(nobody, story(2)));
    pipeline.enriched(over(nobody, NewsItem.newBuilder(kill(3))));
    assertThat(pipeline.published).isEmpty();
    assertThat(pipeline.letters).hasSize(3);
    pipeline.enriched(over(agency, story(1)));
    assertThat(pipeline.last(URI).getItem().getVersion()).isEqualTo("1");
  }

  @Test
  void whatAStrangerKilledBeforeItCameIsOpenAndSaid() {
    pipeline.enriched(over(STRANGER, NewsItem.newBuilder(kill(1_000))));
    pipeline.enriched(over(AGENCY, story(1)));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.PUBLISHED);
    assertThat(pipeline.letters).extracting(DeadLetter::getReason).containsExactly("NOT_ENTITLED");
  }

  @Test
  void feedsWithoutAProviderWorkAsEver() {
    pipeline.enriched(story(1).build()).enriched(over(STRANGER, story(2)));
    pipeline.enriched(kill(3));
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.CANCELED);
    assertThat(pipeline.letters).isEmpty();
  }

  @Test
  void anEditorMayEverything() {
    pipeline.enriched(over(AGENCY, story(1)));
    pipeline.order(
        GateOrder.newBuilder(order(OrderAction.KILL, null)).setByHand(true).setBy("Ana").build());
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.CANCELED);
  }

  private static GateOrder order(OrderAction action, Entitlement feed) {
    return GateOrder.newBuilder()
        .setUri(URI)
        .setAction(action)
        .setBy("urn:test:notice")
        .setProvider("AGY")
        .setAt(NOON.plusSeconds(600))
        .setUntil(action == OrderAction.EMBARGO ? NOON.plusSeconds(90_000) : null)
        .setEntitlement(feed)
        .build();
  }

  private static NewsItem over(Entitlement feed, NewsItem.Builder item) {
    NewsItem sent = item.build();
    sent.getSource().setEntitlement(feed);
    assertThat(sent.getPubStatus()).isNotEqualTo(PubStatus.WITHHELD);
    return sent;
  }

  private static Entitlement feed(
      String name, List<String> speaksFor, List<String> killsFor, Map<String, String> claims) {
    return new Entitlement(name, speaksFor, killsFor, claims);
  }
}
