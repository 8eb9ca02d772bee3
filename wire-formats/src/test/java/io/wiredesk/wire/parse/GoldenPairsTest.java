package io.wiredesk.wire.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.profile.FeedProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wire files and what must come of them: each {@code <format>/<case>.in.<ext>} of the test
 * resources with the {@code <case>.expected.json} beside it. Run with {@code -Dgolden.write=true}
 * to write the expectation of a new case, then read it before it is committed.
 */
class GoldenPairsTest {

  private static final Path PAIRS = Path.of("src/test/resources");
  private static final Instant RECEIVED = Instant.parse("2026-03-14T12:00:00Z");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void readsAsExpected(Path input) throws IOException {
    byte[] bytes = Files.readAllBytes(PAIRS.resolve(input));
    Parsed parsed =
        AllFormats.parsers()
            .parse(new WireInput(bytes, null, null, RECEIVED, FeedProfile.standard("test")));
    String actual = JSON.writeValueAsString(ParsedView.of(parsed)) + "\n";
    Path expected =
        PAIRS.resolve(input.toString().replaceFirst("\\.in\\.[^./]+$", ".expected.json"));
    if (Boolean.getBoolean("golden.write") && !Files.exists(expected)) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  static Stream<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.walk(PAIRS)) {
      return files
          .filter(file -> file.getFileName().toString().contains(".in."))
          .map(PAIRS::relativize)
          .sorted()
          .toList()
          .stream();
    }
  }
}
