package io.wiredesk.wire.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.wire.parse.WireItem;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadlineLineTest {

  private static final String COPY =
      "The dredging of the port began on Sunday after a delay of three months, officials said.";

  private static final String[] LINES = {
    "",
    "Port of Ferrol dredged",
    "港口开始疏浚工程",
    COPY,
    "FERROL (Example) - Work began.",
    "=====",
    "# Port",
    "By Ana Corral",
    "EMBARGOED UNTIL 00.01 GMT, DECEMBER 2 2026",
    "a   b   c",
    "- point",
    "29 November 2026",
    "Dear editors",
    "PORT CLOSED",
    "  The work began.",
    "and cranes"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Port of Ferrol dredged",
        "Will the port be dredged?",
        "\"We dredge on,\" says the master",
        "港口开始疏浚工程",
        "港の浚渫工事が始まる",
        "ท่าเรือเริ่มขุดลอก",
        "بدء تجريف الميناء"
      })
  void aShortLineAboveCopyIsTheHeadline(String line) {
    assertThat(headline(line + "\n\n" + COPY)).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The port is dredged.",
        "Dear editors",
        "By Ana Corral",
        "FERROL (Example) -",
        "- one point",
        "Weather",
        "https://ferrowire.example/1",
        "Ferrol      2   1",
        "港口开始疏浚。"
      })
  void aSentenceGreetingBylineOrWordIsNone(String line) {
    assertThat(headline(line + "\n\n" + COPY)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'Port dredged\nFERROL (Example) - Work began.', Port dredged",
    "'Port dredged.\n\nFERROL (Example) - Work began.', Port dredged.",
    "'PORT IS DREDGED\nThe work began on Sunday after a delay.', PORT IS DREDGED",
    "'Port dredged because of\nbad weather\n\nThe work began on Sunday after a delay of months, it said.',"
        + " Port dredged because of bad weather",
    "'29 November 2026\n\nPort is dredged\n\nThe work began on Sunday after a delay.', Port is dredged",
  })
  void whatSetsItApart(String text, String headline) {
    assertThat(headline(text)).isEqualTo(headline);
  }

  @Property(tries = 2_000)
  void noLineIsLost(@ForAll("texts") List<String> lines) {
    WireItem item = new WireItem();
    new PlainCopy(lines, false).fill(item);
    String kept =
        item.headlines + " " + item.get(io.wiredesk.wire.parse.Field.BY) + " " + item.bodies;
    for (String line : lines) {
      String words = line.replace("# ", "").replace("=====", "").strip();
      assertThat(kept.replace("&nbsp;", " ")).contains(words);
    }
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of(LINES).list().ofMinSize(1).ofMaxSize(7);
  }

  private static String headline(String text) {
    HeadlineLine found = HeadlineLine.find(text.lines().toList(), false);
    return found == null ? null : found.text();
  }
}
