package io.wiredesk.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordPieceTest {
  private static final List<String> PIECES =
      List.of(
          "[CLS]", "[SEP]", "[UNK]", "un", "##aff", "##able", "cafe", ",", "东", "京", "u", ".",
          "##s");

  private static WordPiece tokenizer() {
    Map<String, Integer> vocabulary = new HashMap<>();
    PIECES.forEach(piece -> vocabulary.put(piece, vocabulary.size()));
    return new WordPiece(vocabulary);
  }

  private static List<String> pieces(String text, int limit) {
    return java.util.Arrays.stream(tokenizer().encode(text, limit))
        .mapToObj(id -> PIECES.get((int) id))
        .toList();
  }

  @Test
  void splitsAWordIntoItsLongestPieces() {
    assertThat(pieces("unaffable", 9)).containsExactly("[CLS]", "un", "##aff", "##able", "[SEP]");
  }

  @Test
  void foldsCaseAndAccents() {
    assertThat(pieces("CAFÉ Cafe\u0301", 9)).containsExactly("[CLS]", "cafe", "cafe", "[SEP]");
  }

  @Test
  void setsPunctuationAndHanApart() {
    assertThat(pieces("cafe,东京U.", 9))
        .containsExactly("[CLS]", "cafe", ",", "东", "京", "u", ".", "[SEP]");
  }

  @Test
  void takesAWordThatItCannotSplitForUnknown() {
    assertThat(pieces("unx cafes " + "u".repeat(101), 9))
        .containsExactly("[CLS]", "[UNK]", "cafe", "##s", "[UNK]", "[SEP]");
  }

  @Test
  void dropsControlCharactersAndLoneSurrogates() {
    assertThat(pieces("ca\u0000fe\ud83d \u200bu\udc00 \ufffd", 9))
        .containsExactly("[CLS]", "cafe", "u", "[SEP]");
  }

  @Test
  void endsAtTheLimit() {
    assertThat(pieces("cafe unaffable u", 4)).containsExactly("[CLS]", "cafe", "un", "[SEP]");
    assertThat(pieces("", 4)).containsExactly("[CLS]", "[SEP]");
  }

  @Test
  void readsTheVocabularyOfATokenizerFile() throws IOException {
    String json =
        "{\"model\":{\"type\":\"WordPiece\",\"vocab\":{\"[CLS]\":7,\"[SEP]\":8,\"[UNK]\":9}}}";
    assertThat(
            WordPiece.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .encode("x", 5))
        .containsExactly(7, 9, 8);
    assertThatThrownBy(
            () -> WordPiece.read(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(IOException.class);
  }
}
