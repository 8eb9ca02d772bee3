package io.wiredesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every variable that the command line reads is on its page. */
final class VariablesDocumentTest {

  private static final Pattern VARIABLE =
      Pattern.compile("WIREDESK_[A-Z_]+|(?<=[\"$]|env:)(?:NO_COLOR|[A-Z]+_[A-Z_]*KEY|JAVA_HOME)");

  @Test
  void thePageHasEveryVariable() throws IOException {
    List<Path> sources = new ArrayList<>(List.of(Path.of("../bin/wiredesk")));
    try (Stream<Path> walk = Files.walk(Path.of("src/main"))) {
      walk.filter(Files::isRegularFile).forEach(sources::add);
    }
    TreeSet<String> read = new TreeSet<>();
    for (Path source : sources) {
      Matcher variable = VARIABLE.matcher(Files.readString(source));
      while (variable.find()) {
        read.add(variable.group());
      }
    }
    assertThat(read)
        .contains("WIREDESK_BUILD", "WIREDESK_INGEST_URL", "PUBLISH_ORDERS_KEY", "NO_COLOR");
    assertThat(Files.readString(Path.of("../docs/command-line.md"))).contains(read);
  }
}
