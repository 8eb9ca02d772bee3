package io.wiredesk.wire.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.api.Test;

class MarkupTest {

  @Test
  void escapesEveryCharacterAsJsoupDoes() {
    for (int c = 0; c <= 0xffff; c++) {
      String text = "a" + (char) c + "b";
      assertThat(Markup.escape(text)).isEqualTo(Entities.escape(text));
    }
  }

  @Property
  void escapesEveryTextAsJsoupDoes(@ForAll String text) {
    assertThat(Markup.escape(text)).isEqualTo(Entities.escape(text));
  }
}
