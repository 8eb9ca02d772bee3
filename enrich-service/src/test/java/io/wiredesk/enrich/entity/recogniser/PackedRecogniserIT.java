package io.wiredesk.enrich.entity.recogniser;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.enrich.entity.recogniser.Sentence.Name;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
