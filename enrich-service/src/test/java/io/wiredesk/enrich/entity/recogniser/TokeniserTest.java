package io.wiredesk.enrich.entity.recogniser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokeniserTest {
  private final Tokeniser tokeniser = new Tokeniser();

  private List<List<String>> read(String text) {
    return tokeniser.read(text, 0, text.length()).stream()
        .map(s -> Stream.of(s).map(w -> w.text).toList())
        .toList();
  }

  @Test
  void wordsAreTheTextBetweenTheirOffsets() {
    String text =
        "“We can’t,” Ann O'Neil said; U.S. aid (for Mali) fell 3.5% – on 1/2/2023.\n\n\tNext: a@b.org 👍 ok";
    for (Word[] sentence : tokeniser.read(text, 0, text.length())) {
      for (Word w : sentence) assertThat(text.substring(w.start, w.end)).isEqualTo(w.text);
    }
  }

  @Test
  void offsetsCountFromTheTextsBeginning() {
    Word first = tokeniser.read("skip this. Norway won.", 11, 22).get(0)[0];

    assertThat(first.text).isEqualTo("Norway");
    assertThat(first.start).isEqualTo(11);
  }

  @Test
  void lineBreakEndsASentenceUnlessTheLineIsWrapped() {
    assertThat(read("A headline\nThe story began")).hasSize(2);
    assertThat(read("The president of the republic said on Tuesday in New\nYork that he would go."))
        .hasSize(1);
  }

  @Test
  void splitPossessivesAndInitialsAreJoined() {
    assertThat(read("Ann ’ s U. S. visa").get(0)).containsExactly("Ann", "’s", "U.S.", "visa");
  }

  @Test
  void encodedDataIsNoWord() {
    assertThat(read("see " + "QUJD".repeat(100) + " now").get(0)).containsExactly("see", "now");
  }
}
