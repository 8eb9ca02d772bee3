package io.wiredesk.wire.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireTextTest {

  private static final String RUSSIAN = "Порт начал работы по углублению дна в воскресенье.";
  private static final byte[] IN_1251 = RUSSIAN.getBytes(Charset.forName("windows-1251"));

  @Test
  void aLabelOfWesternCopyDoesNotMakeItsLettersOfRussianOnes() {
    WireText text = WireText.of(IN_1251, "ISO-8859-1");
    assertThat(text.value()).isEqualTo(RUSSIAN);
    assertThat(text.repair()).contains("ISO-8859-1").contains("windows-1251");
  }

  @Test
  void bytesThatAreNoUtf8AreReadLikeTextWithoutALabel() {
    assertThat(WireText.of(IN_1251, "utf-8").value()).isEqualTo(RUSSIAN);
  }

  @Test
  void whatTheTransportSaidCountsBeforeTheDeclaration() {
    byte[] koi = RUSSIAN.getBytes(Charset.forName("KOI8-R"));
    assertThat(WireText.labelled(koi, Arrays.asList("koi8-r", "windows-1251")).value())
        .isEqualTo(RUSSIAN);
    assertThat(WireText.labelled(koi, Arrays.asList(null, "koi8-r")).value()).isEqualTo(RUSSIAN);
    assertThat(WireText.labelled(koi, List.of("us-ascii", "koi8-r")).value()).isEqualTo(RUSSIAN);
  }

  @Test
  void quotesOfWindowsStandInAnyFormat() {
    byte[] utf8 = "\u0093no\u0094 \u0096 he said".getBytes(StandardCharsets.UTF_8);
    assertThat(WireText.of(utf8, "utf-8").value()).isEqualTo("“no” – he said");
  }

  @Test
  void marksBeforeTheTextAreNoneOfIt() {
    String text = "\ufeff\ufeff\u200b<rss/>";
    assertThat(WireText.of(text.getBytes(StandardCharsets.UTF_8), "utf-8").value())
        .isEqualTo("<rss/>");
  }

  @Test
  void escapesOfIso2022AreReadWithAndWithoutALabel() {
    String japanese = "港は日曜日に閉鎖された。";
    byte[] bytes = japanese.getBytes(Charset.forName("ISO-2022-JP"));
    assertThat(WireText.of(bytes, "iso-2022-jp"))
        .extracting(WireText::value, WireText::repair)
        .containsExactly(japanese, null);
    assertThat(WireText.of(bytes, null).value()).isEqualTo(japanese);
  }
}
