package io.wiredesk.wire.parse.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References by number, two behind each other: halves of one character, or two characters. */
class EntityRepairTest {

  @ParameterizedTest
  @CsvSource({
    "&#55357;&#56832;, \uD83D\uDE00",
    "&#xD83D;&#xde00;, \uD83D\uDE00",
    "a&#55000;&#57999;b, a&#55000;&#57999;b",
    "a&#55000;&#56832;b, a&#55000; b",
    "a&#55357;&#57999;b, a &#57999;b",
    "a&#56832;&#55357;b, a  b",
  })
  void halvesAreOneCharacterAndOthersStandForThemselves(String written, String read) {
    assertThat(new EntityRepair(written, new ArrayList<>()).repaired()).isEqualTo(read);
  }
}
