package io.wiredesk.wire.parse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.nodes.Entities;

class FeedMarkupTest {

  private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]*>|&(?:#\\w+|\\w+);");

  @Property
  void isWhereThePatternFindsIt(@ForAll("texts") String text) {
    assertThat(FeedMarkup.isIn(text)).isEqualTo(MARKUP.matcher(text).find());
  }

  @Property
  void escapesAsJsoupDoes(@ForAll("texts") String text) {
    assertThat(FeedMarkup.escape(text)).isEqualTo(Entities.escape(text));
  }

  @Property
  void makesOneLine(@ForAll("texts") String text) {
    assertThat(FeedMarkup.line(text)).isEqualTo(text.replaceAll("\\s+", " ").strip());
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a",
            "B",
            "é",
            "1",
            "_",
            "<",
            "</",
            ">",
            "&",
            "#",
            ";",
            " ",
            "  ",
            "\n",
            "\r",
            "\t",
            "\u000b",
            "\u00a0",
            "\u2003",
            "\"",
            "'",
            "\u0001",
            "\ud83d\ude00",
            "\ud83d",
            "=",
            "/")
        .list()
        .ofMaxSize(16)
        .map(parts -> String.join("", parts));
  }
}
