package io.wiredesk.publish;

import static io.wiredesk.publish.NewsItems.NOON;
import static io.wiredesk.publish.NewsItems.URI;
import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.publish.http.PublicSite;
import io.wiredesk.schemas.Authority;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.TakenBack;
import io.wiredesk.schemas.TextValue;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Promise: whoever must remove an item is told which: what its last public state said of it, never
 * what a held revision says, and no headline where a legal reason takes it back.
 */
final class AKillSaysWhatItKillsTest {

  private static final String OPEN = "Mayor of Osterhavn took money for berths";
  private static final String HELD = "Prosecutor names second suspect Quillagua";

  private final Pipeline pipeline = new Pipeline(NOON);

  @AfterEach
  void stop() {
    pipeline.close();
  }

  @Test
  void theStateNamesHeadlineSlugProviderSectionsDesksAndTheAgencysReason() {
    pipeline
        .desks("desks: [{name: one, query: harbour}]")
        .enriched(story(1, OPEN))
        .enriched(
            kill(
                2,
                "ELIMINIEREN: Die Meldung ist zur\u00fcckgezogen, der Brief war gef\u00e4lscht."));
    PublishedItem kill = pipeline.last(URI);
    assertThat(kill.getTakenBack())
        .isEqualTo(
            TakenBack.newBuilder()
                .setHeadline(OPEN)
                .setSlugline("harbour-money")
                .setProvider("AGY")
                .setSections(List.of("politics", "crime"))
                .setBy(Authority.WIRE)
                .build());
    assertThat(kill.getDesks()).containsExactly("one");
    assertThat(kill.getReason())
        .isEqualTo(
            "Canceled by the provider with version 2. ELIMINIEREN: Die Meldung ist zur\u00fcckgezogen,"
                + " der Brief war gef\u00e4lscht.");
    assertThat(pipeline.desk("one").get(1).getTakenBack()).isEqualTo(kill.getTakenBack());
  }

  @Test
  void httpListAndStreamSayItToo() throws Exception {
    pipeline.enriched(story(1, OPEN)).enriched(kill(2, "EDITORS: Kill. The letter was forged."));
    try (PublicSite site =
        new PublicSite(10, Clock.fixed(NOON.plusSeconds(600), ZoneOffset.UTC)).ready()) {
      pipeline.published.forEach(site::put);
      assertThat(site.get("/items/" + URI).statusCode()).isEqualTo(410);
      assertThat(site.get("/items/" + URI).body())
          .contains(OPEN)
          .contains("The letter was forged.");
      assertThat(site.get("/items?state=any").body()).contains(OPEN).contains("harbour-money");
    }
  }

  @Test
  void aHeldRevisionIsNeverNamed() {
    NewsItem held = story(2, HELD);
    held.setPubStatus(PubStatus.WITHHELD);
    held.setEdNotes(List.of(new EditorNote(null, "HOLD: " + HELD + ". More checks needed.", true)));
    pipeline.enriched(story(1, OPEN)).enriched(held);
    assertThat(pipeline.last(URI).getState()).isEqualTo(PublicState.WITHHELD);
    assertThat(pipeline.last(URI).getTakenBack().getHeadline()).isEqualTo(OPEN);
    assertThat(pipeline.last(URI).getReason()).endsWith("version 2. More checks needed.");
    pipeline.enriched(kill(3, "EDITORS: Kill the story headlined " + HELD + "."));
    assertThat(pipeline.last(URI).getTakenBack().getHeadline()).isEqualTo(OPEN);
    assertThat(pipeline.published.toString()).doesNotContain("Quillagua");
  }

