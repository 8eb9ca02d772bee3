package io.wiredesk.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.ingest.AllFormats;
import io.wiredesk.ingest.feed.FeedProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Golden pairs of the XML formats: {@code <case>.in.xml} and everything that the parser finds in
 * it, {@code <case>.expected.json}. After a wanted change run the test with {@code
 * -Dgolden.write=true} and read the difference line by line.
 */
class XmlGoldenTest {

  private static final Path ROOT = Path.of("src/test/resources");
  private static final List<String> FOLDERS =
      List.of("nitf", "newsml-g2", "newsml-1", "vendor-xml");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FeedProfile PROFILE =
      new FeedProfile(
          "test", null, ZoneId.of("Europe/Vienna"), null, Map.of(), Map.of(), List.of());

  static Stream<Path> cases() throws IOException {
    Stream.Builder<Path> cases = Stream.builder();
    for (String folder : FOLDERS) {
      try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
        files.filter(f -> f.toString().endsWith(".in.xml")).sorted().forEach(cases);
      }
    }
    return cases.build();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsWhatTheGoldenFileSays(Path file) throws IOException {
    WireInput input =
        new WireInput(
            Files.readAllBytes(file), null, null, Instant.parse("2024-03-05T12:00:00Z"), PROFILE);
    JsonNode found = WireItemJson.of(AllFormats.parsers().parse(input));
    Path golden = Path.of(file.toString().replace(".in.xml", ".expected.json"));
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(
          golden, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(found) + "\n");
    }
    assertThat(found.toPrettyString()).isEqualTo(JSON.readTree(golden.toFile()).toPrettyString());
  }
}
