package io.wiredesk.wire.normalise.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.Block;
import io.wiredesk.wire.parse.WireBody;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BlocksPropertiesTest {

  private static final List<String> PIECES =
      List.of(
          "The harbour authority will open the new lock on Tuesday, its director said.",
          "Costs have doubled",
          "Leave a Reply",
          "\n",
          "\n\n",
          " ",
          "\t",
          "\r\n",
          "  ",
          "By Jane Doe",
          "- item",
          "• item",
          "a   b   c",
          "(NPA)",
          "\ud83d\ude00",
          "\u00a0",
          "\u200b",
          "©",
          "“Yes,” she said.",
          "漢字の見出し",
          "عنوان",
          ".",
          "",
          "<p>",
          "</p>",
          "<b>",
          "</b>",
          "<table>",
          "<tr>",
          "<td>",
          "</td>",
          "</table>",
          "<ul><li>",
          "</li></ul>",
          "<h2>",
          "</h2>",
          "<br>",
          "<div>",
          "</div>",
          "<a href='https://example.org'>",
          "</a>",
          "<blockquote>",
          "&amp;",
          "&nbsp;",
          "<",
          "<script>x</script>",
          "<pre>",
          "</pre>",
          "<figure>",
          "<figcaption>");

  @Property(tries = 500)
  void blocksOfPlainTextAreInOrderAndCoverAllCopy(@ForAll("texts") String text) {
    check(Blocks.ofPlainText(text), text);
  }

  @Property(tries = 500)
  void htmlLosesNothingAndReadsTheSameTwice(@ForAll("texts") String html) {
    BodyReader reader = new BodyReader();
    List<WireBody> wire = List.of(new WireBody(true, html, null));
    BodyText body = reader.read(wire);
    check(body.blocks(), body.text());
    assertThat(body).isEqualTo(reader.read(wire));
    assertThat(body.repairs()).isEmpty();
  }

  @Property(tries = 300)
  void plainTextLosesNothing(@ForAll("texts") String text) {
    BodyText body = new BodyReader().read(List.of(new WireBody(false, text, null)));
    check(body.blocks(), body.text());
    assertThat(Lines.bare(body.text())).isEqualTo(Lines.bare(text));
  }

  private static void check(List<Block> blocks, String text) {
    int at = 0;
    for (Block block : blocks) {
      assertThat(block.getStart()).isGreaterThanOrEqualTo(at);
      assertThat(block.getEnd()).isGreaterThan(block.getStart());
      assertThat(Lines.bare(text.substring(at, block.getStart()))).isEmpty();
      at = block.getEnd();
    }
    assertThat(Lines.bare(text.substring(at))).isEmpty();
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> known = Arbitraries.of(PIECES);
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(12);
    return Arbitraries.oneOf(known, known, known, any)
        .list()
        .ofMaxSize(25)
        .map(pieces -> String.join("", pieces));
  }
}
