package io.wiredesk.wire.parse.json;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fragments that need no parser are printed as one prints them. */
class SimpleHtmlTest {

  @Property(tries = 5_000)
  void simpleHtmlIsPrintedAsByAParser(@ForAll("html") String html) {
    String printed = SimpleHtml.printed(html);
    if (printed != null) {
      Document parsed = Jsoup.parseBodyFragment(html);
      parsed.outputSettings().prettyPrint(false);
      assertThat(printed).isEqualTo(parsed.body().html());
    }
  }

  @Property(tries = 5_000)
  void aDatelineIsPutBackAsByAParser(@ForAll("html") String html, @ForAll("lines") String line) {
    String simple = ApartDateline.simple(html, line);
    if (simple != null) {
      assertThat(simple).isEqualTo(ApartDateline.parsed(html, line));
    }
  }

  @Test
  void theUsualStoryIsSimple() {
    String html =
        "<section class=\"main\"><p>Erster Satz.<br/>Zeile</p><h2>Zwischentitel</h2><ul><li>Ein"
            + " <a class=\"externalLink\" href=\"https://example.org/?a=b\">Punkt</a></li></ul>"
            + "</section>\n<section class=\"infobox\"><p>Kasten – mit Gedankenstrich</p></section>";
    assertThat(ApartDateline.simple(html, "Hamburg (dpa) -"))
        .isNotNull()
        .isEqualTo(ApartDateline.parsed(html, "Hamburg (dpa) -"))
        .contains("<p>Hamburg (dpa) - Erster Satz.<br>Zeile</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Erster Satz.",
        "<section><p>Erster Satz.</p>",
        "<ul><li>Punkt</li>",
        "<p><strong>Erster</p></strong>",
        "Erster Satz.</p>",
        "<p>a<div>b</div></p>",
        "<p><a>b<a>c</a></a></p>",
        "<ul>Punkt</ul>",
        "<ul><p>Punkt</p></ul>",
        "<li>Punkt</li>",
        "<p>a &amp; b</p>",
        "<p class=\"a\" class=\"b\">c</p>"
      })
  void onlyAParserTellsHowThisIsPrinted(String html) {
    assertThat(SimpleHtml.printed(html)).isNull();
  }

  @Provide
  Arbitrary<String> html() {
    Arbitrary<String> text =
        Arbitraries.of(
            "Text",
            " ",
            "Hamburg (dpa) - Text",
            "ä – „x“",
            "\n",
            "<br>",
            "<br/>",
            "a  b",
            "\u00ad",
            "\u200b",
            "&amp;",
            "\u00a0",
            "<",
            ">",
            "\"",
            "'",
            "\u2028",
            "\ufeff",
            "\r",
            "\t");
    Arbitrary<String> tag =
        Arbitraries.of(
            "p",
            "div",
            "section",
            "h2",
            "h3",
            "ul",
            "ol",
            "li",
            "strong",
            "em",
            "a",
            "b",
            "i",
            "span",
            "blockquote",
            "dnl-image",
            "table",
            "figure");
    Arbitrary<String> attributes =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(8, Arbitraries.just("")),
            net.jqwik.api.Tuple.of(
                3,
                Arbitraries.of(
                    " class=\"main\"",
                    " class=\"\"",
                    " href=\"https://example.org/?a=b#c\" class=\"x y\"",
                    " id=\"a\" id=\"b\"",
                    " href='x'",
                    " title=\"a &amp; b\"",
                    " checked")));
    return element(text, tag, attributes, 3).list().ofMaxSize(3).map(all -> String.join("", all));
  }

  private static Arbitrary<String> element(
      Arbitrary<String> text, Arbitrary<String> tag, Arbitrary<String> attributes, int levels) {
    if (levels == 0) {
      return text;
    }
    Arbitrary<String> inner =
        Arbitraries.oneOf(text, element(text, tag, attributes, levels - 1))
            .list()
            .ofMaxSize(3)
            .map(all -> String.join("", all));
    return net.jqwik.api.Combinators.combine(tag, attributes, inner)
        .as((name, written, content) -> element(name, written, content));
  }

  private static String element(String name, String attributes, String content) {
    String inner =
        switch (name) {
          case "ul", "ol" -> "<li>" + content + "</li>";
          case "table" -> "<tbody><tr><th>a</th><td>" + content + "</td></tr></tbody>";
          default -> content;
        };
    return "<" + name + attributes + ">" + inner + "</" + name + ">";
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of(
        "Hamburg (dpa) -", "Zürich (dpa) –", "Rom\u00a0(dpa) -", "A & B -", "T -", "(dpa) -");
  }
}
