package io.wiredesk.publish.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class QueryFieldsDocumentTest {

  @Test
  void thePageListsEveryFieldAndNoOther() throws IOException {
    assertThat(
            Files.readAllLines(Path.of("..", "docs", "desks.md")).stream()
                .dropWhile(line -> !line.startsWith("| field |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|")))
        .as("the table of fields in docs/desks.md")
        .isEqualTo(Arrays.stream(QueryField.values()).map(QueryField::row).toList());
  }
}
