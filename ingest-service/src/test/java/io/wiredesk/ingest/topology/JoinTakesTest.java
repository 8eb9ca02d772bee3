package io.wiredesk.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.BlockType;
import io.wiredesk.schemas.DuplicateKind;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.JoinedRaw;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.TrailEntry;
import io.wiredesk.wire.profile.FeedProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JoinTakesTest {

  private final ParsePipeline pipeline = new ParsePipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void takesThatHaveAllComeAreOneItem() {
    pipeline.send("a", take(1, "BC-River, 1st take", "The river fell.\n\n(more)"));
    assertThat(pipeline.items()).isEmpty();
    assertThat(waiting("a")).isEqualTo(1);
    pipeline.send("a", take(2, "BC-River, 2nd take", "-2-\n\nThe barges lay still.\n\n(more)"));
    pipeline.send("a", take(3, "BC-River, 3rd take", "-3-\n\nRain came at last."));
    List<NewsItem> items = pipeline.items();
    assertThat(items).hasSize(1);
    NewsItem item = items.get(0);
    assertThat(item.getText())
        .isEqualTo("The river fell.\n\nThe barges lay still.\n\nRain came at last.");
    assertThat(item.getBlocks())
        .extracting(block -> slice(item, block))
        .containsExactly("The river fell.", "The barges lay still.", "Rain came at last.");
    assertThat(item.getBodies()).hasSize(1);
    assertThat(item.getBodies().get(0).getValue())
        .contains("The river fell.", "The barges lay still.", "Rain came at last.")
        .doesNotContain("more", "-2-");
    assertThat(item.getUri()).isEqualTo("urn:take:1");
    assertThat(item.getAltIds())
        .contains(new AltId("take", "urn:take:2"), new AltId("take", "urn:take:3"));
    assertThat(item.getSource().getJoined())
        .extracting(JoinedRaw::getTake, JoinedRaw::getRawOffset, JoinedRaw::getUri)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, 0L, "urn:take:1"),
            org.assertj.core.groups.Tuple.tuple(2, 1L, "urn:take:2"),
            org.assertj.core.groups.Tuple.tuple(3, 2L, "urn:take:3"));
    assertThat(item.getSignal()).isEqualTo(Signal.NEW);
    assertThat(item.getEdNotes()).isEmpty();
    assertThat(item.getTitle()).isEqualTo("BC-River");
    assertThat(item.getTrail())
        .extracting(TrailEntry::getStage)
        .containsExactly(Stage.INTAKE, Stage.PARSE);
    assertThat(waiting("a")).isZero();
  }

  @Test
  void theOrderInWhichTakesComeDoesNotMatter() {
    pipeline.send("a", take(3, "BC-River, take 3 of 3", "Rain came at last."));
    pipeline.send("a", take(1, "BC-River, take 1 of 3", "The river fell."));
    pipeline.send("a", take(2, "BC-River, take 2 of 3", "The barges lay still."));
    assertThat(pipeline.items())
        .singleElement()
        .satisfies(
            item ->
                assertThat(item.getText())
                    .isEqualTo("The river fell.\n\nThe barges lay still.\n\nRain came at last."));
  }

  @Test
  void aStoryThatWaitsHoldsNothingUp() {
    pipeline.send("a", take(1, "BC-River, 1st take", "The river fell.\n\n(more)"));
    pipeline.send("a", take(7, "BC-Harbour", "The harbour opened."));
    assertThat(pipeline.items()).extracting(NewsItem::getUri).containsExactly("urn:take:7");
  }

  @Test
  void whatCameGoesOnWhenTheTimeIsOverAndALateTakeIsAnUpdate() {
    pipeline.send("a", take(1, "BC-River, 1st take", "The river fell.\n\n(more)"));
    pipeline.send("a", take(3, "BC-River, 3rd take", "Rain came at last."));
    pipeline.driver.advanceWallClockTime(ParsePipeline.TAKES.minusSeconds(1));
    assertThat(pipeline.items()).isEmpty();
    pipeline.driver.advanceWallClockTime(Duration.ofSeconds(2));
    NewsItem first = pipeline.items().get(0);
    assertThat(first.getText()).isEqualTo("The river fell.\n\nRain came at last.");
    assertThat(first.getEdNotes())
        .extracting(EditorNote::getValue)
        .containsExactly("The text is not complete: of 3 takes these are missing: 2.");
    pipeline.send("a", take(2, "BC-River, 2nd take", "The barges lay still.\n\n(more)"));
    NewsItem second = pipeline.items().get(0);
    assertThat(second.getUri()).isEqualTo(first.getUri());
    assertThat(second.getRevision()).isGreaterThan(first.getRevision());
    assertThat(second.getSignal()).isEqualTo(Signal.UPDATE);
    assertThat(second.getText())
        .isEqualTo("The river fell.\n\nThe barges lay still.\n\nRain came at last.");
    assertThat(second.getEdNotes()).isEmpty();
    assertThat(waiting("a")).isZero();
  }

  @Test
  void urgentCopyDoesNotWaitForItsTakes() {
    pipeline.send("a", take(1, 2, "BC-Quake, 1st take", "A quake hit.\n\n(more)"));
    NewsItem first = pipeline.items().get(0);
    assertThat(first.getText()).isEqualTo("A quake hit.\n\n(more)");
    pipeline.send("a", take(2, 2, "BC-Quake, 2nd take", "Walls fell."));
    NewsItem second = pipeline.items().get(0);
    assertThat(second.getText()).isEqualTo("A quake hit.\n\nWalls fell.");
    assertThat(second.getRevision()).isGreaterThan(first.getRevision());
  }

  @Test
  void takesOfTwoFeedsAreNeverJoined() {
    pipeline.send("a", take(1, "BC-River, 1st take", "The river fell.\n\n(more)"));
    pipeline.send("b", take(2, "BC-River, 2nd take", "The barges lay still."));
    assertThat(pipeline.items()).isEmpty();
    assertThat(waiting("a") + waiting("b")).isEqualTo(2);
  }

  @Test
  void anotherStoryOfTheSlugStartsAfreshAndTheFirstGoesOn() {
    pipeline.send("a", take(1, "BC-River, 1st take", "The river fell.\n\n(more)"));
    pipeline.send("a", take(4, "BC-River, 1st take", "Quite another river.\n\n(more)"));
    assertThat(pipeline.items()).extracting(NewsItem::getUri).containsExactly("urn:take:1");
    assertThat(waiting("a")).isEqualTo(1);
  }

  @Test
  void anAddContinuesOnlyWhatSaidThatMoreFollows() {
    pipeline.send("a", take(1, "BC-Storm", "The storm came."));
    pipeline.send("a", take(2, "BC-Storm, 1st add", "It went."));
    assertThat(pipeline.items()).hasSize(2);
    pipeline.send("a", take(3, "BC-Flood", "The flood came.\n\n(more)"));
    pipeline.send("a", take(4, "BC-Flood, 1st add", "It went."));
    assertThat(pipeline.items())
        .singleElement()
        .satisfies(item -> assertThat(item.getText()).isEqualTo("The flood came.\n\nIt went."));
  }

  @Test
  void aTakeThatIsSentAgainIsADuplicate() {
    pipeline.send("a", take(1, "BC-River, 1st take", "The river fell.\n\n(more)"));
    pipeline.send("a", take(1, "BC-River, 1st take ", "The river fell.\n\n(more)\n"));
    assertThat(pipeline.duplicates.readValuesToList())
        .singleElement()
        .satisfies(d -> assertThat(d.getKind()).isEqualTo(DuplicateKind.SAME_COPY));
    assertThat(waiting("a")).isEqualTo(1);
  }

  @Test
  void telexTakesAreJoinedByMoreAndPage() {
    pipeline.send("a", telex("0201", "Ferry service resumes", "The ferry sails again.\r\n   MORE"));
    pipeline.send("a", telex("0202", "Ferry service resumes", "- 2 -\r\n   Tickets cost less."));
    NewsItem item = pipeline.items().get(0);
    assertThat(item.getText()).contains("The ferry sails again.", "Tickets cost less.");
    assertThat(item.getText()).doesNotContain("MORE", "- 2 -");
    assertThat(item.getSource().getJoined()).hasSize(2);
  }

  @Test
  void theSampleInTwoTakesIsOneStory() throws IOException {
    Path samples = Path.of("..", "samples", "wires", "meridian");
    pipeline.send("a", Files.readAllBytes(samples.resolve("33-rivers-take1.nitf.xml")));
    pipeline.send("a", Files.readAllBytes(samples.resolve("34-rivers-take2.nitf.xml")));
    NewsItem item = pipeline.items().get(0);
    assertThat(item.getTitle()).isEqualTo("BC-Danube-Barges, Feature");
    assertThat(item.getText())
        .contains("The gauge at Galati is a painted board", "one metre ninety-four")
        .doesNotContain("(more)");
    assertThat(item.getBlocks())
        .filteredOn(block -> block.getType() == BlockType.CROSSHEAD)
        .extracting(block -> slice(item, block))
        .containsExactly("A river of rules", "Rain in the forecast");
    assertThat(item.getBodies()).hasSize(1);
    assertThat(item.getBodies().get(0).getValue()).doesNotContain("(more)");
    assertThat(item.getSource().getJoined()).hasSize(2);
  }

  @Test
  void aStoryOfTooManyTakesGoesOnAndIsForgotten() {
    for (int i = 1; i <= 51; i++) {
      pipeline.send("a", take(1, "BC-River, take " + i, "Paragraph " + i + ".\n\n(more)"));
    }
    assertThat(pipeline.items())
        .singleElement()
        .satisfies(item -> assertThat(item.getSource().getJoined()).hasSize(50));
    assertThat(waiting("a")).isEqualTo(1);
  }

  @Test
  void aTitleWithTheWordTakeIsNoTake() {
    pipeline.send("a", take(1, "Dodgers take 2 of 3 from Giants", "They won."));
    pipeline.send("a", take(2, "Three take lead in Tour", "They rode."));
    pipeline.send("a", take(3, "Rivers, part 1 of 2 films", "They flow. (More to follow)"));
    assertThat(pipeline.items()).hasSize(3);
  }

  @Test
  void aKillByTheIdentifierOfALaterTakeMeansTheWholeStory() {
    pipeline.send("a", take(1, "BC-River, 1st take", "The river fell.\n\n(more)"));
    pipeline.send("a", take(2, "BC-River, 2nd take", "The barges lay still."));
    pipeline.items();
    pipeline.send("a", canceled(2));
    assertThat(pipeline.items())
        .singleElement()
        .satisfies(kill -> assertThat(kill.getActsOn()).containsExactly("urn:take:1"));
  }

  @Test
  void whatWaitsIsCountedWhereItsTaskIs() {
    pipeline.send("a", take(1, "BC-River, 1st take", "The river fell.\n\n(more)"));
    assertThat(waiting("a")).isEqualTo(1);
    pipeline.stop();
    assertThat(waiting("a")).isZero();
  }

  @Test
  void aFeedsOwnTimeCountsAndChangesWithItsEntry() {
    know("a", "5m");
    pipeline.send("a", take(1, "BC-River, 1st take", "The river fell.\n\n(more)"));
    pipeline.send("b", take(2, "BC-Harbour, 1st take", "The harbour opened.\n\n(more)"));
    pipeline.driver.advanceWallClockTime(Duration.ofMinutes(5).minusSeconds(1));
    assertThat(pipeline.items()).isEmpty();
    pipeline.driver.advanceWallClockTime(Duration.ofSeconds(2));
    assertThat(pipeline.items()).extracting(NewsItem::getUri).containsExactly("urn:take:1");
    know("b", "1h");
    pipeline.send("b", take(3, "BC-Strike, 1st take", "The strike ended.\n\n(more)"));
    pipeline.driver.advanceWallClockTime(ParsePipeline.TAKES);
    assertThat(pipeline.items())
        .as("held from before the change")
        .extracting(NewsItem::getUri)
        .containsExactly("urn:take:2");
    pipeline.driver.advanceWallClockTime(Duration.ofHours(1));
    assertThat(pipeline.items()).extracting(NewsItem::getUri).containsExactly("urn:take:3");
  }

  private void know(String feed, String wait) {
    pipeline.profiles.know(Map.of(feed, FeedProfile.of(feed, Map.of("takesWait", wait))));
  }

  @Test
  void whatWaitedLongAgoIsForgotten() {
    pipeline.send("a", take(1, "BC-River, 1st take", "The river fell.\n\n(more)"));
    pipeline.driver.advanceWallClockTime(ParsePipeline.TAKES.plusSeconds(1));
    pipeline.driver.advanceWallClockTime(JoinTakes.LATE.plusSeconds(2));
    try (var stories = pipeline.driver.getKeyValueStore("stories-in-takes").all()) {
      assertThat(stories.hasNext()).isFalse();
    }
  }

  private double waiting(String feed) {
    return pipeline.sum("wiredesk.parse.waiting", feed);
  }

  private static String slice(NewsItem item, Block block) {
    return item.getText().substring(block.getStart(), block.getEnd());
  }

  private static byte[] take(int id, String title, String text) {
    return take(id, 5, title, text);
  }

  private static byte[] take(int id, int urgency, String title, String text) {
    String slug = title.replaceAll(",.*", "").strip();
    String headline =
        (id > 3 ? "Another headline of urn:take:" + id : "Headline of urn:take:1") + " " + slug;
    StringBuilder html = new StringBuilder();
    for (String paragraph : text.strip().split("\n\n")) {
      html.append("<p>").append(paragraph).append("</p>");
    }
    return """
    {"uri": "urn:take:%d", "version": "1", "type": "text", "language": "en", "urgency": %d,
     "versionCreated": "2026-03-12T11:0%d:00Z", "standard": {"name": "ninjs", "version": "3.1"},
     "title": "%s", "slugline": "%s",
     "headlines": [{"role": "main", "value": "%s"}],
     "bodies": [{"role": "main", "contentType": "text/html", "value": "%s"}]}
    """
        .formatted(id, urgency, id, title, slug, headline, html)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] canceled(int id) {
    return """
    {"uri": "urn:take:%d", "version": "2", "type": "text", "pubStatus": "canceled",
     "versionCreated": "2026-03-12T11:30:00Z", "standard": {"name": "ninjs", "version": "3.1"},
     "headlines": [{"role": "main", "value": "Kill"}]}
    """
        .formatted(id)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** An IPTC 7901 message. */
  private static byte[] telex(String number, String headline, String text) {
    return ("\u0001abc"
            + number
            + " 4 pl 80 test/ferry/"
            + "\r\n\n\u0002"
            + headline
            + " =\r\n   "
            + text
            + "\r\n\u0003"
            + "121100 mar 26\r\n\u0004")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
