package io.wiredesk.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.profile.FeedProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the golden inputs ({@code <format>/<case>.in.<ext>}) are once normalised: identity, version,
 * signal, status, embargo, audience, in {@code <case>.item.json} beside them. Run with {@code
 * -Dgolden.write=true} to write the expectation of a new case, then read it before it is committed.
 */
class ItemPairsTest {

  private static final Path PAIRS = Path.of("src/test/resources");
  private static final Instant RECEIVED = Instant.parse("2026-03-14T12:00:00Z");
  private static final WireReader READER = new WireReader(AllFormats.parsers());
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void standsAsExpected(Path input) throws IOException {
    byte[] bytes = Files.readAllBytes(PAIRS.resolve(input));
    WireInput wire = new WireInput(bytes, null, null, RECEIVED, FeedProfile.standard("test"));
    WireReader.Result result = READER.read(wire, WireReader.RawCoordinates.none());
    Path expected = PAIRS.resolve(input.toString().replaceFirst("\\.in\\.[^./]+$", ".item.json"));
    if (!(result instanceof WireReader.Result.Read read)) {
      assertThat(expected).doesNotExist();
      return;
    }
    List<Map<String, Object>> items = read.items().stream().map(ItemPairsTest::view).toList();
    String actual = JSON.writeValueAsString(items) + "\n";
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

  private static Map<String, Object> view(NewsItem item) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("headline", item.getHeadlines().isEmpty() ? null : headline(item));
    view.put("signal", item.getSignal().name());
    view.put("pubStatus", item.getPubStatus().name());
    put(view, "embargoedUntil", item.getEmbargoedUntil());
    put(view, "profile", item.getProfile());
    put(view, "urgency", item.getUrgency());
    put(view, "version", item.getVersion());
    put(view, "versionCreated", item.getVersionCreated());
    put(view, "language", item.getLanguage());
    view.put("uri", item.getUri());
    view.put("identityRule", item.getSource().getIdentityRule());
    if (!item.getActsOn().isEmpty()) {
      view.put("actsOn", item.getActsOn());
    }
    view.put("blocks", item.getBlocks().stream().map(b -> b.getType().name()).toList());
    view.put("text", item.getText());
    return view;
  }

  private static String headline(NewsItem item) {
    return item.getHeadlines().get(0).getValue();
  }

  private static void put(Map<String, Object> view, String name, Object value) {
    if (value != null) {
      view.put(name, value instanceof Number ? value : value.toString());
    }
  }
}
