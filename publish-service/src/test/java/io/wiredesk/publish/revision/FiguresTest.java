package io.wiredesk.publish.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Figures found, and figures rightly not found, in pairs of texts. */
final class FiguresTest {

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(resources = "figures.csv", delimiter = '|', useHeadersInDisplayName = true)
  void findsFigures(String before, String after, String expected) {
    assertThat(Figures.changed(before, after))
        .containsExactlyElementsOf(
            expected == null ? java.util.List.of() : Arrays.asList(expected.split("; ")));
  }
}
