package io.wiredesk.wire.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.time.TimeRules;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelexNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "URGENT",
        "2ND LEAD",
        "G20 SUMMIT OPENS IN ROME",
        "DEC 12",
        "TAKE 2",
        "LEAD 100",
        "2026 BUDGET PASSES",
        "NO 100",
        "Ferry sinks",
        "COVID19 RULES EASED",
        ""
      })
  void takesNoWordForANumber(String line) {
    assertThat(read(line)).isEqualTo("null|null|" + line);
  }

  @Test
  void readsServiceNumberAndWhatFollows() {
    assertThat(read("FMG000")).isEqualTo("FMG|000|");
    assertThat(read("AAA 123 YY TDR")).isEqualTo("AAA|123|YY TDR");
    assertThat(read("0456")).isEqualTo("null|0456|");
    assertThat(read("WEX0031 121015 MAR 26")).isEqualTo("WEX|0031|");
    assertThat(read("AB12")).isEqualTo("AB|12|");
  }

  @Property(tries = 500)
  void wordsWithoutFiguresAreNeverNumbers(
      @ForAll @CharRange(from = 'A', to = 'Z') @StringLength(min = 1, max = 12) String word) {
    assertThat(read(word + " " + word)).startsWith("null|null|");
  }

  @Property(tries = 500)
  void everyNumberOfALineIsRead(
      @ForAll @CharRange(from = 'W', to = 'Z') @StringLength(min = 1, max = 3) String service,
      @ForAll @IntRange(min = 0, max = 9999) int number) {
    String digits = String.format("%04d", number);
    assertThat(read(service + digits)).isEqualTo(service + "|" + digits + "|");
  }

  private static String read(String line) {
    WireItem item = new WireItem();
    String rest = TelexNumber.read(line, item, TimeRules.STANDARD);
    return item.get(Field.SERVICE) + "|" + item.get(Field.SEQUENCE) + "|" + rest;
  }
}
