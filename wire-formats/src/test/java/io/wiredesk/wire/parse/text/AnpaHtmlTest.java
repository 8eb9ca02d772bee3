package io.wiredesk.wire.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AnpaHtmlTest {

  private static final String SIGNS = "``''__  \tab<=+&>\"\u00a0\u00e9\u2019{\u0001\u001c\ud83d";
  private static final int RARE = 4;

  @Test
  void printsAndEscapesALine() {
    AnpaHtml html = new AnpaHtml(2);
    assertThat(html.line("<\t  (AP) _ ``R&D,'' he said _ it's <=")).isTrue();
    assertThat(html.toString())
        .isEqualTo(Markup.escape("(AP) \u2014 \"R&D,\" he said \u2014 it's"));
  }

  @Property(tries = 5_000)
  void writesALineAsStepByStep(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder made = new StringBuilder();
    int signs = SIGNS.length() - (random.nextBoolean() ? RARE : 0);
    for (int i = random.nextInt(20); i > 0; i--) {
      made.append(SIGNS.charAt(random.nextInt(signs)));
    }
    String line = made.toString();
    AnpaHtml html = new AnpaHtml(random.nextInt(8)).markup("<p>");
    boolean written = html.line(line);
    assertThat(html.toString())
        .isEqualTo("<p>" + (written ? Markup.escape(AnpaBody.end(line)) : ""));
    assertThat(written || signs == SIGNS.length()).isTrue();
  }

  @Test
  void countsWordsWithinMarkup() {
    AnpaHtml html = new AnpaHtml(8).markup("<p class=x>");
    int start = html.length();
    html.text("Ships  sail\tagain");
    assertThat(html.words(start)).isEqualTo(3);
  }
}
