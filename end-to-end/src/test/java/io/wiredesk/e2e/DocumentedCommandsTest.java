package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.e2e.DocumentedCommands.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentedCommandsTest {

  @Test
  void commandsAreTheProgramsOfIndentedBlocksAndThoseWithinSentences() {
    String page =
        """
        # Page

        Say `bin/wiredesk dead-letters list`, not `bin/wiredesk` or `feeds.yml`.

            bin/wiredesk feeds          # a table
            a drawing ──▶ of boxes

            curl -d '{"a": 1}' \\
              http://127.0.0.1:8080/items
            T=$(date +%s)

        ```yaml
            curl: no command
        ```
        """;
    assertThat(DocumentedCommands.blocks("page.md", page))
        .containsExactly(
            new Block("page.md", List.of("bin/wiredesk dead-letters list")),
            new Block("page.md", List.of("bin/wiredesk feeds          # a table")),
            new Block(
                "page.md",
                List.of(
                    "curl -d '{\"a\": 1}' \\\n  http://127.0.0.1:8080/items", "T=$(date +%s)")));
  }
}
