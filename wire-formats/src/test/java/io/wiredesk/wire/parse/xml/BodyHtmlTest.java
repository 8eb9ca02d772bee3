package io.wiredesk.wire.parse.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class BodyHtmlTest {

  @Property(tries = 2_000)
  void textOfAnyMarkupIsKeptInItsOrder(@ForAll("markup") String markup) {
    XmlNode root = root("<body.content>" + markup + "</body.content>");
    String html = BodyHtml.of(List.of(root)).html();
    assertThat(Whitespace.squeeze(read(html).wholeText()))
        .isEqualTo(Whitespace.squeeze(root.text()));
  }

  @Test
  void textWithinARuleIsNoLessCopy() {
    assertThat(html("<p>one</p><hr>two</hr><p>three</p>"))
        .isEqualTo("<p>one</p><p>two</p><p>three</p>");
  }

  @Test
  void scriptsAndWhatStandsInFieldsAreLeftOut() {
    XmlNode root = root("<body><p>one</p><script>x</script><header>two</header></body>");
    XmlNode header = root.first("header").orElseThrow();
    assertThat(BodyHtml.without(List.of(root), Set.of(header)).html()).isEqualTo("<p>one</p>");
  }

  @Test
  void whiteSpaceCountsInPreformattedTextAlone() {
    assertThat(html("<p>a &amp; b</p>")).isEqualTo("<p>a &amp; b</p>");
    assertThat(html("<p>a\n  b</p><pre>1  2\n&lt; 3</pre>"))
        .isEqualTo("<p>a b</p><pre>1  2\n&lt; 3</pre>");
  }

  /** By the tags alone: HTML's own rules would move what stands wrongly in a table before it. */
  private static Document read(String html) {
    return Jsoup.parse(html, "", Parser.xmlParser());
  }

  @Provide
  Arbitrary<String> markup() {
    return Arbitraries.lazyOf(this::text, this::text, this::element);
  }

  private Arbitrary<String> text() {
    return Arbitraries.of(
        "one", " two ", "\n  ", "a &lt; b", "x&amp;y ", "  &gt;", "\u00e9t\u00e9 \u2014", ".");
  }

  private Arbitrary<String> element() {
    return Arbitraries.of(
            "p",
            "block",
            "em",
            "a",
            "hl2",
            "ul",
            "li",
            "table",
            "tr",
            "td",
            "br",
            "hr",
            "pre",
            "figure",
            "tagline",
            "person",
            "blockquote",
            "nitf-table",
            "P")
        .flatMap(
            name ->
                markup()
                    .list()
                    .ofMaxSize(3)
                    .map(c -> "<" + name + ">" + String.join("", c) + "</" + name + ">"));
  }

  private static String html(String markup) {
    return BodyHtml.of(List.of(root("<body>" + markup + "</body>"))).html();
  }

  private static XmlNode root(String xml) {
    XmlDocument read = XmlReader.read(xml.getBytes(StandardCharsets.UTF_8));
    return ((XmlDocument.Tree) read).root();
  }
}
