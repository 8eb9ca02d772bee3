package io.wiredesk.wire.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TypesettingTest {

  private static final String SIGNS = "``''__ \tab1{;\u0010\u001f\n\u2019";

  @Test
  void printsQuotationMarksAndDashes() {
    assertThat(Typesetting.printed("(AP) _ ``It's late,'' he said _"))
        .isEqualTo("(AP) — \"It's late,\" he said —");
    assertThat(Typesetting.printed("snake_case 3{ `x'")).isEqualTo("snake_case 3½ 'x'");
  }

  @Property(tries = 3_000)
  void printsInOnePassAsStepByStep(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder line = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      line.append(SIGNS.charAt(random.nextInt(SIGNS.length() - random.nextInt(6))));
    }
    assertThat(Typesetting.printed(line.toString()))
        .isEqualTo(Typesetting.rarelyPrinted(line.toString()));
  }
}
