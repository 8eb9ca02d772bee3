package io.wiredesk.wire.parse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.dankito.readability4j.extended.Readability4JExtended;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

class ReadableTest {

  private static final String BASE = "https://page.invalid/";

  /** Long pages are read once, short ones up to four times. */
  @Property(tries = 300)
  void choosesWhatTheLibraryChooses(@ForAll("pages") String page) {
    Element library =
        new Readability4JExtended(BASE, Jsoup.parse(page)).parse().getArticleContent();
    Element ours = Readable.article(Jsoup.parse(page), BASE);
    assertThat(ours == null ? null : ours.outerHtml())
        .isEqualTo(library == null ? null : library.outerHtml());
  }

  @Provide
  Arbitrary<String> pages() {
    String copy =
        "The crane was moved to the quay on Thursday, the port said, and nobody was hurt. ";
    return Arbitraries.of(
            List.of(
                "<p>" + copy + "</p>",
                "<p>" + copy.repeat(4) + "</p>",
                "<div>" + copy.repeat(2) + "</div>",
                "<div class='comment'><p>" + copy + "</p></div>",
                "<div class='sidebar'><a href='/x'>Elsewhere</a><p>Short.</p></div>",
                "<article class='story'>",
                "</article>",
                "<section id='main'>",
                "</section>",
                "<p class='byline'>By Ida Quay</p>",
                "<h1>Crane moved</h1>",
                "<h2>Nobody hurt</h2>",
                "<ul><li>one</li><li><a href='two'>two</a></li></ul>",
                "<table><tr><td>" + copy + "</td><td>2</td></tr></table>",
                "<pre>two  spaces\n\nkept</pre>",
                "<form><input name='q'></form>",
                "<img src='crane.jpg'><br><br>after",
                "<script>var crane = '<p>';</script>",
                "<noscript><img src='x.jpg'></noscript>",
                "<!-- a note -->"))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(parts -> "<title>Crane moved | Quay Post</title>" + String.join("\n", parts));
  }
}
