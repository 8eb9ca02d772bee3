package io.wiredesk.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two transmissions of one story are two revisions of one item, whatever says so. */
class VersionChainsTest {

  private static final Path SAMPLES = Path.of("..", "samples", "wires");

  private final ParsePipeline pipeline = new ParsePipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  static Stream<Arguments> chains() {
    return Stream.of(
        Arguments.of(
            "du-key generation",
            sample("meridian/10-ecb-story.nitf.xml"),
            sample("meridian/11-ecb-writethru.nitf.xml"),
            "wire"),
        Arguments.of(
            "RevisionId",
            sample("atlantis/26-tramway.newsml12.xml"),
            sample("atlantis/27-tramway-update.newsml12.xml"),
            "wire"),
        Arguments.of(
            "management-doc-idref",
            nitf("docs-1", "", "100000"),
            nitf("docs-2", "management-doc-idref=\"docs-1\"", "110000"),
            "wire+continues-by-reference"),
        Arguments.of(
            "1stLd-Writethru",
            sample("meridian/22-cholera-v1.anpa"),
            sample("meridian/23-cholera-writethru.anpa"),
            "provider-service-sequence-day+continues-by-name"),
        Arguments.of(
            "2ND LEAD",
            sample("atlantis/02-quake.7901"),
            sample("atlantis/03-quake-2nd-lead.7901"),
            "provider-service-sequence-day+continues-by-name"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("chains")
  void theLaterOneIsARevisionOfTheFirst(String by, byte[] first, byte[] later, String rule) {
    pipeline.send("a", first);
    pipeline.send("a", later);
    List<NewsItem> items = pipeline.items();
    assertThat(items).hasSize(2);
    assertThat(items.get(1).getUri()).isEqualTo(items.get(0).getUri());
    assertThat(items.get(1).getRevision()).isGreaterThan(items.get(0).getRevision());
    assertThat(items.get(1).getSource().getIdentityRule()).isEqualTo(rule);
  }

  @Test
  void aRevisionOfADocumentThatContinuedAnotherGoesOnWithThatOne() {
    pipeline.send("a", nitf("docs-1", "", "100000"));
    pipeline.send("a", nitf("docs-2", "management-doc-idref=\"docs-1\"", "110000"));
    pipeline.send("a", nitf("docs-2", "", "120000"));
    List<NewsItem> items = pipeline.items();
    assertThat(items).extracting(NewsItem::getUri).containsOnly(items.get(0).getUri());
    assertThat(items).extracting(NewsItem::getRevision).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aDocumentInPlaceOfOneThatItTakesBackIsAStoryOfItsOwn() {
    pipeline.send("a", nitf("docs-1", "", "100000"));
    pipeline.send(
        "a",
        nitf(
            "docs-2",
            "management-doc-idref=\"docs-1\" management-idref-status=\"canceled\"",
            "110000"));
    List<NewsItem> items = pipeline.items();
    assertThat(items).hasSize(3);
    assertThat(items.get(1).getSignal()).isEqualTo(Signal.CANCEL);
    assertThat(items.get(1).getUri()).isEqualTo(items.get(0).getUri());
    assertThat(items.get(2).getUri()).isNotEqualTo(items.get(0).getUri());
  }

  private static byte[] sample(String name) {
    try {
      return Files.readAllBytes(SAMPLES.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] nitf(String id, String reference, String time) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <nitf><head><docdata management-status="usable" %2$s><doc-id regsrc="test" id-string="%1$s"/>
    <date.issue norm="20260312T%3$sZ"/><du-key key="ferry" generation="1"/></docdata></head>
    <body><body.head><hedline><hl1>Ferry sinks off the southern coast</hl1></hedline></body.head>
    <body.content><p>The ferry went down at %3$s.</p></body.content></body></nitf>
    """
        .formatted(id, reference, time)
        .getBytes(StandardCharsets.UTF_8);
  }
}
