package io.wiredesk.enrich.entity.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcronymTest {
  @ParameterizedTest
  @CsvSource({
    "WHO, World Health Organization, true",
    "Telcor, Telecommunications Regulator, true",
    "29, Diagne Province, false",
    "XYZ, World Health Organization, false",
    "W, World, false",
    "who, World Health Organization, false"
  })
  void shortFormHasTheNamesLettersInOrder(String brief, String name, boolean expected) {
    assertThat(Acronym.isShortFor(brief, name)).isEqualTo(expected);
  }
}
