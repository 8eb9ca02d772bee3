package io.wiredesk.wire.normalise.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.wire.parse.WireBody;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyReaderTest {

  private final BodyReader reader = new BodyReader();

  @Test
  void keepsAllCopyOfNestedContainers() {
    BodyText body =
        html(
            "<section>Lead <b>bold</b><div><div>deep</div> loose <p>para</p></div><span><p>lifted</p></span></section>tail");
    assertThat(body.text()).isEqualTo("Lead bold\n\ndeep\n\nloose\n\npara\n\nlifted\n\ntail");
    assertThat(body.repairs()).isEmpty();
  }

  @Test
  void readsHeadingsListsQuotesAndCaptions() {
    BodyText body =
        html(
            "<p>Lead.</p><h2>Costs</h2><p>Text.</p><ul><li>One</li><li>Two<ul><li>Inner</li></ul></li></ul>"
                + "<blockquote><p>Said</p></blockquote><figure><img src='x'><figcaption>The lock</figcaption></figure>");
    assertThat(types(body))
        .containsExactly(
            "PARAGRAPH Lead.",
            "CROSSHEAD Costs",
            "PARAGRAPH Text.",
            "LIST_ITEM One",
            "LIST_ITEM Two",
            "LIST_ITEM Inner",
            "QUOTE Said",
            "CAPTION The lock");
    assertThat(body.blocks().get(1).getLevel()).isEqualTo(2);
  }

  @Test
  void keepsTheColumnsOfTables() {
    BodyText body =
        html(
            "<p>Results:</p><table><caption>Final</caption><tr><th>Club</th><th>Pts</th></tr><tr><td>Osterhavn</td><td></td><td>12</td></tr></table>");
    assertThat(types(body))
        .containsExactly("PARAGRAPH Results:", "CAPTION Final", "TABLE Club\tPts\nOsterhavn\t\t12");
  }

  @Test
  void readsTablesThatOnlyArrangeAPage() {
    BodyText body = html("<table><tr><td><p>First.</p><p>Second.</p></td></tr></table>");
    assertThat(types(body)).containsExactly("PARAGRAPH First.", "PARAGRAPH Second.");
  }

  @Test
  void takesAShortBoldParagraphForAHeading() {
    BodyText body = html("<p>Lead sentence.</p><p><b>What comes next</b></p><p>Text of it.</p>");
    assertThat(types(body))
        .containsExactly(
            "PARAGRAPH Lead sentence.", "CROSSHEAD What comes next", "PARAGRAPH Text of it.");
  }

  @Test
  void breaksParagraphsAtDoubleLineBreaks() {
    assertThat(html("<p>One<br>still one<br><br>Two</p>").text())
        .isEqualTo("One\nstill one\n\nTwo");
  }

  @Test
  void sanitises() {
    BodyText body =
        html(
            "<p onclick='x()' style='color:red'>Hi <a href='javascript:x()'>there</a> <a href='https://example.org/'>link</a></p>"
                + "<script>alert(1)</script><style>p{}</style><iframe src='https://example.org'></iframe><p>Bye</p>");
    assertThat(body.bodies()).hasSize(1);
    assertThat(body.bodies().get(0).getContentType()).isEqualTo("text/html");
    assertThat(body.bodies().get(0).getValue())
        .isEqualTo("<p>Hi there <a href=\"https://example.org/\">link</a></p><p>Bye</p>");
    assertThat(body.text()).isEqualTo("Hi there link\n\nBye");
  }

  @Test
  void takesParsersHints() {
    BodyText body =
        html("<p class='byline'>By Jane Doe</p><p>Text here.</p><p class='credit'>NPA</p>");
    assertThat(types(body))
        .containsExactly("BYLINE By Jane Doe", "PARAGRAPH Text here.", "CREDIT NPA");
  }

  @Test
  void survivesMarkUpOfAnyDepth() {
    BodyText body = html("<blockquote>x".repeat(3_000));
    assertThat(Lines.bare(body.text())).isEqualTo("x".repeat(3_000));
    assertThat(body.repairs()).hasSize(1);
  }

  @Test
  void undoesTheLineWrapOfTelexCopy() {
    String wire =
        "OSTERHAVN, May 4 (NPA) - The harbour authority will open the\nnew lock on Tuesday, two years later than planned, a well-\nknown expert said.\n\nSecond paragraph.";
    BodyText body = reader.read(List.of(new WireBody(false, wire, null)));
    assertThat(body.text())
        .isEqualTo(
            "OSTERHAVN, May 4 (NPA) - The harbour authority will open the new lock on Tuesday, two years later than planned, a well-known expert said.\n\nSecond paragraph.");
    assertThat(body.bodies().get(0).getContentType()).isEqualTo("text/plain");
  }

  @Test
  void keepsTablesInPlainText() {
    String wire = "Standings:\n\nOsterhavn     12   3\nNordby         9   4\nSundvik        7   1";
    BodyText body = reader.read(List.of(new WireBody(false, wire, null)));
    assertThat(types(body))
        .containsExactly(
            "PARAGRAPH Standings:", "TABLE Osterhavn\t12\t3\nNordby\t9\t4\nSundvik\t7\t1");
  }

  @Test
  void readsOneParagraphALineWhereLinesAreSentences() {
    String copy =
        "The harbour authority will open the new lock on Tuesday, two years later than planned, its director said in a statement.\nShips of up to 300 metres can then reach the inner docks.";
    assertThat(Blocks.ofPlainText(copy)).hasSize(2);
  }

  @Test
  void takesTheFullStoryWhereATeaserStandsBeforeIt() {
    BodyText body =
        reader.read(
            List.of(
                new WireBody(false, "The lock opens on Tuesday.", "teaser"),
                new WireBody(true, "<p>The lock opens on Tuesday.</p><p>More of it.</p>", "main")));
    assertThat(body.text()).isEqualTo("The lock opens on Tuesday.\n\nMore of it.");
    assertThat(body.bodies())
        .extracting(b -> b.getContentType())
        .containsExactly("text/html", "text/plain");
  }

  @Test
  void setsFurnitureApartInMarkUpToo() {
    BodyText body =
        html(
            "<div>Home</div><div>News</div><div>Sport</div><div>Weather</div><p>The harbour authority will open the new lock on Tuesday, its director said.</p>"
                + "<p>Ships can then reach the inner docks, where the terminals have been waiting.</p><div>Read more: Lock opens</div><p>The bill had reached 840 million, according to the audit office in the capital.</p><h3>Leave a Reply</h3><p>Your email address will not be published.</p>");
    assertThat(types(body).stream().filter(t -> t.startsWith("BOILERPLATE")))
        .containsExactly(
            "BOILERPLATE Home",
            "BOILERPLATE News",
            "BOILERPLATE Sport",
            "BOILERPLATE Weather",
            "BOILERPLATE Read more: Lock opens",
            "BOILERPLATE Leave a Reply",
            "BOILERPLATE Your email address will not be published.");
  }

  private BodyText html(String fragment) {
    return reader.read(List.of(new WireBody(true, fragment, null)));
  }

  private static List<String> types(BodyText body) {
    return body.blocks().stream()
        .map(b -> b.getType() + " " + body.text().substring(b.getStart(), b.getEnd()))
        .toList();
  }

  @Test
  void hasNoBlocksWithoutABody() {
    BodyText body = reader.read(List.of());
    assertThat(body.text()).isEmpty();
    assertThat(body.blocks()).isEmpty();
  }
}
