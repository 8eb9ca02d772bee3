package io.wiredesk.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SectionWordsTest {
  private static final List<String> SECTIONS = MediaTopics.load().sections();
  private final SectionWords words = SectionWords.load(SECTIONS);

  private double share(String text, String section) {
    return Math.exp(words.logShares(text)[SECTIONS.indexOf(section)]);
  }

  @Test
  void countsEachTellingWordOnce() {
    assertThat(share("goalkeeper", "sport")).isEqualTo(share("Goalkeeper goalkeeper", "sport"));
    assertThat(share("goalkeeper midfielder", "sport")).isGreaterThan(share("goalkeeper", "sport"));
  }

  @Test
  void findsTermsOfTwoWords() {
    assertThat(share("The prime minister spoke", "politics"))
        .isGreaterThan(2.5 * share("", "politics"));
  }

  @Test
  void saysNothingWithoutTellingWords() {
    assertThat(words.logShares("")).containsOnly(Math.log(1.0 / SECTIONS.size()));
    assertThat(words.logShares("Lorem ipsum \ud83d")).isEqualTo(words.logShares(""));
  }

  @Test
  void looksAtTheBeginningOnly() {
    assertThat(words.logShares("x ".repeat(SectionWords.WORDS) + "goalkeeper"))
        .isEqualTo(words.logShares(""));
  }
}
