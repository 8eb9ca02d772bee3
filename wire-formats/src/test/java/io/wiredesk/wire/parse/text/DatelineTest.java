package io.wiredesk.wire.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
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

  @Test
  void readsTheShapesOfNewswires() {
    assertThat(read("FERROL, Spain, Nov. 29, 2026 /Newswire/ -- The port"))
        .isEqualTo("FERROL, Spain|Newswire");
    assertThat(read("FERROL, Spain--(EXAMPLE WIRE)--The port"))
        .isEqualTo("FERROL, Spain|EXAMPLE WIRE");
    assertThat(read("Frankfurt am Main (Example) \u2014The"))
        .isEqualTo("Frankfurt am Main|Example");
  }

  @Test
  void aShortParagraphAboveTheDatelineIsNoPartOfIt() {
    assertThat(read("Antwerp port strike is off again\n\nBRUSSELS (Example) - Dockers went back"))
        .isEqualTo("BRUSSELS|Example");
    assertThat(read("Antwerp port strike is off again (Example) - Dockers")).isEqualTo("null|null");
  }

  @Property(tries = 2_000)
  void aDatelineNeverRunsOverTheEndOfAParagraph(
      @ForAll("made") String above, @ForAll("made") String below) {
    WireItem item = new WireItem();
    Dateline.offer(item, above + "\n\n" + below, "dateline");
    String place = item.get(Field.LOCATED);
    assertThat(place == null || squeezed(above).contains(place) || squeezed(below).contains(place))
        .isTrue();
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ");
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
