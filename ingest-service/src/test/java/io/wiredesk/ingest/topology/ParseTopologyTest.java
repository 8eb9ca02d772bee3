package io.wiredesk.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.DuplicateKind;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.TrailEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.TestOutputTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParseTopologyTest {

  private final ParsePipeline pipeline = new ParsePipeline();
  private final TestOutputTopic<String, NewsItem> items = pipeline.items;
  private final TestOutputTopic<String, DeadLetter> letters = pipeline.letters;
  private final TestOutputTopic<String, Duplicate> duplicates = pipeline.duplicates;

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void isDeployedAsDescribed() throws IOException {
    try (InputStream golden = getClass().getResourceAsStream("topology.txt")) {
      assertThat(pipeline.topology.describe().toString().strip())
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
    }
  }

  @Test
  void anItemKnowsWhereItsBytesLie() {
    send("a", ninjs("urn:x", "1", "Harbour opens", ""));
    NewsItem item = items.readValue();
    assertThat(item.getUri()).isEqualTo("urn:x");
    assertThat(item.getSource().getFeed()).isEqualTo("a");
    assertThat(item.getSource().getRawTopic()).isEqualTo("news.raw");
    assertThat(item.getSource().getRawOffset()).isZero();
    assertThat(item.getTrail())
        .extracting(TrailEntry::getStage)
        .containsExactly(Stage.INTAKE, Stage.PARSE);
  }

  @Test
  void theSameBytesOverTheSameFeedAreACountedDuplicate() {
    send("a", ninjs("urn:x", "1", "Harbour opens", ""));
    send("a", ninjs("urn:x", "1", "Harbour opens", ""));
    assertThat(items.readValuesToList()).hasSize(1);
    assertThat(letters.isEmpty()).isTrue();
    assertThat(counted("wiredesk.parse.duplicates", "kind", "same-bytes")).isEqualTo(1);
    Duplicate duplicate = duplicates.readValue();
    assertThat(duplicate.getKind()).isEqualTo(DuplicateKind.SAME_BYTES);
    assertThat(duplicate.getFirstRaw()).isEqualTo("news.raw-0-0");
    assertThat(duplicate.getRawOffset()).isEqualTo(1);
  }

  @Test
  void theSameRevisionOverAnotherFeedIsACountedDuplicate() {
    send("a", ninjs("urn:x", "1", "Harbour opens", ""));
    send("b", ninjs("urn:x", "1", "Harbour opens", " "));
    assertThat(items.readValuesToList()).hasSize(1);
    assertThat(counted("wiredesk.parse.duplicates", "kind", "same-revision")).isEqualTo(1);
    Duplicate duplicate = duplicates.readValue();
    assertThat(duplicate.getKind()).isEqualTo(DuplicateKind.SAME_REVISION);
    assertThat(duplicate.getFeed()).isEqualTo("b");
    assertThat(duplicate.getUri()).isEqualTo("urn:x");
    assertThat(duplicate.getFirstRaw()).isEqualTo("news.raw-0-0");
    assertThat(duplicate.getRawOffset()).isEqualTo(1);
  }

  @Test
  void theSameVersionWithOtherContentIsLeftToTheGate() {
    send("a", ninjs("urn:x", "1", "Harbour opens", ""));
    send("a", ninjs("urn:x", "1", "Harbour opens", "\"pubStatus\": \"canceled\","));
    assertThat(items.readValuesToList()).hasSize(2);
  }

  @Test
  void whatCannotBeReadIsADeadLetterWithItsBytes() {
    byte[] cut = "{\"uri\": \"urn:".getBytes(StandardCharsets.UTF_8);
    send("a", cut);
    DeadLetter letter = letters.readValue();
    assertThat(letter.getReason()).isEqualTo("MALFORMED");
    assertThat(letter.getFeed()).isEqualTo("a");
    assertThat(letter.getPayload().array()).isEqualTo(cut);
    assertThat(letter.getOriginTopic()).isEqualTo("news.raw");
    assertThat(items.isEmpty()).isTrue();
  }

  @Test
  void whatIsSentAgainFromADeadLetterIsReadAgainOnceALetter() {
    byte[] cut = "{\"uri\": \"urn:".getBytes(StandardCharsets.UTF_8);
    send("a", cut);
    send("a", cut);
    assertThat(letters.readValuesToList()).as("the same bytes without a letter").hasSize(1);
    redrive("a", cut, "news.dead-letters-3-17");
    redrive("a", cut, "news.dead-letters-3-17");
    assertThat(letters.readValuesToList()).as("read again, and still broken").hasSize(1);
    redrive("a", cut, "news.dead-letters-3-18");
    assertThat(letters.readValuesToList()).as("the letter of the second attempt").hasSize(1);
    send("a", cut);
    redrive("a", cut, "no letter's id");
    assertThat(letters.isEmpty()).isTrue();
    assertThat(counted("wiredesk.parse.duplicates", "kind", "redriven")).isEqualTo(1);
    assertThat(counted("wiredesk.parse.duplicates", "kind", "same-bytes")).isEqualTo(3);
  }

  @Test
  void whatIsSentAgainThoughItWasReadGivesNoSecondItem() {
    send("a", ninjs("urn:x", "1", "Harbour opens", ""));
    redrive("a", ninjs("urn:x", "1", "Harbour opens", ""), "news.dead-letters-3-17");
    assertThat(items.readValuesToList()).hasSize(1);
    assertThat(counted("wiredesk.parse.duplicates", "kind", "same-revision")).isEqualTo(1);
  }

  @Test
  void aRepetitionPastTheWindowIsTakenAgain() {
    send("a", ninjs("urn:x", "1", "Harbour opens", ""));
    pipeline.raw.advanceTime(ParsePipeline.WINDOW.plusSeconds(1));
    send("a", ninjs("urn:x", "1", "Harbour opens", ""));
    assertThat(items.readValuesToList()).hasSize(2);
  }

  @Test
  void whatIsPastTheWindowIsForgotten() {
    send("a", ninjs("urn:x", "1", "Harbour opens", ""));
    pipeline.driver.advanceWallClockTime(ParsePipeline.WINDOW.plusMinutes(1));
    pipeline.driver.advanceWallClockTime(Duration.ofMinutes(1));
    for (String store : List.of("seen-bytes", "seen-revisions", "sent-before", "sent-copies")) {
      try (var entries = pipeline.driver.<String, String>getKeyValueStore(store).all()) {
        assertThat(entries.hasNext()).as(store).isFalse();
      }
    }
  }

  @Test
  void aKillByHeadlineActsOnTheStoryOfItsOwnFeedOnly() {
    send("a", telex("0101", "Ferry sinks off the southern coast"));
    send("b", telex("0102", "KILL: Ferry sinks off the southern coast"));
    send("a", telex("0103", "KILL: Ferry sinks off the southern coast"));
    List<NewsItem> out = items.readValuesToList();
    assertThat(out).hasSize(2);
    assertThat(out.get(1).getActsOn()).containsExactly(out.get(0).getUri());
    DeadLetter unresolved = letters.readValue();
    assertThat(unresolved.getReason()).isEqualTo("UNRESOLVED_KILL");
    assertThat(unresolved.getFeed()).isEqualTo("b");
  }

  private void send(String feed, byte[] bytes) {
    pipeline.send(feed, bytes);
  }

  private void redrive(String feed, byte[] bytes, String letter) {
    pipeline.send(feed, bytes, Map.of("wiredesk-redrive", letter));
  }

  private double counted(String name, String tag, String value) {
    return pipeline.metrics.registry().get(name).tag(tag, value).counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  private static byte[] ninjs(String uri, String version, String headline, String further) {
    return """
    {"uri": "%s", "version": "%s", "type": "text", "language": "en", "versionCreated": "2026-03-12T11:00:00Z", %s
     "standard": {"name": "ninjs", "version": "3.1"},
     "headlines": [{"role": "main", "value": "%s"}],
     "bodies": [{"role": "main", "contentType": "text/plain", "value": "The harbour opened on Monday after a year of work."}]}
    """
        .formatted(uri, version, further, headline)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** An IPTC 7901 message. */
  private static byte[] telex(String number, String headline) {
    return ("\u0001abc"
            + number
            + " 4 pl 80 test/ferry/"
            + number
            + "\r\n\n\u0002"
            + headline
            + " =\r\n"
            + "   LISBON, March 12 - The ferry went down in the evening, the coast guard said.\r\n"
            + "\u0003121100 mar 26\r\n"
            + "\u0004")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
