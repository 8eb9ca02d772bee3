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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

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

  @Property(tries = 5_000)
  void simpleHtmlIsPrintedAsByAParser(@ForAll("html") String html) {
    String printed = SimpleHtml.printed(html);
    if (printed != null) {
      Document parsed = Jsoup.parseBodyFragment(html);
      parsed.outputSettings().prettyPrint(false);
      assertThat(printed).isEqualTo(parsed.body().html());
    }
  }

  @Property(tries = 5_000)
  void aDatelineIsPutBackAsByAParser(@ForAll("html") String html, @ForAll("lines") String line) {
    String simple = ApartDateline.simple(html, line);
    if (simple != null) {
      assertThat(simple).isEqualTo(ApartDateline.parsed(html, line));
    }
  }

  @Test
  void theUsualStoryIsSimple() {
    String html =
        "<section class=\"main\"><p>Erster Satz.<br/>Zeile</p><h2>Zwischentitel</h2><ul><li>Ein"
            + " <a class=\"externalLink\" href=\"https://example.org/?a=b\">Punkt</a></li></ul>"
            + "</section>\n<section class=\"infobox\"><p>Kasten – mit Gedankenstrich</p></section>";
    assertThat(ApartDateline.simple(html, "Hamburg (dpa) -"))
        .isNotNull()
        .isEqualTo(ApartDateline.parsed(html, "Hamburg (dpa) -"))
        .contains("<p>Hamburg (dpa) - Erster Satz.<br>Zeile</p>");
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
  Arbitrary<String> html() {
    Arbitrary<String> text =
        Arbitraries.of(
            "Text",
            " ",
            "Hamburg (dpa) - Text",
            "ä – „x“",
            "\n",
            "<br>",
            "<br/>",
            "a  b",
            "\u00ad",
            "\u200b",
            "&amp;",
            "\u00a0",
            "<",
            ">",
            "\"",
            "'",
            "\u2028",
            "\ufeff",
            "\r",
            "\t");
    Arbitrary<String> tag =
        Arbitraries.of(
            "p",
            "div",
            "section",
            "h2",
            "h3",
            "ul",
            "ol",
            "li",
            "strong",
            "em",
            "a",
            "b",
            "i",
            "span",
            "blockquote",
            "dnl-image",
            "table",
            "figure");
    Arbitrary<String> attributes =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(8, Arbitraries.just("")),
            net.jqwik.api.Tuple.of(
                3,
                Arbitraries.of(
                    " class=\"main\"",
                    " class=\"\"",
                    " href=\"https://example.org/?a=b#c\" class=\"x y\"",
                    " id=\"a\" id=\"b\"",
                    " href='x'",
                    " title=\"a &amp; b\"",
                    " checked")));
    return element(text, tag, attributes, 3).list().ofMaxSize(3).map(all -> String.join("", all));
  }

  private static Arbitrary<String> element(
      Arbitrary<String> text, Arbitrary<String> tag, Arbitrary<String> attributes, int levels) {
    if (levels == 0) {
      return text;
    }
    Arbitrary<String> inner =
        Arbitraries.oneOf(text, element(text, tag, attributes, levels - 1))
            .list()
            .ofMaxSize(3)
            .map(all -> String.join("", all));
    return net.jqwik.api.Combinators.combine(tag, attributes, inner)
        .as((name, written, content) -> element(name, written, content));
  }

  private static String element(String name, String attributes, String content) {
    String inner =
        switch (name) {
          case "ul", "ol" -> "<li>" + content + "</li>";
          case "table" -> "<tbody><tr><th>a</th><td>" + content + "</td></tr></tbody>";
          default -> content;
        };
    return "<" + name + attributes + ">" + inner + "</" + name + ">";
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of(
        "Hamburg (dpa) -", "Zürich (dpa) –", "Rom\u00a0(dpa) -", "A & B -", "T -", "(dpa) -");
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
