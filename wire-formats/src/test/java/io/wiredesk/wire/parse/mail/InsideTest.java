package io.wiredesk.wire.parse.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class InsideTest {

  private static final List<String> PIECES =
      List.of(
          "<p>",
          "</p>",
          "<div class=\"a&quot;b\" id=x>",
          "</div>",
          "<br>",
          "<img src='a&b' alt>",
          "<b>",
          "</i>",
          "<table><tr><td>",
          "</table>",
          "<pre>\n x",
          "</pre>",
          "<textarea> a\n",
          "</textarea>",
          "<svg viewBox='0 0'><title>t</title><path/></svg>",
          "<!-- note -->",
          "<![CDATA[ c < d ]]>",
          "<script>a < b && c</script>",
          "<style>p > a {}</style>",
          "<noscript><p>n</noscript>",
          "<iframe><b></iframe>",
          "<xmp><i></xmp>",
          "<o:p></o:p>",
          "&amp;",
          "&lt;&gt;",
          "&nbsp;",
          " \n\t ",
          "plain words",
          "\u201cquoted\u201d",
          "\u00a0",
          "\ud83d\ude00",
          "\ud83d",
          "\u0000",
          "\f",
          "\u007f",
          "\u0085",
          "'\"",
          "&#12;",
          "<p/>",
          "<select><option>o",
          "</select>",
          "<math><mi>x</mi></math>",
          "<plaintext>");

  @Test
  void writesEveryCharacterAsJsoupDoes() {
    for (int c = 0; c <= 0xffff; c++) {
      assertSame("<p>a" + (char) c + "b</p>");
    }
  }

  @Property(tries = 3_000)
  void writesEveryPageAsJsoupDoes(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder page = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      page.append(PIECES.get(random.nextInt(PIECES.size() - (i > 1 ? 1 : 0))));
    }
    assertSame(page.toString());
  }

  private static void assertSame(String html) {
    Document page = Jsoup.parse(html);
    page.outputSettings().prettyPrint(false);
    assertThat(Inside.of(page.body())).isEqualTo(page.body().html());
  }
}
