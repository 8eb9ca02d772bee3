package io.wiredesk.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.enrich.NewsItems;
import io.wiredesk.schemas.BlockType;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionFinderTest {
  private static SectionFinder finder;

  @BeforeAll
  static void load() {
    finder = SectionFinder.load(1, 64);
  }

  @AfterAll
  static void close() {
    finder.close();
  }

  private static List<String> names(NewsItem item) {
    return finder.find(item, "en").stream().map(NewsSection::getSection).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sport|The midfielder scored a late winner as the hosts came from behind to beat Portugal and reach the last eight of the European Championship.",
        "business|The brewer cut its full-year profit forecast on Friday after sales in Asia fell short of expectations, sending its shares down 7 percent.",
        "politics|The prime minister survived a confidence vote on Wednesday after a dozen of her own deputies abstained, but the opposition called for early elections.",
        "technology|A security flaw in the messaging app let attackers read users' chats, researchers found, and the company urged people to install an update on their phones.",
        "culture|The documentary about a village choir won the main prize at the film festival, where the director thanked the singers and her crew.",
        "conflict|At least nine soldiers were killed when insurgents ambushed an army convoy near the border, the military said, hours before a ceasefire was due.",
        "disaster|Rescue teams pulled two children alive from the rubble of a school a day after an earthquake killed more than 300 people in the mountains.",
        "health|Doctors reported that a new vaccine protected nine in ten patients against malaria in a trial at four hospitals.",
        "crime|A jury found the former nurse guilty of murdering her neighbour, and the judge sentenced her to life in prison.",
        "science|Astronomers have detected water vapour on a planet that circles a nearby star, using a space telescope."
      })
  void infersTheSectionOfEnglishCopy(String section, String text) {
    NewsItem item = NewsItems.of("", text).build();

    assertThat(finder.find(item, "en").get(0))
        .satisfies(
            best -> {
              assertThat(best.getSection()).isEqualTo(section);
              assertThat(best.getCreator()).isEqualTo(Creator.MODEL);
              assertThat(best.getConfidence()).isBetween(SectionModel.LEAST, 1.0);
              assertThat(best.getUri()).startsWith("http://cv.iptc.org/newscodes/mediatopic/");
            });
  }

  @Test
  void putsTheAgencysCodeBeforeTheModelsSection() {
    NewsItem item =
        NewsItems.of("", NewsItems.FOOTBALL)
            .setSubjects(List.of(NewsItems.subject(null, "medtop:04000000")))
            .build();

    assertThat(finder.find(item, "en"))
        .extracting(NewsSection::getSection, NewsSection::getCreator)
        .startsWith(
            org.assertj.core.groups.Tuple.tuple("business", Creator.WIRE),
            org.assertj.core.groups.Tuple.tuple("sport", Creator.MODEL));
  }

  @Test
  void saysASectionOnceWhereWireAndModelAgree() {
    NewsItem item =
        NewsItems.of("", NewsItems.FOOTBALL)
            .setSubjects(List.of(NewsItems.subject(null, "subj:15054000")))
            .build();

    assertThat(names(item)).containsOnlyOnce("sport").startsWith("sport");
  }

  @Test
  void asksNoModelWhereTheTellingWordsBearTheCodesOut() {
    try (SectionModel model = SectionModel.load(MediaTopics.load(), 1, 48)) {
      assertThat(model.bearsOut(Set.of("sport"), NewsItems.FOOTBALL)).isTrue();
      assertThat(model.bearsOut(Set.of("business"), NewsItems.FOOTBALL)).isFalse();
      assertThat(model.bearsOut(Set.of("sport"), "Report to follow.")).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true|Chipmaker's profit doubles|The semiconductor company said quarterly revenue rose 40 percent, and raised its outlook as data centres buy more processors for artificial intelligence.",
        "true|Phone maker cuts forecast|The maker of mobile phones said sales of its smartphones fell 9 percent in the quarter as operators ordered fewer handsets.",
        "false|Brewer's profit falls|The brewer cut its forecast after sales in Asia fell short of expectations, sending its shares down 7 percent.",
        "false|Airline sells more seats|The airline said profit rose 12 percent as more passengers booked on its website.",
      })
  void givesTheBusinessOfTechnologyCompaniesToBothDesks(boolean both, String head, String text) {
    assertThat(names(NewsItems.of(head, text).build()))
        .startsWith("business")
        .matches(sections -> sections.contains("technology") == both);
    assertThat(
            names(
                NewsItems.of(head, text)
                    .setSubjects(List.of(NewsItems.subject(null, "medtop:04000000")))
                    .build()))
        .startsWith("business")
        .matches(sections -> sections.contains("technology") == both);
  }

  @Test
  void infersNothingInLanguagesThatTheModelDoesNotKnow() {
    NewsItem item =
        NewsItems.of("", NewsItems.FOOTBALL)
            .setSubjects(List.of(NewsItems.subject(null, "medtop:04000000")))
            .build();

    assertThat(finder.find(item, "de"))
        .extracting(NewsSection::getSection)
        .containsExactly("business");
    assertThat(finder.find(NewsItems.of("", NewsItems.FOOTBALL).build(), "und")).isEmpty();
  }

  @Test
  void abstainsWithoutText() {
    assertThat(names(NewsItems.of("", " \n").build())).isEmpty();
    assertThat(
            names(new NewsItems.Body().add(BlockType.BOILERPLATE, "Leave a Reply").item().build()))
        .isEmpty();
  }

  @Test
  void abstainsWhenItHasNoIdea() {
    assertThat(
            names(
                NewsItems.of("", "This one and that one, and then the other: see above.").build()))
        .isEmpty();
  }

  @Test
  void countsInternationalRelationsAmongPolitics() {
    NewsItem item =
        NewsItems.of(
                "",
                "The presidents of the two countries praised their partnership in a video call and "
                    + "agreed to deepen military cooperation, the Kremlin said.")
            .build();

    assertThat(names(item)).startsWith("world", "politics");
  }

  @Test
  void hearsTheHeadline() {
    NewsItem item =
        NewsItems.of("Striker's late goal sends United into cup final", "Report to follow.")
            .build();

    assertThat(names(item)).startsWith("sport");
  }

  @Test
  void doesNotReadSiteFurniture() {
    String furniture = "Football scores, league tables, transfers: all the goals in our app. ";
    NewsItem item =
        new NewsItems.Body()
            .add(BlockType.BOILERPLATE, furniture.repeat(5))
            .add(
                BlockType.PARAGRAPH,
                "The central bank raised its interest rate by a quarter point to curb inflation.")
            .item()
            .build();

    assertThat(names(item)).startsWith("business").doesNotContain("sport");
  }
}
