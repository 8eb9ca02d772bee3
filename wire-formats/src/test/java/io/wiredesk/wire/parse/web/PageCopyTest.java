package io.wiredesk.wire.parse.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class PageCopyTest {

  @Test
  void countsLettersAndDigits() {
    assertThat(PageCopy.letters(body("<p>Crane 7½</p>– <b>字é</b>&nbsp;!"))).isEqualTo(9);
    assertThat(PageCopy.letters(body("<p> – </p><script>var x;</script>"))).isZero();
  }

  @Test
  void countsParagraphsAloneAndNoFurniture() {
    assertThat(PageCopy.inParagraphs(body("<p>one</p>loose<div>two</div>"))).isEqualTo(3);
    assertThat(PageCopy.inParagraphs(body("<nav><p>one</p></nav><li>short item</li>"))).isZero();
    assertThat(PageCopy.inParagraphs(body("<blockquote>a<p>b</p></blockquote>"))).isEqualTo(1);
    assertThat(PageCopy.inParagraphs(body("<ul><li>" + "word ".repeat(20) + "</li></ul>")))
        .isEqualTo(80);
  }

  private static Element body(String html) {
    return Jsoup.parse(html).body();
  }
}
