package io.wiredesk.wire.parse.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhitespaceTest {

  @Test
  void collapsesRunsAndStripsEnds() {
    assertThat(Whitespace.collapse(" The harbour\n\t opened. ")).isEqualTo("The harbour opened.");
    assertThat(Whitespace.collapse("The harbour opened.")).isEqualTo("The harbour opened.");
    assertThat(Whitespace.collapse(" \n")).isEmpty();
    assertThat(Whitespace.collapse("10\u00a0000\u00a0")).isEqualTo("10\u00a0000\u00a0");
  }

  @Test
  void countsWhatIsNoWhiteSpaceOfMarkup() {
    assertThat(Whitespace.visible(" a\tb\n\u00a0 ")).isEqualTo(3);
    assertThat(Whitespace.hasVisible(" \t\r\n\f")).isFalse();
    assertThat(Whitespace.hasVisible("  .")).isTrue();
  }

  @Test
  void bareTextHasNeitherTagsNorWhiteSpace() {
    assertThat(Whitespace.bare("<p>5 < 6 <b>a b</b></p>")).isEqualTo("5ab");
    assertThat(Whitespace.bare("5 < 6")).isEqualTo("5<6");
    assertThat(Whitespace.hasBare("<p> <br></p>\n")).isFalse();
    assertThat(Whitespace.hasBare("<p> <br>.</p>")).isTrue();
    assertThat(Whitespace.hasBare(" <")).isTrue();
  }
}
