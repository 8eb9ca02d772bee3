package io.wiredesk.ingest.take;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.schemas.Transport;
import io.wiredesk.schemas.TrustedClasses;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TakeMarksTest {

  @BeforeAll
  static void trust() {
    TrustedClasses.trust();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "BC-Danube-Barges, Feature, 1st take; 1; 0",
        "BC-Danube-Barges, second take; 2; 0",
        "RIVER, TAKE 2; 2; 0",
        "RIVER/TAKE 2 OF 3; 2; 3",
        "River, take two of three; 2; 3",
        "River (part 1 of 3); 1; 3",
        "Fluss, Teil 2 von 4; 2; 4",
        "Fleuve, partie 3 sur 3; 3; 3",
        "River - 3rd take; 3; 0"
      })
  void countsTakesWhereTheyAreSetApart(String title, int number, int total) {
    TakeMark mark = TakeMarks.of(item(title, "Copy.")).orElseThrow();
    assertThat(mark.number()).isEqualTo(number);
    assertThat(mark.total()).isEqualTo(total);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dodgers take 2 of 3 from Giants",
        "Three take lead in Tour",
        "Second takeover bid for port",
        "Actors take two awards",
        "River, take 3 of 2",
        "Part 2 opens in cinemas"
      })
  void wordsOfATitleCountNothing(String title) {
    assertThat(TakeMarks.of(item(title, "Copy."))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Copy.\n\n(more)", "Copy. (MORE)", "Copy.\n\n-more-", "Copie.\n\n(à suivre)"})
  void moreBelowTheCopyMakesAFirstTake(String text) {
    TakeMark mark = TakeMarks.of(item("River", text)).orElseThrow();
    assertThat(mark.number()).isEqualTo(1);
    assertThat(mark.more()).isTrue();
    assertThat(mark.isLast()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"He wanted more", "Copy.\n\n(More to follow)", "Copy.\n\nRead more"})
  void moreInOtherWordsMakesNone(String text) {
    assertThat(TakeMarks.of(item("River", text))).isEmpty();
  }

  @Test
  void bareMoreCountsInTextFormatsOnly() {
    assertThat(TakeMarks.of(item("River", "Copy.\nMORE"))).isEmpty();
    NewsItem telex = item("River", "Copy.\nMORE");
    telex.getSource().setFormat("iptc7901");
    assertThat(TakeMarks.of(telex)).isPresent();
  }

  @Test
  void aPageAboveTheCopyIsALaterTakeAndWithoutMoreTheLast() {
    TakeMark mark = TakeMarks.of(item("River", "-2-\n\nCopy.")).orElseThrow();
    assertThat(mark.number()).isEqualTo(2);
    assertThat(mark.isLast()).isTrue();
    assertThat(TakeMarks.of(item("River", "-2- degrees in Oslo.\n\n(more)")).orElseThrow().isLast())
        .isFalse();
  }

  @Test
  void takesOfAStoryShareItsNameAndThoseOfAnotherLeadDoNot() {
    Optional<String> first = story("BC-River, 1st take");
    assertThat(story("BC-River, 2nd take")).isEqualTo(first);
    assertThat(story("BC-River, 1st Ld, 1st take")).isPresent().isNotEqualTo(first);
  }

  @Test
  void theTakeKeyOfOldFormatsCounts() {
    NewsItem item = item("BC-River", "Copy.");
    item.setEdNotes(List.of(new EditorNote("takekey", "2nd take", true)));
    assertThat(TakeMarks.of(item).orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void noticesWebPagesAndMailsAreNeverTakes() {
    NewsItem kill = item("BC-River, 1st take", "Copy.");
    kill.setSignal(Signal.CANCEL);
    kill.setPubStatus(PubStatus.CANCELED);
    assertThat(TakeMarks.of(kill)).isEmpty();
    for (String format : List.of("html", "rss", "atom", "email")) {
      NewsItem page = item("BC-River, 1st take", "Copy.\n\n(more)");
      page.getSource().setFormat(format);
      assertThat(TakeMarks.of(page)).as(format).isEmpty();
    }
  }

  private static Optional<String> story(String title) {
    return TakeMarks.of(item(title, "Copy.\n\n(more)")).map(TakeMark::story);
  }

  private static NewsItem item(String title, String text) {
    return NewsItem.newBuilder()
        .setUri("urn:x")
        .setRevision(1)
        .setVersionCreated(Instant.EPOCH)
        .setTitle(title)
        .setHeadlines(List.of(new TextValue("main", null, "A long river")))
        .setText(text)
        .setSource(
            Source.newBuilder()
                .setFeed("a")
                .setTransport(Transport.FILE)
                .setFormat("nitf")
                .setReceivedAt(Instant.EPOCH)
                .setSha256("00")
                .build())
        .build();
  }
}
