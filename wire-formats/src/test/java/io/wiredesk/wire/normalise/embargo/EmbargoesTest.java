package io.wiredesk.wire.normalise.embargo;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.wire.normalise.embargo.Line.Place;
import io.wiredesk.wire.time.TimeRules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbargoesTest {

  /** A Saturday. */
  private static final Instant CREATED = Instant.parse("2026-05-02T10:00:00Z");

  private static final TimeRules BERLIN = TimeRules.in(ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EMBARGOED UNTIL 00:01 GMT Tuesday 5 May | 2026-05-05T00:01:00Z",
        "EMBARGOED UNTIL 00.01 GMT TUESDAY MAY 5 | 2026-05-05T00:01:00Z",
        "EMBARGOED UNTIL 0001 BST TUESDAY MAY 5 2026 | 2026-05-04T23:01:00Z",
        "Embargo: not for publication before 6 p.m. EST June 3 | 2026-06-03T23:00:00Z",
        "Embargoed for release until 12:01 a.m. ET, Wednesday, May 6, 2026 | 2026-05-06T04:01:00Z",
        "Not for publication before 0600 GMT on May 4. | 2026-05-04T06:00:00Z",
        "Strictly embargoed until 10am BST on Monday 4 May | 2026-05-04T09:00:00Z",
        "EMBARGO: 2026-05-06 14:00 UTC | 2026-05-06T14:00:00Z",
        "UNDER EMBARGO UNTIL NOON GMT, MAY 6 | 2026-05-06T12:00:00Z",
        "For release at 6 p.m. EDT Sunday, May 3 | 2026-05-03T22:00:00Z",
        "For release Sunday, May 3 | 2026-05-02T22:00:00Z",
        "Hold for release until 5:30 pm London time on 7 May | 2026-05-07T16:30:00Z",
        "Sperrfrist: 18.00 Uhr | 2026-05-02T16:00:00Z",
        "Sperrfrist 12. Mai, 18 Uhr | 2026-05-12T16:00:00Z",
        "Sperrfrist: Dienstag, 5. Mai 2026, 00.01 Uhr | 2026-05-04T22:01:00Z",
        "SPERRFRIST: 05.05.2026, 10:30 Uhr MESZ | 2026-05-05T08:30:00Z",
        "Sperrfrist: morgen, 6 Uhr | 2026-05-03T04:00:00Z",
        "Achtung Sperrfrist! Frei ab Montag 4. Mai 6.00 Uhr | 2026-05-04T04:00:00Z",
        "Embargo jusqu'au 12 mai à 18h00 | 2026-05-12T16:00:00Z",
        "SOUS EMBARGO JUSQU'AU MARDI 12 MAI A 18H00 GMT | 2026-05-12T18:00:00Z",
        "Embargo jusqu'à mardi 18h | 2026-05-05T16:00:00Z",
        "Embargo hasta las 18.00 horas | 2026-05-02T16:00:00Z",
        "EMBARGADA HASTA LAS 18:00 HORAS DEL 12 DE MAYO | 2026-05-12T16:00:00Z",
        "Embargo fino alle ore 18 del 12 maggio | 2026-05-12T16:00:00Z",
        "EMBARGO: 06.00 Uhr | 2026-05-03T04:00:00Z",
        "Embargoed until 2 January | 2026-01-01T23:00:00Z",
        "Do not publish before 14:00 GMT+2 on 5 May | 2026-05-05T12:00:00Z",
        "EMBARGOED TO 2200 HOURS MONDAY MAY 4 | 2026-05-04T20:00:00Z",
        "Embargoed until 18:00 XQT on Monday | 2026-05-05T06:00:00Z",
        "EMBARGOED UNTIL 6 p.m. Sunday, May 3, ET | 2026-05-03T22:00:00Z",
        "EMBARGOED UNTIL 18:00 SUNDAY EASTERN TIME | 2026-05-03T22:00:00Z",
        "EMBARGOED UNTIL 18:00 SUNDAY (NEW YORK TIME) | 2026-05-03T22:00:00Z",
        "Embargoed until 18:00 in New York on Sunday | 2026-05-03T22:00:00Z",
        "EMBARGOED UNTIL 18:00 LOCAL TIME SUNDAY | 2026-05-04T06:00:00Z",
        "EMBARGOED UNTIL 18:00 IST SUNDAY | 2026-05-03T17:00:00Z",
        "EMBARGOED UNTIL 18:00 PST | 2026-05-03T02:00:00Z",
        "Embargoed until 6 o'clock p.m. EDT on Sunday | 2026-05-03T22:00:00Z",
        "EMBARGOED UNTIL SUNDAY AT 6 P.M. E.D.T. | 2026-05-03T22:00:00Z",
        "EMBARGOED UNTIL 6 P.M./EDT SUNDAY | 2026-05-03T22:00:00Z",
        "EMBARGOED UNTIL 6 P.M. - EDT, SUNDAY | 2026-05-03T22:00:00Z",
        "EMBARGOED UNTIL 18:00 GMT - 4 SUNDAY | 2026-05-03T22:00:00Z",
        "EMBARGOED UNTIL 18:00 GMT MINUS 4 SUNDAY | 2026-05-03T22:00:00Z",
        "EMBARGOED UNTIL 1800 SUNDAY | 2026-05-03T16:00:00Z",
        "EMBARGOED UNTIL 031800Z MAY 26 | 2026-05-03T18:00:00Z",
        "EMBARGOED UNTIL MAY 6 2000 GMT | 2026-05-06T20:00:00Z",
        "EMBARGOED UNTIL MIDNIGHT GMT SUNDAY | 2026-05-04T00:00:00Z",
        "EMBARGOED UNTIL 24:00 GMT SUNDAY | 2026-05-04T00:00:00Z",
        "EMBARGOED UNTIL 5/6/2026 18:00 GMT | 2026-06-05T18:00:00Z",
        "EMBARGOED UNTIL 5/6 18:00 GMT | 2026-06-05T18:00:00Z",
        "EMBARGOED UNTIL TONIGHT AT 6 | 2026-05-02T16:00:00Z",
        "SPERRFRIST SONNTAG 18.00. | 2026-05-03T16:00:00Z",
        "Sperrfrist Sonntag 6 Uhr abends | 2026-05-03T16:00:00Z",
        "Sperrfrist: Sonntag morgen 6 Uhr | 2026-05-03T04:00:00Z",
        "Embargo hasta el domingo a las 6 de la tarde | 2026-05-03T16:00:00Z",
        "Embargo hasta las 18:00 (hora de Bogotá) del domingo | 2026-05-03T23:00:00Z",
        "EMBARGO TILL SONDAG KL 18.00 | 2026-05-03T16:00:00Z",
        "Embargo lifts at 15:00 CEST on Monday, 4 May 2026 | 2026-05-04T13:00:00Z"
      })
  void readsWhenAnEmbargoEnds(String note, Instant end) {
    Embargo embargo = read(Place.NOTE, note);
    assertThat(embargo).isNotNull();
    assertThat(embargo.until()).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EMBARGOED",
        "EMBARGO",
        "Embargoed until the minister speaks",
        "Sperrfrist: Redebeginn",
        "STRICT EMBARGO - check against delivery",
        "Hold for release",
        "EMBARGOED UNTIL 25:99 GMT SUNDAY",
        "EMBARGOED UNTIL 18:OO GMT SUNDAY",
        "Not for publication before the verdict"
      })
  void saysWhereAnEndCannotBeRead(String note) {
    Embargo embargo = read(Place.NOTE, note);
    assertThat(embargo).isNotNull();
    assertThat(embargo.until()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Embargo: EU bans Russian oil",
        "EMBARGO ON OIL HITS PRICES",
        "Embargo auf Öl: Preise steigen",
        "Embargo al petróleo ruso",
        "Oil embargo until 2030, EU says",
        "Arms embargo extended",
        "Embargo to hit exports of Ruritania",
        "Sperrfrist für Arbeitslosengeld verlängert",
        "Sin embargo, la economía crece",
        "For release of hostages, families march",
        "Study under way"
      })
  void leavesEmbargoesInTheNewsAlone(String headline) {
    assertThat(read(Place.HEADLINE, headline)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The embargo on oil was to last until 1 June, the ministry said on Monday.",
        "FOR IMMEDIATE RELEASE",
        "The US kept its embargo until 2015, when relations were restored.",
        "\"Not for publication before Friday\", the letter said."
      })
  void leavesEmbargoesInCopyAlone(String line) {
    assertThat(read(Place.HEAD, line)).isNull();
  }

  @Test
  void readsTheTimeFromTheNextLine() {
    List<Line> lines =
        List.of(line(Place.NOTE, "SPERRFRIST"), line(Place.NOTE, "Montag, 4. Mai, 6.00 Uhr"));
    assertThat(Embargoes.read(lines, CREATED, BERLIN).until()).isEqualTo("2026-05-04T04:00:00Z");
  }

  @Test
  void countsYearsFromTheDispatch() {
    Instant december = Instant.parse("2026-12-28T10:00:00Z");
    List<Line> lines = List.of(line(Place.NOTE, "Embargoed until 0001 GMT 2 January"));
    assertThat(Embargoes.read(lines, december, BERLIN).until()).isEqualTo("2027-01-02T00:01:00Z");
  }

  @Test
  void aDayAmongNewsBehindHalfATimeIsNotUnderstood() {
    Embargo embargo = read(Place.NOTE, "Embargoed until 18:00 GMT - the minister speaks on Sunday");
    assertThat(embargo).isNotNull();
    assertThat(embargo.until()).isNull();
  }

  @Test
  void anAccentAloneIsNoWord() {
    assertThat(read(Place.HEAD, "\u0301 \u0301e\u0301 \u0301")).isNull();
  }

  private static Embargo read(Place place, String text) {
    return Embargoes.read(List.of(line(place, text)), CREATED, BERLIN);
  }

  private static Line line(Place place, String text) {
    return Line.of(text, place, Vocabulary.standard());
  }
}
