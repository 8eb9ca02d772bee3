package io.wiredesk.cli.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class ExplanationTest {

  private static final Path WIRES = Path.of("..", "samples", "wires");
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          meridian/10-ecb-story.nitf.xml      | headlines/0/value | nitf/body/body.head/hedline line 25
          meridian/04-quake-v2.g2.xml         | headlines/0/value | newsItem/contentMeta/headline line
          meridian/28-trial-v1.media.json     | headlines/0/value | data/item/headline line 32
          meridian/28-trial-v1.media.json     | keywords/0        | data/item/keywords/0 line 45
          transeuropa/01-leitzins-eil.ninjs.json | headlines/0/value | headline line 12
          transeuropa/20-oper.dnl.json        | headlines/0/value | line
          atlantis/02-quake.7901              | headlines/0/value | line 4
          meridian/24-ferry.anpa              | headlines/0/value | line
          atlantis/21-mail-story.eml          | headlines/0/value | in line 7
          atlantis/15-feed.rss.xml            | headlines/0/value | rss/channel/item/title line
          atlantis/17-feed.atom.xml           | headlines/0/value | feed/entry/title line
          atlantis/20-tidal-power.html        | headlines/0/value | line
          atlantis/26-tramway.newsml12.xml    | headlines/0/value | HeadLine line
          atlantis/13-cables-scraped.txt      | uri               | rule sha256
          meridian/10-ecb-story.nitf.xml      | subjects/0/uri    | the code
          meridian/10-ecb-story.nitf.xml      | language          | nitf/@baselang line 2
          """)
  void aValueIsLedBackToElementKeyOrLine(String file, String path, String origin) {
    assertThat(explained(WIRES.resolve(file)))
        .filteredOn(line -> line.strip().startsWith(path + " "))
        .first()
        .asString()
        .contains("← ")
        .satisfies(line -> assertThat(line.substring(line.indexOf('←'))).contains(origin));
  }

  @Test
  void everythingThatParsePrintsHasAnOriginInEveryFormat() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(WIRES)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(80);
    for (Path file : files) {
      List<String> lines = explained(file).stream().filter(line -> line.contains("←")).toList();
      assertThat(lines).as(file.toString()).hasSize(printed(file));
      assertThat(lines)
          .as(file.toString())
          .allMatch(line -> !line.substring(line.indexOf('←') + 1).isBlank())
          .noneMatch(line -> line.endsWith(Rules.NO_RULE));
    }
  }

  @Test
  void aWireThatIsRefusedSaysWhy() {
    assertThat(explained(Path.of("..", "samples", "broken", "picture.xml")))
        .anyMatch(line -> line.contains("refused: NOT_TEXT"));
  }

  /** How many values parse prints; blocks and the standard count as one. */
  private static int printed(Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      new CommandLine(new ParseCommand()).execute(file.toString());
    } finally {
      System.setOut(before);
    }
    JsonNode answer = JSON.readTree(bytes.toByteArray());
    int count = 0;
    for (String part : List.of("items", "extras")) {
      for (JsonNode item : answer.path(part)) {
        count += values(item, "");
      }
    }
    return count;
  }

  private static int values(JsonNode value, String name) {
    if (name.equals("blocks") || name.equals("standard")) {
      return 1;
    }
    if (!value.isContainerNode()) {
      return value.isNull() ? 0 : 1;
    }
    int count = 0;
    if (value.isObject()) {
      for (var field : value.properties()) {
        count += values(field.getValue(), field.getKey());
      }
    } else {
      for (JsonNode each : value) {
        count += values(each, "");
      }
    }
    return count;
  }

  private static List<String> explained(Path file) {
    StringWriter out = new StringWriter();
    new CommandLine(new ParseCommand())
        .setOut(new PrintWriter(out, true))
        .execute("--explain", file.toString());
    return out.toString().lines().toList();
  }
}
