package io.wiredesk.wire.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FillersTest {

  private static final Charset CYRILLIC = Charset.forName("windows-1251");

  @Test
  void leavesOutWhatALineSendsBetweenMessages() {
    assertThat(read("\u00ff\u007f\u0016\1FW1\r\nText\r\n\4\u00ff\u00ff\1FW2\r\n\u00ff"))
        .isEqualTo("\1FW1\r\nText\r\n\4\1FW2\r\n");
    assertThat(read("a\0\0\0\0b")).isEqualTo("ab");
  }

  @Test
  void keepsTheLetterThatHasAllBitsSet() {
    byte[] text = "\1Синяя линия\r\nВсё сказала Мария".getBytes(CYRILLIC);
    assertThat(Fillers.without(text)).isEqualTo(text);
    byte[] wide = "\ufeffText".getBytes(StandardCharsets.UTF_16LE);
    assertThat(Fillers.without(wide)).isEqualTo(wide);
  }

  @Property(tries = 1_000)
  void losesNothingElse(@ForAll @Size(max = 40) byte[] bytes) {
    assertThat(visible(Fillers.without(bytes))).isEqualTo(visible(bytes));
  }

  private static String visible(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[\\x00\\x16\\x7f\\xff]", "");
  }

  private static String read(String latin) {
    byte[] without = Fillers.without(latin.getBytes(StandardCharsets.ISO_8859_1));
    return new String(without, StandardCharsets.ISO_8859_1);
  }
}
