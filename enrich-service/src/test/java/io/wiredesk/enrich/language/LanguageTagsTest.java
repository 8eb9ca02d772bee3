package io.wiredesk.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagsTest {
  @ParameterizedTest
  @CsvSource({
    "en,en",
    "en-GB,en",
    "EN_us,en",
    "eng,en",
    "ger,de",
    "deu,de",
    "zh-Hant-TW,zh",
    "nb-NO,nb",
    "fre,fr",
    "' de ',de",
    "he,he"
  })
  void readsTheLanguageHoweverItIsWritten(String tag, String primary) {
    assertThat(LanguageTags.primary(tag)).contains(primary);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "und", "mul", "zxx", "-", "1", "English", "e\u0000n"})
  void findsNoLanguageWhereNoneIsNamed(String tag) {
    assertThat(LanguageTags.primary(tag)).isEmpty();
  }

  @Test
  void keepsACodeWithoutAShorterForm() {
    assertThat(LanguageTags.primary("sco")).contains("sco");
  }
}
