package io.wiredesk.wire.parse.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

class PageCopyTest {

  @Property
  void countsWhatStandsInTheTextOfParagraphs(@ForAll("pages") String html) {
    Element body = Jsoup.parse(html).body();
    int letters = 0;
    for (Element p : body.select("p, h2, h3, blockquote:not(:has(p)), pre, td, li")) {
      boolean menu =
          p.closest("nav, footer, aside, header") != null || (p.text().length() < 80 && p.is("li"));
      letters += menu || p.ownText().isBlank() ? 0 : letters(p.text());
    }
    assertThat(PageCopy.inParagraphs(body)).isEqualTo(letters);
  }

  @Property
  void countsAllTextOfAnElement(@ForAll("pages") String html) {
    Element body = Jsoup.parse(html).body();
    assertThat(PageCopy.letters(body)).isEqualTo(letters(body.text()));
    assertThat(PageCopy.isIn(body)).isEqualTo(letters(body.text()) > 0);
  }

  private static int letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{Nd}\\p{Nl}\\p{No}]", "").length();
  }

  @Provide
  Arbitrary<String> pages() {
    return Arbitraries.of(
            "<p>",
            "</p>",
            "<li>",
            "</li>",
            "<ul>",
            "</ul>",
            "<blockquote>",
            "</blockquote>",
            "<nav>",
            "</nav>",
            "<h2>",
            "</h2>",
            "<pre>",
            "</pre>",
            "<table><tr><td>",
            "</table>",
            "<b>",
            "</b>",
            "crane",
            " ",
            "\u00a0",
            "-",
            "7",
            "½",
            "é",
            "字",
            "\ud835\udc00",
            "\ud83d\ude00",
            "The crane was moved to the quay on Thursday, the port said, and nobody was hurt there.")
        .list()
        .ofMaxSize(16)
        .map(parts -> String.join("", parts));
  }
}
