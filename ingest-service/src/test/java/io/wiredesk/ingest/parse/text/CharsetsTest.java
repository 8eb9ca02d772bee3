package io.wiredesk.ingest.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CharsetsTest {

  @Test
  void knowsEveryNameThatJavaKnows() {
    for (Charset charset : Charset.availableCharsets().values()) {
      List<String> names = new ArrayList<>(charset.aliases());
      names.add(charset.name());
      for (String name : names) {
        assertThat(Charsets.named(name.toUpperCase(Locale.ROOT)))
            .as(name)
            .contains(Charset.forName(name));
      }
    }
  }

  @Test
  void isSilentAboutOthers() {
    assertThat(Charsets.named("x-unknown")).isEmpty();
    assertThat(Charsets.named(" ")).isEmpty();
    assertThat(Charsets.named(null)).isEmpty();
    assertThat(Charsets.named(" utf-8 ")).contains(StandardCharsets.UTF_8);
  }
}
