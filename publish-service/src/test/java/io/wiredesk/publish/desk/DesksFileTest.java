package io.wiredesk.publish.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.runtime.yaml.YamlProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DesksFileTest {

  @Test
  void readsNamesTitlesAndQueriesWithTheirLines() {
    DesksFile file =
        DesksFile.parse(
            """
            desks:
              - name: sport
                query: section:sport
              - name: berlin-1
                title: Berlin, all of it
                query:
                  - place:berlin
                  - '"Berlin Wall" OR located:berlin'
            """);
    assertThat(file.faults()).isEmpty();
    assertThat(file.desks().get(0).title()).isEqualTo("sport");
    assertThat(file.desks().get(1).queries())
        .containsExactly(
            new Desk.Query("place:berlin", 7),
            new Desk.Query("\"Berlin Wall\" OR located:berlin", 8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{query: a}                       | 2 | has no name",
        "{name: Sport, query: a}          | 2 | cannot be part of a topic",
        "{name: a.b, query: a}            | 2 | cannot be part of a topic",
        "{name: ok, query: a}             | 2 | There is a desk ok already, in line 1",
        "{name: x}                        | 2 | The desk x has no query",
        "{name: x, query: []}             | 2 | The desk x has no query",
        "{name: x, query: {a: b}}         | 2 | query must be a text",
        "{name: x, querry: a}             | 2 | not querry",
        "text                             | 2 | Names with values",
      })
  void faultOfOneDeskLeavesTheOthersAlone(String desk, int line, String message) {
    String text = "desks: [{name: ok, query: a},\n" + desk + "]";
    if (message.startsWith("Names with")) {
      assertThatThrownBy(() -> DesksFile.parse(text)).hasMessageContaining(message);
      return;
    }
    DesksFile file = DesksFile.parse(text);
    assertThat(file.desks()).extracting(Desk::name).containsExactly("ok");
    assertThat(file.faults()).hasSize(1);
    assertThat(file.faults().get(0).line()).isEqualTo(line);
    assertThat(file.faults().get(0).message()).contains(message);
  }

  @Test
  void fileThatDoesNotSayWhichDesksThereAreIsRefused() {
    for (String text :
        new String[] {"", "# nothing yet\n", "desk: []", "desks:\n", "desks: a", "["}) {
      assertThatThrownBy(() -> DesksFile.parse(text)).as(text).isInstanceOf(YamlProblem.class);
    }
    assertThat(DesksFile.parse("desks: []").desks()).isEmpty();
  }
}
