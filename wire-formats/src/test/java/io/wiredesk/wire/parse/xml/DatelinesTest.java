package io.wiredesk.wire.parse.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "STOCKHOLM, Aug 29, 2014 (AFP) -|STOCKHOLM",
        "KOUROU, French Guiana, March 12 (Meridian)|KOUROU, French Guiana",
        "PARIS, 3 mars 2026 - |PARIS",
        "Berlin (dpa) -|Berlin",
        "WASHINGTON, D.C.|WASHINGTON, D.C.",
        "WASHINGTON, D.C., Aug. 3|WASHINGTON, D.C",
        "BADEN-BADEN --|BADEN-BADEN",
        "TOKYO/OSAKA, 5 May|TOKYO",
        "S\u00e3o Paulo, 12 abr. 2026|S\u00e3o Paulo",
        "GENEVA \u2014|GENEVA",
        "Paris 8e,|Paris"
      })
  void placeIsWhatStandsBeforeDayAndAgency(String dateline, String place) {
    assertThat(Datelines.place(dateline)).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "12 March 2026", "March 12 (Meridian)", "(AFP) -", "2026-03-12", "--"})
  void dateOrAgencyAloneIsNoPlace(String dateline) {
    assertThat(Datelines.place(dateline)).isNull();
  }

  @Test
  void noDatelineIsNoPlace() {
    assertThat(Datelines.place(null)).isNull();
  }
}
