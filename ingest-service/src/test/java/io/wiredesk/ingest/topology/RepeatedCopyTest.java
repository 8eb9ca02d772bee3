package io.wiredesk.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.DuplicateKind;
import io.wiredesk.schemas.NewsItem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatedCopyTest {

  private static final String LONG =
      "The ferry went down in the evening, the coast guard said. ".repeat(6);

  private final ParsePipeline pipeline = new ParsePipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void theSameCopyWithNewDatesIsADuplicateThatNamesWhatItRepeats() {
    pipeline.send("a", ninjs("1", "11:00", "Harbour opens", ""));
    pipeline.send("a", ninjs("1", "11:20", "Harbour opens", ""));
    assertThat(pipeline.items()).hasSize(1);
    Duplicate duplicate = pipeline.duplicates.readValue();
    assertThat(duplicate.getKind()).isEqualTo(DuplicateKind.SAME_COPY);
    assertThat(duplicate.getUri()).isEqualTo("urn:x");
    assertThat(duplicate.getFirstRaw()).isEqualTo("news.raw-0-0");
    assertThat(duplicate.getRawOffset()).isEqualTo(1);
    assertThat(pipeline.sum("wiredesk.parse.duplicates", "a")).isEqualTo(1);
  }

  @Test
  void anotherVersionIsNoDuplicateThoughItSaysTheSame() {
    pipeline.send("a", ninjs("1", "11:00", "Harbour opens", ""));
    pipeline.send("a", ninjs("2", "11:20", "Harbour opens", ""));
    assertThat(pipeline.items()).hasSize(2);
  }

  @Test
  void whatAReaderSeesOrADecisionIsNoDuplicate() {
    pipeline.send("a", ninjs("1", "11:00", "Harbour opens", ""));
    pipeline.send("a", ninjs("1", "11:10", "Harbour opens at last", ""));
    pipeline.send(
        "a",
        ninjs(
            "1",
            "11:20",
            "Harbour opens at last",
            "\"embargoedUntil\": \"2026-03-13T00:00:00Z\","));
    pipeline.send(
        "a", ninjs("1", "11:30", "Harbour opens at last", "\"pubStatus\": \"canceled\","));
    assertThat(pipeline.items()).hasSize(4);
  }

  @Test
  void whatIsIssuedAnewAfterItsKillIsNoDuplicate() {
    pipeline.send("a", ninjs("1", "11:00", "Harbour opens", ""));
    pipeline.send("a", ninjs("1", "11:10", "Harbour opens", "\"pubStatus\": \"canceled\","));
    pipeline.send("a", ninjs("1", "11:20", "Harbour opens", ""));
    assertThat(pipeline.items()).hasSize(3);
  }

  @Test
  void theSameTransmissionUnderAnotherNumberIsADuplicate() {
    pipeline.send("a", telex("0101", "Ferry sinks off the coast", LONG, "121100"));
    pipeline.send("a", telex("0107", "Ferry sinks off the coast", LONG, "121130"));
    NewsItem first = pipeline.items().get(0);
    Duplicate duplicate = pipeline.duplicates.readValue();
    assertThat(duplicate.getKind()).isEqualTo(DuplicateKind.SAME_COPY);
    assertThat(duplicate.getUri()).isEqualTo(first.getUri());
    assertThat(pipeline.items.isEmpty()).isTrue();
  }

  @Test
  void aKillByTheNumberOfTheRepetitionMeansTheItem() {
    pipeline.send("a", telex("0101", "Ferry sinks off the coast", LONG, "121100"));
    pipeline.send("a", telex("0107", "Ferry sinks off the coast", LONG, "121130"));
    pipeline.send("a", telex("0110", "KILL: abc0107", "Do not use it.", "121140"));
    List<NewsItem> items = pipeline.items();
    assertThat(items.get(1).getActsOn()).containsExactly(items.get(0).getUri());
  }

  @Test
  void shortCopyRepeatsForGoodReasons() {
    pipeline.send("a", telex("0101", "Lisbon weather", "Sun all day.", "121100"));
    pipeline.send("a", telex("0107", "Lisbon weather", "Sun all day.", "121130"));
    assertThat(pipeline.items()).hasSize(2);
  }

  @Test
  void theSameWordsPastTheWindowAreAnItemOfTheirOwn() {
    pipeline.send("a", telex("0101", "Ferry sinks off the coast", LONG, "120100"));
    pipeline.raw.advanceTime(ParsePipeline.COPIES.plusMinutes(1));
    pipeline.send("a", telex("0107", "Ferry sinks off the coast", LONG, "121330"));
    assertThat(pipeline.items()).hasSize(2);
  }

  @Test
  void theSameWordsAfterAKillAreIssuedAnew() {
    pipeline.send("a", telex("0101", "Ferry sinks off the coast", LONG, "121100"));
    pipeline.send("a", telex("0104", "KILL: abc0101", "Do not use it.", "121110"));
    pipeline.send("a", telex("0107", "Ferry sinks off the coast", LONG, "121130"));
    assertThat(pipeline.items()).hasSize(3);
    assertThat(pipeline.duplicates.isEmpty()).isTrue();
  }

  private static byte[] ninjs(String version, String time, String headline, String further) {
    return """
    {"uri": "urn:x", "version": "%s", "type": "text", "language": "en", "versionCreated": "2026-03-12T%s:00Z", %s
     "standard": {"name": "ninjs", "version": "3.1"},
     "headlines": [{"role": "main", "value": "%s"}],
     "bodies": [{"role": "main", "contentType": "text/plain", "value": "The harbour opened on Monday after a year of work."}]}
    """
        .formatted(version, time, further, headline)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** An IPTC 7901 message. */
  private static byte[] telex(String number, String headline, String text, String time) {
    return ("\u0001abc"
            + number
            + " 4 pl 80\r\ntest/ferry/\r\n\n\u0002"
            + headline
            + " =\r\n   LISBON, March 12 - "
            + text
            + "\r\n\u0003"
            + time
            + " mar 26\r\n\u0004")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
