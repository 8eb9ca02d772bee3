package io.wiredesk.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.enrich.language.LanguageFinder.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class LanguageFinderTest {
  private static final String GERMAN =
      "Der Bundestag hat am Donnerstag nach langer Debatte das neue Gesetz beschlossen, das die "
          + "Gemeinden bei der Unterbringung von Familien entlasten soll.";

  private static LanguageFinder finder;

  @BeforeAll
  static void load() {
    finder = LanguageFinder.load();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "served-languages.csv", delimiter = '|')
  void tellsEveryServedLanguage(String language, String text) {
    assertThat(finder.find(text, null)).isEqualTo(new Verdict(language, false));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "served-languages.csv", delimiter = '|')
  void isNotInContradictionToTheTagOfItsOwnLanguage(String language, String text) {
    assertThat(finder.find(text, language + "-XX")).isEqualTo(new Verdict(language, false));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "neighbours.csv", delimiter = '|')
  void tellsTheNeighboursOfServedLanguagesFromThem(String language, String text) {
    assertThat(finder.find(text, null)).isEqualTo(new Verdict(language, false));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "neighbours.csv", delimiter = '|')
  void trustsTheTagOfANeighbour(String language, String text) {
    assertThat(finder.find(text, language)).isEqualTo(new Verdict(language, false));
  }

  @Test
  void reportsATagThatTheTextClearlyContradicts() {
    assertThat(finder.find(GERMAN, "en-GB")).isEqualTo(new Verdict("de", true));
    assertThat(finder.find(GERMAN, "ru")).isEqualTo(new Verdict("de", true));
  }

  @Test
  void trustsTheTagOfALanguageThatIsNotServed() {
    assertThat(finder.find(GERMAN, "lb")).isEqualTo(new Verdict("lb", false));
  }

  @Test
  void takesNorwegianByAnyOfItsTags() {
    String text =
        "Regjeringen la mandag fram et nytt budsjett som gir mer penger til skoler og sykehus i "
            + "hele landet, sa finansministeren.";
    assertThat(finder.find(text, "no")).isEqualTo(new Verdict("no", false));
    assertThat(finder.find(text, "nn")).isEqualTo(new Verdict("nn", false));
  }

  @Test
  void leavesShortTextsToTheWire() {
    assertThat(finder.find("Bild 3", "de-DE")).isEqualTo(new Verdict("de", false));
    assertThat(finder.find("Bild 3", null)).isEqualTo(new Verdict("und", false));
    assertThat(finder.find("", null)).isEqualTo(new Verdict("und", false));
    assertThat(finder.find("1 234 567 890 -- 22.5 % +++ 99", null))
        .isEqualTo(new Verdict("und", false));
  }

  @Test
  void leavesAScrapUndecidedThatCouldBeSeveralLanguages() {
    assertThat(finder.find("Apple's iPod sales soar; company's profit doubles", null))
        .isEqualTo(new Verdict("und", false));
    assertThat(finder.find("Apple's iPod sales soar; company's profit doubles", "en"))
        .isEqualTo(new Verdict("en", false));
  }

  @Test
  void doesNotContradictOnAHeadlineAlone() {
    assertThat(finder.find("Bundestag beschliesst neues Gesetz", "en").contradictsWire()).isFalse();
  }

  @Test
  void decidesTextsWithLoneSurrogates() {
    assertThat(finder.find("\ud83d " + GERMAN + " \udc00", null).language()).isEqualTo("de");
  }
}
