package io.wiredesk.wire.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NextOfTest {

  private static final String SIGNS = "ab\n\r\f\u000b\u0085\u2028 ";

  @Property(tries = 3_000)
  void splitsAtEveryLineEnd(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    assertThat(CopyLines.of(text.toString())).isEqualTo(byCharacter(text.toString()));
  }

  private static List<String> byCharacter(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("\n\r\f\u000b\u0085\u2028".indexOf(c) < 0) {
        line.append(c);
      } else {
        lines.add(line.toString());
        line.setLength(0);
        i += text.startsWith("\r\n", i) ? 1 : 0;
      }
    }
    lines.add(line.toString());
    return lines;
  }
}
