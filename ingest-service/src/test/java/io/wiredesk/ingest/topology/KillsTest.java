package io.wiredesk.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.Authority;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills that are items of their own, before and after the story that they mean. */
class KillsTest {

  private final ParsePipeline pipeline = new ParsePipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  /** What names the story, the story, the kill. */
  static Stream<Arguments> pairs() {
    return Stream.of(
        Arguments.of("uri", story("urn:x", "100", "1200"), nitfKill("urn:x", "120500")),
        Arguments.of("identifier", story("W77", "100", "1200"), nitfKill("W77", "120500")),
        Arguments.of(
            "number",
            telex("0101", "ferry/sinks/", "Ferry sinks off the southern coast", "121200"),
            telex("0109", "kills/", "KILL: abc0101", "121205")),
        Arguments.of(
            "headline",
            telex("0101", "ferry/sinks/", "Ferry sinks off the southern coast", "121200"),
            telex("0109", "kills/", "KILL: Ferry sinks off the southern coast", "121205")),
        Arguments.of(
            "slug and day",
            telex("0101", "ferry/sinks/", "Ferry sinks off the southern coast", "121200"),
            telex("0109", "ferry/sinks/", "KILL KILL KILL", "121205")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void aKillActsOnTheStoryThatItNames(String by, byte[] story, byte[] kill) {
    pipeline.send("a", story);
    NewsItem item = pipeline.items().get(0);
    pipeline.send("a", kill);
    assertThat(pipeline.items())
        .anySatisfy(
            notice -> {
              assertThat(notice.getSignal()).isEqualTo(Signal.CANCEL);
              assertThat(Stream.concat(notice.getActsOn().stream(), Stream.of(notice.getUri())))
                  .contains(item.getUri());
            });
    assertThat(pipeline.letters.isEmpty()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void aStoryThatComesAfterItsKillIsNotUsable(String by, byte[] story, byte[] kill) {
    pipeline.send("a", kill);
    assertThat(pipeline.items()).as("no story itself").isEmpty();
    pipeline.send("a", story);
    NewsItem item = pipeline.items().get(0);
    assertThat(item.getPubStatus()).isEqualTo(PubStatus.WITHHELD);
    assertThat(item.getEdNotes()).extracting(EditorNote::getRole).contains("killed");
    assertThat(pipeline.sum("wiredesk.parse.held", "a")).isEqualTo(1);
  }

  @Test
  void anUnresolvedKillIsADeadLetterAtOnce() {
    pipeline.send("a", telex("0109", "kills/", "KILL: abc0101", "121205"));
    assertThat(pipeline.letters.readValue().getReason()).isEqualTo("UNRESOLVED_KILL");
    assertThat(pipeline.items.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"KILL: Ferry sinks off the southern coast", "KILL: abc0111", "KILL KILL KILL"})
  void aKillDatedBeforeItsStoryHoldsItAndNoneThatComesLater(String kill) {
    pipeline.send("a", telex("0109", "ferry/sinks/", kill, "121205"));
    pipeline.send("a", ferry("0111", "121230"));
    pipeline.send("a", ferry("0112", "121300"));
    assertThat(pipeline.items())
        .extracting(NewsItem::getPubStatus)
        .containsExactly(PubStatus.WITHHELD, PubStatus.USABLE);
  }

  @Test
  void aKillOfItsOwnItemDatedBeforeItsStoryHoldsIt() {
    pipeline.send("a", killOfItself("urn:x", "1200"));
    assertThat(pipeline.items()).extracting(NewsItem::getUri).containsExactly("urn:x");
    pipeline.send("a", story("urn:x", "100", "1230"));
    pipeline.send("a", story("urn:x", "101", "1300"));
    assertThat(pipeline.items())
        .extracting(NewsItem::getPubStatus)
        .containsExactly(PubStatus.WITHHELD, PubStatus.USABLE);
  }

  @Test
  void whatIsIssuedAnewAfterAKillOfItsOwnItemIsFree() {
    pipeline.send("a", story("urn:x", "100", "1130"));
    pipeline.send("a", killOfItself("urn:x", "1200"));
    pipeline.send("a", story("urn:x", "101", "1230"));
    assertThat(pipeline.items())
        .extracting(NewsItem::getPubStatus)
        .containsExactly(PubStatus.USABLE, PubStatus.CANCELED, PubStatus.USABLE);
  }

  @Test
  void whatAKillFoundStaysHeldUntilItIsIssuedAnew() {
    pipeline.send("a", nitfKill("urn:x", "120500"));
    pipeline.send("a", story("urn:x", "100", "1300"));
    pipeline.send("a", update(story("urn:x", "101", "1310")));
    pipeline.send("a", story("urn:x", "102", "1320"));
    assertThat(pipeline.items())
        .extracting(NewsItem::getPubStatus)
        .containsExactly(PubStatus.WITHHELD, PubStatus.WITHHELD, PubStatus.USABLE);
  }

  @Test
  void aKillThatNamesAnUnseenNumberAndAKnownSlugHoldsBoth() {
    pipeline.send("a", ferry("0101", "121200"));
    String known = pipeline.items().get(0).getUri();
    pipeline.send("a", telex("0109", "ferry/sinks/", "KILL: abc0105", "121205"));
    assertThat(pipeline.orders.readValuesToList())
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.getUri()).isEqualTo(known);
              assertThat(order.getAction()).isEqualTo(OrderAction.WITHHOLD);
              assertThat(order.getAuthority()).isEqualTo(Authority.DOUBT);
              assertThat(order.getByHand()).isFalse();
            });
    pipeline.send("a", telex("0105", "harbour/", "Harbour of Horta closes", "121206"));
    assertThat(pipeline.items())
        .extracting(NewsItem::getPubStatus)
        .containsExactly(PubStatus.WITHHELD);
    assertThat(pipeline.letters.readValuesToList()).hasSize(1);
  }

  @Test
  void anOrdinaryNumberInTheTextIsNoNumberOfTheLine() {
    pipeline.send("a", ferry("0101", "121200"));
    pipeline.send(
        "a", telex("0109", "ferry/sinks/", "KILL: the Boeing 747 story, in 2026", "121205"));
    assertThat(pipeline.letters.isEmpty()).isTrue();
    assertThat(pipeline.items().get(1).getActsOn()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void aKillByANameOfSeveralHoldsThoseMadeBeforeItUpToThree(int stories) {
    for (int i = 1; i <= stories; i++) {
      pipeline.send("a", telex("010" + i, "ferry/sinks/", "Ferry story number " + i, "12120" + i));
    }
    pipeline.send("a", telex("0108", "ferry/sinks/", "Ferry story made later", "121500"));
    List<String> before = pipeline.items().stream().limit(stories).map(NewsItem::getUri).toList();
    pipeline.send("a", telex("0109", "ferry/sinks/", "KILL KILL KILL", "121210"));
    boolean held = stories <= 3;
    List<GateOrder> orders = pipeline.orders.readValuesToList();
    assertThat(orders)
        .extracting(GateOrder::getUri)
        .containsExactlyInAnyOrderElementsOf(held ? before : List.of());
    assertThat(orders).noneMatch(order -> order.getAction() == OrderAction.KILL);
    DeadLetter letter = pipeline.letters.readValue();
    assertThat(letter.getReason()).isEqualTo("UNRESOLVED_KILL");
    assertThat(letter.getFeed()).isEqualTo("a");
    assertThat(letter.getKill().getHeld()).isEqualTo(held);
    assertThat(letter.getKill().getCandidates()).containsAll(before);
    assertThat(letter.getKill().getNamed()).contains("ferry sinks");
    assertThat(letter.getKill().getUri()).contains("0109");
    assertThat(pipeline.letters.isEmpty()).isTrue();
  }

  @Test
  void aKillOfWhatTheLineNeverSentIsADeadLetterAndAnOrderToTheGateButNoItem() {
    pipeline.send("a", nitfKill("urn:elsewhere", "120500"));
    assertThat(pipeline.items()).isEmpty();
    assertThat(pipeline.letters.readValuesToList()).hasSize(1);
    assertThat(pipeline.orders.readValuesToList())
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.getUri()).isEqualTo("urn:elsewhere");
              assertThat(order.getAction()).isEqualTo(OrderAction.KILL);
              assertThat(order.getBy()).isEqualTo("urn:kill");
              assertThat(order.getAuthority()).isEqualTo(Authority.WIRE);
            });
  }

  @Test
  void aKillOfAnotherFeedHoldsNothing() {
    pipeline.send(
        "b", telex("0109", "kills/", "KILL: Ferry sinks off the southern coast", "121205"));
    pipeline.send(
        "a", telex("0101", "ferry/sinks/", "Ferry sinks off the southern coast", "121200"));
    assertThat(pipeline.items().get(0).getPubStatus()).isEqualTo(PubStatus.USABLE);
  }

  private static byte[] killOfItself(String id, String time) {
    return new String(story(id, "99", time), StandardCharsets.UTF_8)
        .replace("<docdata>", "<docdata management-status=\"canceled\">")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] ferry(String number, String time) {
    return telex(number, "ferry/sinks/", "Ferry sinks off the southern coast", time);
  }

  private static byte[] update(byte[] story) {
    return new String(story, StandardCharsets.UTF_8)
        .replace("<hl1>", "<hl1>UPDATE 2-")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] story(String id, String number, String time) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <nitf><head><docdata><doc-id id-string="%s"/><date.issue norm="20260312T%s00Z"/></docdata></head>
    <body><body.head><hedline><hl1>Ferry sinks off the southern coast</hl1></hedline></body.head>
    <body.content><p>The ferry went down in the evening, number %s.</p></body.content></body></nitf>
    """
        .formatted(id, time, number)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Cancels another document by its identifier. */
  private static byte[] nitfKill(String id, String time) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <nitf><head><docdata management-status="canceled" management-doc-idref="%s" management-idref-status="canceled">
    <doc-id id-string="urn:kill"/><date.issue norm="20260312T%sZ"/></docdata></head>
    <body><body.head><hedline><hl1>KILL</hl1></hedline></body.head>
    <body.content><p>Editors: do not use the story.</p></body.content></body></nitf>
    """
        .formatted(id, time)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** An IPTC 7901 message. */
  private static byte[] telex(String number, String slug, String headline, String time) {
    return ("\u0001abc"
            + number
            + " 4 pl 80\r\n"
            + slug
            + "\r\n\n\u0002"
            + headline
            + " =\r\n"
            + "   LISBON, March 12 - The ferry went down in the evening, the coast guard said.\r\n"
            + "\u0003"
            + time
            + " mar 26\r\n\u0004")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
