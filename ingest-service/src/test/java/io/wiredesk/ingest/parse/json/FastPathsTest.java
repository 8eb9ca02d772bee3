package io.wiredesk.ingest.parse.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wiredesk.ingest.feed.FeedProfile;
import io.wiredesk.ingest.parse.WireInput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done to spare work gives the same as the plain way. */
class FastPathsTest {

  @Property(tries = 5_000)
  void bytesAreReadAsTheirTextIs(@ForAll("json") byte[] bytes) {
    WireInput input = new WireInput(bytes, null, null, Instant.EPOCH, FeedProfile.standard("test"));
    assertThat(JsonText.of(input)).isEqualTo(JsonText.decoded(bytes, null));
  }

  @Property(tries = 5_000)
  void treesAreWrittenAsTheLibraryWritesThem(@ForAll("json") byte[] bytes) {
    for (JsonNode root : JsonText.decoded(bytes, null).roots()) {
      assertThat(WrittenJson.of(root)).isEqualTo(root.toString());
    }
  }

  @Property(tries = 5_000)
  void cleanBytesAreThoseThatDecodeWithoutMarkAndNul(@ForAll("bytes") byte[] bytes) {
    assertThat(CleanUtf8.is(bytes)).isEqualTo(isClean(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "a \"quoted\" word", "back\\slash", "\t\n\u0001", "ä – €"})
  void textsAreEscapedAsTheLibraryEscapesThem(String text) {
    ObjectNode object = JsonNodeFactory.instance.objectNode().put(text, text);
    assertThat(WrittenJson.of(object)).isEqualTo(object.toString());
  }

  @Property(tries = 500)
  void fieldsOfAnyNumberAreFoundByTheFirstOfTheirName(
      @ForAll @IntRange(max = 400) int size, @ForAll @IntRange(min = 1, max = 400) int apart) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < size; i++) {
      object.put("_".repeat(i / apart) + "name" + i % apart, i);
    }
    Fields fields = new Fields(object);
    for (int i = 0; i < apart; i++) {
      JsonNode found = fields.node("name" + i);
      assertThat(found).isEqualTo(i < size ? object.get("name" + i) : null);
    }
    assertThat(fields.node("nobody")).isNull();
  }

  @Property(tries = 2_000)
  void fieldsAreFoundHoweverTheyAreSpelt(@ForAll("names") List<String> names) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < names.size(); i++) {
      object.put(names.get(i), i);
    }
    Fields fields = new Fields(object);
    for (String wanted : List.of("versioncreated", "bodyhtml", "id", "uri")) {
      String first =
          object.properties().stream()
              .map(java.util.Map.Entry::getKey)
              .filter(name -> plain(name).equals(wanted))
              .findFirst()
              .orElse(null);
      assertThat(fields.node(wanted)).isEqualTo(first == null ? null : object.get(first));
    }
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
  }

  private static boolean isClean(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return !text.startsWith("\ufeff") && text.indexOf('\0') < 0;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  @Provide
  Arbitrary<byte[]> json() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"a\"",
            "\"é€😀\"",
            "\"\\u00e9\\ud83d\"",
            "1",
            "-0.5e3",
            "true",
            "null",
            " ",
            "\n",
            "\t",
            "\0",
            "\ufeff",
            "\u00a0",
            "\u2028",
            "\"\t\"",
            "\"\\x\"",
            "NaN",
            "[1e400, NaN]",
            "[1.0E-7, 1e22]",
            "12345678901234567890",
            "+1",
            "007",
            "// c\n",
            "{\"a\": 1}",
            "[1, 2]",
            "{\"ä\":{\"b\":[]}}",
            "\"\ufffd\"");
    return piece
        .list()
        .ofMaxSize(8)
        .map(pieces -> String.join("", pieces).getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<byte[]> bytes() {
    Arbitrary<byte[]> piece =
        Arbitraries.oneOf(
            Arbitraries.of("plain text of some length", "é", "€", "😀", "\ufeff", "a", "\0")
                .map(text -> text.getBytes(StandardCharsets.UTF_8)),
            Arbitraries.bytes().map(b -> new byte[] {b}));
    return piece
        .list()
        .ofMaxSize(8)
        .map(
            pieces -> {
              ByteBuffer all = ByteBuffer.allocate(8 * 32);
              pieces.forEach(all::put);
              byte[] bytes = new byte[all.position()];
              all.flip().get(bytes);
              return bytes;
            });
  }

  @Provide
  Arbitrary<List<String>> names() {
    return Arbitraries.of(
            "versioncreated",
            "versionCreated",
            "version_created",
            "VERSION-CREATED",
            "body_html",
            "bodyhtml",
            "id",
            "_id",
            "uri",
            "URI",
            "İd",
            "a",
            "b",
            "c",
            "d",
            "e",
            "f")
        .list()
        .ofMaxSize(14);
  }
}
