package io.wiredesk.runtime.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class YamlMapTest {

  @Test
  void valuesKnowTheirLines() {
    YamlMap top =
        YamlMap.parse("# people\ndesks:\n  - name: one\n    query: >\n      a AND\n      b\n");
    YamlMap desk = top.maps("desks").get(0);
    assertThat(desk.line()).isEqualTo(3);
    assertThat(desk.text("name")).contains(new YamlText("one", 3));
    assertThat(desk.texts("query")).containsExactly(new YamlText("a AND b\n", 4));
    assertThat(desk.text("title")).isEmpty();
  }

  @Test
  void jsonIsYaml() {
    assertThat(YamlMap.parse("{\"a\": [\"x\", 1]}").texts("a"))
        .extracting(YamlText::value)
        .containsExactly("x", "1");
  }

  @Test
  void emptyFileIsAnEmptyMap() {
    assertThat(YamlMap.parse("# nothing\n").keys()).isEmpty();
  }

  @Test
  void everyComplaintNamesItsLine() {
    assertProblem("a: 1\nb: [1\n", 3, "Not YAML");
    assertProblem("a: 1\na: 2\n", 2, "a stands here twice");
    assertProblem("- a\n", 1, "Names with values");
    assertProblem("a: 1\nb: *:*\n", 2, "Not YAML");
    assertThatThrownBy(() -> YamlMap.parse("a:\n  b: 1\n").text("a"))
        .isInstanceOfSatisfying(YamlProblem.class, e -> assertThat(e.line()).isEqualTo(2));
  }

  private static void assertProblem(String text, int line, String message) {
    assertThatThrownBy(() -> YamlMap.parse(text))
        .hasMessageContaining(message)
        .isInstanceOfSatisfying(YamlProblem.class, e -> assertThat(e.line()).isEqualTo(line));
  }
}
