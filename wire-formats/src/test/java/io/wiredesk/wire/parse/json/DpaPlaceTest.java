package io.wiredesk.wire.parse.json;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DpaPlaceTest {

  @Example
  void isTheDatelineWithoutAgencyAndDash() {
    assertThat(DpaParser.place("Tel Aviv/Beirut (dpa) - ")).isEqualTo("Tel Aviv/Beirut");
    assertThat(DpaParser.place("Berlin \u2013 ")).isEqualTo("Berlin");
  }

  @Property
  void isWhatThePatternLeaves(@ForAll("datelines") String dateline) {
    assertThat(DpaParser.place(dateline))
        .isEqualTo(DpaParser.AGENCY_AND_DASH.matcher(dateline).replaceAll(""));
  }

  @Provide
  Arbitrary<String> datelines() {
    return Arbitraries.of("Berlin", "Tel Aviv", "(dpa)", "(", ")", " ", "\t", "-", "\u2013", "\n")
        .list()
        .ofMaxSize(8)
        .map(pieces -> String.join("", pieces));
  }
}
