package io.wiredesk.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsualDatesTest {

  private static final ZoneId FEED = ZoneId.of("Asia/Tokyo");

  @Property
  void readsAnyMomentInTheFormsThatItKnows(@ForAll("moments") OffsetDateTime moment) {
    DateTimeFormatter mail = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.US);
    assertThat(read(moment.format(mail)))
        .contains(moment.toInstant().truncatedTo(ChronoUnit.SECONDS));
    DateTimeFormatter iso = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.US);
    assertThat(read(moment.format(iso))).contains(moment.toInstant());
    DateTimeFormatter basic = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssXX", Locale.US);
    assertThat(read(moment.format(basic)))
        .contains(moment.toInstant().truncatedTo(ChronoUnit.SECONDS));
  }

  /** The patterns are asked with one space more, which is none of the forms. */
  @Property
  void readsWhatThePatternsRead(@ForAll("moments") OffsetDateTime moment) {
    DateTimeFormatter mail = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.US);
    String written = moment.format(mail);
    assertThat(WireDates.read(written, FEED))
        .isEqualTo(WireDates.read(written.replace(", ", ",  "), FEED));
    String iso = moment.toString();
    assertThat(WireDates.read(iso, FEED)).isEqualTo(WireDates.read(iso.replace('T', ' '), FEED));
    String basic = moment.format(DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssXX", Locale.US));
    assertThat(WireDates.read(basic, FEED))
        .isEqualTo(WireDates.read(basic.replace('T', ' '), FEED));
  }

  @Property
  void givesTheSameForWhatIsNearlyAForm(@ForAll("spoilt") String text) {
    Optional<WireDates.Moment> usual;
    try {
      usual = Optional.ofNullable(UsualDates.read(text));
    } catch (DateTimeException none) {
      assertThat(WireDates.read(otherwise(text), FEED)).isEmpty();
      return;
    }
    usual.ifPresent(moment -> assertThat(WireDates.read(otherwise(text), FEED)).contains(moment));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thu, 12 Mar 2026 22:05:17 PST",
        "Thu, 12 Mar 26 22:05:17 GMT",
        "Do, 12 Mar 2026 22:05:17 GMT",
        "2026-03-12T24:00:00Z",
        "2026-03-12T23:59:60Z",
        "2026-03-12T22:05:17",
        "20260312T220517",
        "20260312T240000Z",
        "2026-03-12 22:05:17Z",
      })
  void leavesOtherForms(String text) {
    assertThat(UsualDates.read(text)).isNull();
    assertThat(WireDates.read(text, FEED)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Thu, 31 Feb 2026 22:05:17 GMT", "2026-02-31T22:05:17+01:00", "20260231T220517Z"})
  void refusesDaysThatAreNone(String text) {
    assertThatThrownBy(() -> UsualDates.read(text)).isInstanceOf(DateTimeException.class);
    assertThat(WireDates.read(text, FEED)).isEmpty();
  }

  @Provide
  Arbitrary<OffsetDateTime> moments() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 4_000_000_000L),
            Arbitraries.integers().between(0, 999),
            Arbitraries.integers().between(-17 * 60, 17 * 60))
        .as(
            (seconds, millis, minutes) ->
                Instant.ofEpochSecond(seconds, millis * 1_000_000L)
                    .atOffset(ZoneOffset.ofTotalSeconds(minutes * 60)));
  }

  @Provide
  Arbitrary<String> spoilt() {
    return Combinators.combine(
            Arbitraries.of(
                "Thu, 12 Mar 2026 22:05:17 GMT",
                "Sat, 2 May 2026 02:05:17 +0130",
                "31 Aug 2026 02:05:17 -0800",
                "2026-03-12T22:05:17Z",
                "2026-03-12T22:05:17.250+01:00",
                "20260312T220517Z",
                "20260312T220517+0100"),
            Arbitraries.integers().between(0, 28),
            Arbitraries.of("", "0", "3", "9", " ", ":", "+", "-", "T", "Z", "a", "P", "."),
            Arbitraries.integers().between(0, 1))
        .as(
            (text, at, put, cut) -> {
              int from = Math.min(at, text.length());
              return text.substring(0, from)
                  + put
                  + text.substring(Math.min(text.length(), from + cut));
            });
  }

  /** The same for the patterns, and neither of the forms. */
  private static String otherwise(String text) {
    return text.replace(" ", "  ").replaceFirst("(\\d)T", "$1 ");
  }

  private static Optional<Instant> read(String text) {
    return Optional.ofNullable(UsualDates.read(text)).map(WireDates.Moment::at);
  }
}
