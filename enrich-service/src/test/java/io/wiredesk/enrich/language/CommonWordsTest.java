package io.wiredesk.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class CommonWordsTest {
  private final CommonWords words = CommonWords.load();

  @ParameterizedTest
  @CsvFileSource(
      resources = {"served-languages.csv", "neighbours.csv"},
      delimiter = '|')
  void saysTheRightLanguageOrNone(String language, String text) {
    assertThat(words.language(text)).isIn(Optional.of(language), none());
    assertThat(words.language(text + " " + text)).isIn(Optional.of(language), none());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|The council has said that it will not sell the old harbour to the company which had asked for it, and the mayor was among those who were against the plan.",
        "de|Der Rat hat am Montag erklärt, dass er den alten Hafen nicht an das Unternehmen verkauft, das sich um ihn bemüht hatte, und auch die Bürgermeisterin war dagegen.",
        "fr|Le conseil a fait savoir que la ville ne vendrait pas le vieux port à la société qui l'avait demandé, et la maire était avec ceux qui sont contre ce projet dans le quartier.",
      })
  void decidesPlainCopy(String language, String text) {
    assertThat(words.language(text)).contains(language);
  }

  @Test
  void leavesMixedCopyOpen() {
    assertThat(
            words.language(
                "The council has said that it will not sell the old harbour to the company. "
                    + "Der Rat hat am Montag erklärt, dass er den Hafen nicht an das Unternehmen "
                    + "verkauft und sich auch nicht mit ihm einigt."))
        .isEmpty();
  }

  @Test
  void leavesNorwegianAndDanishOpen() {
    assertThat(
            words.language(
                "Hun har ikke tid til at tale om det, og han er for gammel til at gå med på den "
                    + "slags, men de vil have det fra os."))
        .isEmpty();
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
