package io.wiredesk.enrich.entity.recogniser;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.enrich.entity.recogniser.Sentence.Name;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** sample.expected.txt is what nlp4j 1.1.3 itself, unpacked, makes of sample.in.txt. */
class PackedRecogniserIT {
  private static String resource(String name) throws IOException {
    try (InputStream in = PackedRecogniserIT.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void packedWeightsDecideAsTheOriginal() throws IOException {
    PackedRecogniser recogniser = ModelFiles.open(null);
    List<String> read = new ArrayList<>();
    for (String line : resource("sample.in.txt").split("\n")) {
      for (Sentence s : recogniser.read(line, 0, line.length())) read.add(write(s));
    }

    assertThat(read).containsExactly(resource("sample.expected.txt").split("\n"));
  }

  /** What nlp4j's weights, added one by one as floats, made of the same sentences. */
  @Test
  void sumsMadeBeforehandDecideAsThoseMadeWordByWord() throws Exception {
    PackedRecogniser recogniser = ModelFiles.open(null);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int seed = 1; seed <= 100; seed++) {
      String text = GeneratedText.of(seed, 500);
      for (Sentence s : recogniser.read(text, 0, text.length())) {
        digest.update(s.toString().getBytes(StandardCharsets.UTF_8));
      }
    }

    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo("fc2ecc6ad2a74f6aa045da914dbcc486e4f92b8ec915f1c4bf3c3d8447644a42");
  }

  @Test
  void whatWasReadBeforeChangesNothing() throws IOException {
    String text = GeneratedText.of(7, 400);
    PackedRecogniser used = ModelFiles.open(null);
    String others = GeneratedText.of(8, 60_000); // more unknown words than are kept
    used.read(others, 0, others.length());

    assertThat(used.read(text, 0, text.length()))
        .isEqualTo(ModelFiles.open(null).read(text, 0, text.length()))
        .isEqualTo(used.read(text, 0, text.length()));
  }

  @Test
  void headlineInCapitalsIsReadAsTheTextWritesItsWords() throws IOException {
    String text =
        "BELLO WARNS OF CHOLERA IN LAGOS\nAisha Bello warned of cholera in Lagos. The cholera came back, Bello said.";
    Sentence headline = ModelFiles.open(null).read(text, 0, text.length()).get(0);

    assertThat(headline.tokens())
        .extracting(Sentence.Token::text)
        .containsExactly("Bello", "warns", "of", "cholera", "in", "Lagos");
    assertThat(headline.names()).extracting(Name::type).contains("GPE");
  }

  private static String write(Sentence s) {
    String[] tags = new String[s.tokens().size()];
    Arrays.fill(tags, "O");
    for (Name n : s.names()) {
      for (int i = n.from(); i < n.to(); i++) tags[i] = position(n, i) + "-" + n.type();
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < tags.length; i++) {
      Sentence.Token t = s.tokens().get(i);
      out.append(i > 0 ? " " : "")
          .append(t.text())
          .append('/')
          .append(t.tag())
          .append('/')
          .append(tags[i]);
    }
    return out.toString();
  }

  private static char position(Name n, int i) {
    if (n.to() - n.from() == 1) return 'U';
    return i == n.from() ? 'B' : i == n.to() - 1 ? 'L' : 'I';
  }
}
