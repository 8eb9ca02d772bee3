package io.wiredesk.wire.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetLabelsTest {

  /** WHATWG Encoding Standard, section 4.2, and what mail programs write. */
  @ParameterizedTest
  @CsvSource({
    "Shift_JIS,windows-31j",
    "x-sjis,windows-31j",
    "EUC-KR,x-windows-949",
    "ks_c_5601-1987,x-windows-949",
    "gb2312,GB18030",
    "GBK,GB18030",
    "big5,Big5-HKSCS",
    "TIS-620,x-windows-874",
    "iso-8859-11,x-windows-874",
    "ISO-8859-9,windows-1254",
    "latin5,windows-1254",
    "ISO-8859-1,windows-1252",
    "us-ascii,windows-1252",
    "macintosh,x-MacRoman",
    "cp-850,IBM850",
    "CP850,IBM850",
    "windows_1251,windows-1251",
    "win-1251,windows-1251",
    "iso8859_2,ISO-8859-2",
    "iso-8859-8-i,ISO-8859-8",
    "IBM-866,IBM866",
    "koi8-u,KOI8-U",
    "ISO-2022-JP,ISO-2022-JP",
    "x-iso-2022-cn-gb,x-ISO-2022-CN-GB"
  })
  void readsALabelAsTheWebDoes(String label, String charset) {
    assertThat(CharsetLabels.named(label)).contains(Charset.forName(charset));
  }

  @Test
  void knowsTheOtherNamesThatJavaKnows() {
    assertThat(CharsetLabels.named("IBM1140")).contains(Charset.forName("IBM1140"));
    assertThat(CharsetLabels.named(" \"utf-8\" ")).contains(StandardCharsets.UTF_8);
  }

  @Test
  void isSilentAboutOthers() {
    assertThat(CharsetLabels.named("x-unknown")).isEmpty();
    assertThat(CharsetLabels.named(" ")).isEmpty();
    assertThat(CharsetLabels.named(null)).isEmpty();
  }
}
