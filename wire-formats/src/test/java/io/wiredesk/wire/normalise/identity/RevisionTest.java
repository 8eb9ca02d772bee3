package io.wiredesk.wire.normalise.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTest {

  private static final Instant CREATED = Instant.parse("2026-05-04T10:15:00Z");

  @Test
  void countedVersionsRise() {
    List<String> rising = List.of("1", "1.1", "1.2", "1.10", "2", "003", "v4", "12", "263518268");
    assertThat(rising.stream().filter(v -> v.length() < 9).map(RevisionTest::order)).isSorted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20260504T101500Z",
        "20260504T121500+0200",
        "20260504101500",
        "202605041015",
        "2026-05-04T10:15:00Z",
        "1777889700",
        "1777889700000"
      })
  void versionsThatAreTimesAreThatTime(String version) {
    assertThat(order(version)).isEqualTo(CREATED.toEpochMilli());
  }

  @Test
  void withoutAVersionTheTimeCountsAndTheLeadPartsOneMinute() {
    Revision first = Revision.of(null, OptionalInt.empty(), CREATED);
    Revision lead = Revision.of(null, OptionalInt.of(2), CREATED);
    Revision later = Revision.of(null, OptionalInt.empty(), CREATED.plusSeconds(60));
    assertThat(first.version()).isEqualTo("1");
    assertThat(lead.version()).isEqualTo("2");
    assertThat(List.of(first.order(), lead.order(), later.order()))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(lead.isLater()).isTrue();
    assertThat(first.isLater()).isFalse();
  }

  @Test
  void aNameAfterTheNumberCountsForNothing() {
    assertThat(order("2.Default")).isEqualTo(order("2"));
  }

  @Test
  void countedComesBeforeDated() {
    assertThat(order("99999999"))
        .isLessThan(Revision.of(null, OptionalInt.empty(), CREATED).order());
  }

  @Test
  void aVersionThatIsNoNumberIsOrderedByTime() {
    Revision revision = Revision.of("final-a", OptionalInt.empty(), CREATED);
    assertThat(revision).isEqualTo(new Revision("final-a", CREATED.toEpochMilli()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BC-Storm,1st Ld-Writethru | 2",
        "Storm, 2ndLd-Writethru | 3",
        "STORM 2ND LEAD | 3",
        "Storm 3rd ld | 4",
        "UPDATE 2-Storm hits Osterhavn | 3",
        "Aktualisierung 3: Sturm | 4",
        "(2. Zusammenfassung) Sturm | 3",
        "Tempête 2e éd | 2",
        "Tempête (3ème lead) | 3",
        "2ª actualización: tormenta | 3",
        "STORM/LEAD | 2"
      })
  void readsVersionsThatAgenciesWriteIntoSlugs(String slug, int version) {
    assertThat(LeadNumbers.of(List.of(slug))).hasValue(version);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rovers lead 2-1 at the break",
        "Storm hits Osterhavn",
        "Update on storm",
        "LEAD POISONING KILLS 12",
        "2nd leading scorer",
        "12. Mai"
      })
  void readsNoVersionOutOfProse(String headline) {
    assertThat(LeadNumbers.of(List.of(headline))).isEmpty();
  }

  @Test
  void aFirstRevisionThatTheWireCountsAsNullStaysBeforeTheNext() {
    Revision first = Revision.of("1", OptionalInt.empty(), CREATED).orderedBy("0");
    Revision second = Revision.of("1", OptionalInt.empty(), CREATED).orderedBy(null);
    assertThat(first.version()).isEqualTo("1");
    assertThat(first.order()).isLessThan(second.order());
    assertThat(first.isLater()).isFalse();
  }

  private static long order(String version) {
    return Revision.of(version, OptionalInt.empty(), CREATED).order();
  }
}
