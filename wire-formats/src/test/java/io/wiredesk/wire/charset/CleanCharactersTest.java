package io.wiredesk.wire.charset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanCharactersTest {

  @Test
  void controlsStandForTheCharactersOfWindows() {
    assertThat(CleanCharacters.of("\u0093no\u0094 \u0096 5 \u0080")).isEqualTo("“no” – 5 €");
  }

  @Test
  void aLetterKeepsTheMarksThatAScriptPutsOnIt() {
    String hebrew = "בְּרֵאשִׁית";
    assertThat(CleanCharacters.of(hebrew)).isSameAs(hebrew);
    assertThat(CleanCharacters.of("e\u0301\u0323")).isEqualTo("e\u0301\u0323");
  }

  @Test
  void marksWithoutEndAreCutAndWhatFollowsStays() {
    String text = "a" + "\u0301".repeat(100) + "b" + "\u0301".repeat(100) + "c";
    String kept = "\u0301".repeat(CleanCharacters.LONGEST);
    assertThat(CleanCharacters.of(text)).isEqualTo("a" + kept + "b" + kept + "c");
  }
}
