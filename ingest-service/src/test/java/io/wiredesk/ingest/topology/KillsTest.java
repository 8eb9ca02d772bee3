package io.wiredesk.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.NewsItem;
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
    List<NewsItem> notices = pipeline.items();
    pipeline.send("a", story);
    NewsItem item = pipeline.items().get(0);
    if (by.equals("uri")) {
      assertThat(notices)
          .as("the gate remembers a kill by uri")
          .anySatisfy(notice -> assertThat(notice.getActsOn()).contains(item.getUri()));
      return;
    }
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

  @Test
  void aStoryMadeAfterTheKillIsNotHeld() {
    pipeline.send(
        "a", telex("0109", "kills/", "KILL: Ferry sinks off the southern coast", "121205"));
    pipeline.send(
        "a", telex("0111", "ferry/sinks/", "Ferry sinks off the southern coast", "121230"));
    assertThat(pipeline.items().get(0).getPubStatus()).isEqualTo(PubStatus.USABLE);
  }

  @Test
  void aKillOfAnotherFeedHoldsNothing() {
    pipeline.send(
        "b", telex("0109", "kills/", "KILL: Ferry sinks off the southern coast", "121205"));
    pipeline.send(
        "a", telex("0101", "ferry/sinks/", "Ferry sinks off the southern coast", "121200"));
    assertThat(pipeline.items().get(0).getPubStatus()).isEqualTo(PubStatus.USABLE);
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