  @Test
  void whatWasNeverPublicIsNotNamedToAnybody() {
    NewsItem held = story(1, HELD);
    held.setEmbargoedUntil(NOON.plus(Duration.ofDays(1)));
    pipeline.enriched(held).enriched(kill(2, "EDITORS: Kill. Wrong."));
    assertThat(pipeline.published).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KILL: Libel risk. Mayor of Osterhavn did not take money for berths.",
        "EDITORS: Please kill on the orders of a court.",
        "ELIMINIEREN: Aus rechtlichen Gr\u00fcnden.",
        "ELIMINIEREN: Eine einstweilige Verf\u00fcgung liegt vor.",
        "ANNULATION: Pour des raisons juridiques.",
        "ANULACI\u00d3N: Por orden judicial.",
        "ANNULLAMENTO: Per motivi legali."
      })
  void aLegalReasonOfTheWireShowsNoHeadline(String note) {
    pipeline.enriched(story(1, OPEN)).enriched(kill(2, note));
    assertThat(pipeline.last(URI).getTakenBack().getHeadline()).isNull();
    assertThat(pipeline.last(URI).getTakenBack().getSlugline()).isEqualTo("harbour-money");
    assertThat(pipeline.last(URI).toString()).doesNotContain("Osterhavn");
  }

  @Test
  void aKillOfAnotherItemCarriesItsReasonToTheItemItNames() {
    NewsItem notice = kill(1, "KILL: Libel risk.");
    notice.setUri("urn:test:notice");
    notice.setActsOn(List.of(URI));
    pipeline.enriched(story(1, OPEN)).enriched(notice);
    PublishedItem kill = pipeline.last(URI);
    assertThat(kill.getState()).isEqualTo(PublicState.CANCELED);
    assertThat(kill.getReason()).isEqualTo("Canceled by urn:test:notice. KILL: Libel risk.");
    assertThat(kill.getTakenBack().getHeadline()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Injunction of the district court.,false",
    "Defamation.,false",
    "On advice of our lawyers.,false",
    "Court order.,false",
    "A hoax.,true",
    "The toll is wrong.,true",
    "Illegible.,true"
  })
  void anOrderWithALegalReasonShowsNoHeadline(String reason, boolean shown) {
    for (OrderAction action : List.of(OrderAction.WITHHOLD, OrderAction.KILL)) {
      pipeline.enriched(story(1, OPEN)).order(order(action, reason, 120));
      assertThat(pipeline.last(URI).getTakenBack().getHeadline()).isEqualTo(shown ? OPEN : null);
      assertThat(pipeline.last(URI).getTakenBack().getBy()).isEqualTo(Authority.HAND);
    }
  }

  @Test
  void anOrderMayAskForItToo() {
    GateOrder kill = order(OrderAction.KILL, "Wrong.", 120);
    kill.setWithoutHeadline(true);
    pipeline.enriched(story(1, OPEN)).order(kill);
    assertThat(pipeline.last(URI).getTakenBack().getHeadline()).isNull();
  }

  @Test
  void whatWasSaidAlreadyIsSaidOnceMoreWithoutTheHeadline() {
    GateOrder unsay = order(OrderAction.KILL, "Wrong.", 180);
    unsay.setWithoutHeadline(true);
    pipeline.enriched(story(1, OPEN)).enriched(kill(2, "")).order(unsay);
    assertThat(pipeline.published)
        .extracting(
            state -> state.getTakenBack() == null ? "-" : state.getTakenBack().getHeadline())
        .containsExactly("-", OPEN, null);
    GateOrder held = order(OrderAction.WITHHOLD, "Legal.", 240);
    pipeline.order(held);
    assertThat(pipeline.published).as("nothing new to say").hasSize(3);
  }

  @Test
  void theHeadlineIsKnownAlsoWhenTheCopyIsNoLongerKept() {
    pipeline
        .enriched(story(1, OPEN))
        .until(NOON.plus(Duration.ofDays(31)))
        .restart()
        .enriched(kill(2, ""));
    assertThat(pipeline.last(URI).getTakenBack().getHeadline()).isEqualTo(OPEN);
    assertThat(pipeline.last(URI).getTakenBack().getSections())
        .containsExactly("politics", "crime");
  }

  @Test
  void copyAboutKillsAndHoldsIsNoReason() {
    NewsItem held = story(2, OPEN);
    held.setSignal(Signal.WITHHOLD);
    held.setText("Police hold two suspects in the Quillagua case.\nTwo were killed.");
    held.setEdNotes(
        List.of(new EditorNote(null, "Adds that police hold two from Quillagua", true)));
    pipeline.enriched(story(1, OPEN)).enriched(held);
    assertThat(pipeline.last(URI).getReason())
        .isEqualTo("Withheld by the provider with version 2.");
  }

  private static NewsItem story(int version, String headline) {
    return NewsItems.story(version)
        .setHeadlines(List.of(new TextValue("main", null, headline)))
        .setSlugline("harbour-money")
        .setText("The harbour master said so.")
        .setEnrichment(
            Enrichment.newBuilder()
                .setLanguage("en")
                .setSections(List.of(section("politics"), section("crime")))
                .build())
        .build();
  }

  private static NewsItem kill(int version, String note) {
    NewsItem kill = NewsItems.kill(version);
    kill.setHeadlines(List.of());
    kill.setEdNotes(note.isEmpty() ? List.of() : List.of(new EditorNote(null, note, true)));
    kill.setText("");
    return kill;
  }

  private static NewsSection section(String name) {
    return new NewsSection(
        name, "http://cv.iptc.org/newscodes/mediatopic/1", name, 0.9, Creator.MODEL);
  }

  private static GateOrder order(OrderAction action, String reason, int second) {
    return GateOrder.newBuilder()
        .setUri(URI)
        .setAction(action)
        .setBy("Ana")
        .setByHand(true)
        .setAt(NOON.plusSeconds(second))
        .setReason(reason)
        .build();
  }
}
