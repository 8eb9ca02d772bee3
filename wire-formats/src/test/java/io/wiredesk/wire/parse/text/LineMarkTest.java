package io.wiredesk.wire.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LineMarkTest {

  private static final LineMark MARK = new LineMark("ZC", "\\b");
  private static final Pattern PATTERN =
      Pattern.compile("(?m)^[\\x00-\\x09\\x0e-\\x20]{0,40}ZC\\b");
  private static final String SIGNS = "ZZCCZC  \u0001x\n\r\u0085\u2029\f";

  @Property(tries = 3_000)
  void findsTheWordWhereThePatternDoes(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(24); i > 0; i--) {
      String piece = random.nextInt(12) == 0 ? " ".repeat(37 + random.nextInt(6)) : "";
      text.append(piece).append(SIGNS.charAt(random.nextInt(SIGNS.length())));
      text.append(random.nextInt(4) == 0 ? "ZC" : "");
    }
    Matcher expected = PATTERN.matcher(text);
    Matcher mark = MARK.on(text.toString());
    int from = 0;
    while (expected.find()) {
      assertThat(MARK.find(mark, from, text.toString())).isTrue();
      assertThat(mark.start()).isEqualTo(expected.start());
      assertThat(mark.end()).isEqualTo(expected.end());
      from = mark.end();
    }
    assertThat(MARK.find(mark, from, text.toString())).isFalse();
  }
}
