package io.wiredesk.wire.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20131020T192751+1100           | 2013-10-20T08:27:51Z",
        "20131020T192751Z               | 2013-10-20T19:27:51Z",
        "20131020T192751                | 2013-10-20T19:27:51Z",
        "2016-10-21T16:25:32-05:00      | 2016-10-21T21:25:32Z",
        "2016-10-21T16:25:32.973        | 2016-10-21T16:25:32.973Z",
        "2022-07-11 18:33               | 2022-07-11T18:33:00Z",
        "2022-07-11                     | 2022-07-11T00:00:00Z",
        "20220711                       | 2022-07-11T00:00:00Z",
        "20220711T183300 CEST           | 2022-07-11T16:33:00Z",
        "Wed, 13 Nov 2013 15:09:00 GMT  | 2013-11-13T15:09:00Z",
        "Wed, 13 Nov 13 15:09 +02:00    | 2013-11-13T13:09:00Z",
        "Mi, 13. Nov. 2013 15:09 MEZ    | 2013-11-13T14:09:00Z",
        "13 novembre 2013 15h09         | 2013-11-13T15:09:00Z",
        "13 de dezembro de 2013 15:09   | 2013-12-13T15:09:00Z",
        "November 13, 2013 3:09 p.m. EST| 2013-11-13T20:09:00Z",
        "13.11.2013 15:09               | 2013-11-13T15:09:00Z",
        "11/13/2013 15:09               | 2013-11-13T15:09:00Z",
        "1384355340                     | 2013-11-13T15:09:00Z",
        "1384355340000                  | 2013-11-13T15:09:00Z",
        "20131113T240000Z               | 2013-11-14T00:00:00Z",
      })
  void readsWhatWiresWrite(String text, Instant at) {
    assertThat(TimeReader.instant(text, TimeRules.STANDARD)).isEqualTo(at);
  }

  @Property
  void usualFormsAreReadAsTheOthersAre(
      @ForAll @IntRange(min = 1, max = 9999) int year,
      @ForAll @IntRange(max = 14) int month,
      @ForAll @IntRange(max = 32) int day,
      @ForAll @IntRange(max = 99) int time,
      @ForAll("zones") String zone) {
    String date = "%04d-%02d-%02d".formatted(year, month, day);
    String clock = "%02d:%02d:%02d".formatted(time % 26, time * 7 % 61, time * 3 % 61);
    ReadTime other = read(date + " " + clock + zone);
    assertThat(read(date + "T" + clock + zone)).isEqualTo(other);
    String basic = date.replace("-", "") + "T" + clock.replace(":", "");
    assertThat(read(basic + zone)).isEqualTo(other);
  }

  private static @Nullable ReadTime read(String text) {
    return TimeReader.read(text, TimeRules.in(ZoneOffset.MIN), Purpose.ORDINARY);
  }

  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of(
        "Z", "", "+01:00", "-0530", "+00:00", "-00:00", "+18:01", "+1400", "+01", "+01:75", "z");
  }

  @ParameterizedTest
  @CsvSource({"YYYYMMDD000000-HHMM", "soon", "20131399T999999", "''", "31 Feb 2013", "99.99.2013"})
  void givesNothingForWhatIsNoDate(String text) {
    assertThat(TimeReader.instant(text, TimeRules.STANDARD)).isNull();
  }

  @Test
  void takesTheFeedsZoneWhereNoneIsWrittenAndSaysSo() {
    WireItem item = new WireItem();
    TimeRules vienna = TimeRules.in(ZoneId.of("Europe/Vienna"));
    item.readTime(Field.VERSION_CREATED, "20130720T120000", vienna, "a/b line 3");
    assertThat(item.time(Field.VERSION_CREATED)).isEqualTo("2013-07-20T10:00:00Z");
    assertThat(item.repairs)
        .containsExactly("a/b line 3: time without zone, read as Europe/Vienna");
  }

  @Test
  void keepsWhatItCannotReadAsAnExtra() {
    WireItem item = new WireItem();
    item.readTime(Field.EXPIRES, "tomorrow", TimeRules.STANDARD, "a/b line 3");
    assertThat(item.extras).containsEntry("a/b line 3", "tomorrow");
  }
}
