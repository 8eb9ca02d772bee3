package io.wiredesk.wire.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import java.util.regex.Matcher;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DatelineTest {

  private static final String[] PIECES = {
    "PORT LAURIE",
    "Munich",
    "Dec",
    ".",
    ",",
    " ",
    " ",
    "9",
    "(dpa)",
    "(A P)",
    "(",
    ")",
    " - ",
    " _ ",
    "\u2014",
    "x"
  };

  @Test
  void offersPlaceAndAgency() {
    assertThat(read("PORT LAURIE, Isle of Carrow (Example) _ The ferries"))
        .isEqualTo("PORT LAURIE, Isle of Carrow|Example");
    assertThat(read("Berlin, 9. M\u00e4rz (dpa) - Die  F\u00e4hren")).isEqualTo("Berlin|dpa");
    assertThat(read("SAITAMA, Japan,\nDec. 9 Kyodo - A")).isEqualTo("SAITAMA, Japan|Kyodo");
    assertThat(read("The ferries (both) sail")).isEqualTo("null|null");
  }

  @Property(tries = 10_000)
  void readsDatelinesWithoutDayAsThoseWithOne(@ForAll("made") String text) {
    int bracket = text.indexOf('(');
    if (bracket >= 0 && !Dateline.hasDigit(text, bracket)) {
      assertThat(groups(Dateline.UNDATED.matcher(text)))
          .isEqualTo(groups(Dateline.BRACKETED.matcher(text)));
    }
  }

  private static String groups(Matcher m) {
    return m.lookingAt() ? m.group(1) + "|" + m.group(2) : "";
  }

  private static String read(String text) {
    WireItem item = new WireItem();
    Dateline.offer(item, text, "dateline");
    return item.get(Field.LOCATED) + "|" + item.get(Field.PROVIDER);
  }

  @Provide
  Arbitrary<String> made() {
    return Pieces.joined(11, PIECES);
  }
}
