package io.wiredesk.registry.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/registry.md} names every key that there is. */
class DocumentationTest {

  static Iterable<String> keys() {
    return SerdeConfig.definition().names();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void namesTheKey(String key) throws Exception {
    assertThat(Files.readString(Path.of("..", "docs", "registry.md"))).contains("`" + key + "`");
  }
}
