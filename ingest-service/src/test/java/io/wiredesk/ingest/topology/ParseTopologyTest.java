package io.wiredesk.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.ingest.reading.AllFormats;
import io.wiredesk.ingest.reading.WireReader;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.Patience;
import io.wiredesk.runtime.Serdes;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.DuplicateKind;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.TrailEntry;
import io.wiredesk.schemas.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParseTopologyTest {

  private static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");
  private static final Duration WINDOW = Duration.ofDays(2);

  private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
  private final Serdes serdes =
      new Serdes(
          "io.wiredesk.registry.serde.AvroSerde",
          Map.of("schema.registry.url", "mock://" + UUID.randomUUID()),
          Patience.with("registry", new Health()));
  private final ParseTopology.ValueSerdes values =
      new ParseTopology.ValueSerdes(serdes.value(), serdes.value(), serdes.value(), serdes.value());
  private final Metrics metrics = new Metrics("ingest");
  private final Topology topology =
      new ParseTopology(
              new WireReader(AllFormats.parsers()),
              new DeadLetters(Stage.PARSE, clock, "test"),
              clock,
              new Account(metrics),
              WINDOW)
          .build(values);
  private final TopologyTestDriver driver =
      new TopologyTestDriver(topology, new Properties(), NOON);
  private final TestInputTopic<String, RawNews> raw =
      driver.createInputTopic(
          Topic.RAW.topicName(),
          new StringSerializer(),
          values.raw().serializer(),
          NOON,
          Duration.ofSeconds(1));
  private final TestOutputTopic<String, NewsItem> items =
      driver.createOutputTopic(
          Topic.ITEMS.topicName(), new StringDeserializer(), values.item().deserializer());
  private final TestOutputTopic<String, DeadLetter> letters =
      driver.createOutputTopic(
          Topic.DEAD_LETTERS.topicName(), new StringDeserializer(), values.letter().deserializer());

  private final TestOutputTopic<String, Duplicate> duplicates =
      driver.createOutputTopic(
          Topic.DUPLICATES.topicName(),
          new StringDeserializer(),
          values.duplicate().deserializer());

  @AfterEach
  void close() {
    driver.close();
    metrics.close();
  }

  @Test
  void isDeployedAsDescribed() throws IOException {
    try (InputStream golden = getClass().getResourceAsStream("topology.txt")) {
      assertThat(topology.describe().toString().strip())
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
    }
  }

  @Test
  void anItemKnowsWhereItsBytesLie() {
    send("a", ninjs("urn:x", "1", "Harbour opens", ""));
    NewsItem item = items.readValue();
    assertThat(item.getUri()).isEqualTo("urn:x");
    assertThat(item.getSource().getFeed()).isEqualTo("a");
    assertThat(item.getSource().getRawTopic()).isEqualTo("news.raw");
    assertThat(item.getSource().getRawOffset()).isZero();
    assertThat(item.getTrail())
        .extracting(TrailEntry::getStage)
        .containsExactly(Stage.INTAKE, Stage.PARSE);
  }

  @Test
  void theSameBytesOverTheSameFeedAreACountedDuplicate() {
    send("a", ninjs("urn:x", "1", "Harbour opens", ""));
    send("a", ninjs("urn:x", "1", "Harbour opens", ""));
    assertThat(items.readValuesToList()).hasSize(1);
    assertThat(letters.isEmpty()).isTrue();
    assertThat(counted("wiredesk.parse.duplicates", "kind", "same-bytes")).isEqualTo(1);
    Duplicate duplicate = duplicates.readValue();
    assertThat(duplicate.getKind()).isEqualTo(DuplicateKind.SAME_BYTES);
    assertThat(duplicate.getFirstRaw()).isEqualTo("news.raw-0-0");
    assertThat(duplicate.getRawOffset()).isEqualTo(1);
  }

  @Test
  void theSameRevisionOverAnotherFeedIsACountedDuplicate() {
    send("a", ninjs("urn:x", "1", "Harbour opens", ""));
    send("b", ninjs("urn:x", "1", "Harbour opens", " "));
    assertThat(items.readValuesToList()).hasSize(1);
    assertThat(counted("wiredesk.parse.duplicates", "kind", "same-revision")).isEqualTo(1);
    Duplicate duplicate = duplicates.readValue();
    assertThat(duplicate.getKind()).isEqualTo(DuplicateKind.SAME_REVISION);
    assertThat(duplicate.getFeed()).isEqualTo("b");
    assertThat(duplicate.getUri()).isEqualTo("urn:x");
    assertThat(duplicate.getFirstRaw()).isEqualTo("news.raw-0-0");
    assertThat(duplicate.getRawOffset()).isEqualTo(1);
  }

  @Test
  void theSameVersionWithOtherContentIsLeftToTheGate() {
    send("a", ninjs("urn:x", "1", "Harbour opens", ""));
    send("a", ninjs("urn:x", "1", "Harbour opens", "\"pubStatus\": \"canceled\","));
    assertThat(items.readValuesToList()).hasSize(2);
  }

  @Test
  void whatCannotBeReadIsADeadLetterWithItsBytes() {
    byte[] cut = "{\"uri\": \"urn:".getBytes(StandardCharsets.UTF_8);
    send("a", cut);
    DeadLetter letter = letters.readValue();
    assertThat(letter.getReason()).isEqualTo("MALFORMED");
    assertThat(letter.getFeed()).isEqualTo("a");
    assertThat(letter.getPayload().array()).isEqualTo(cut);
    assertThat(letter.getOriginTopic()).isEqualTo("news.raw");
    assertThat(items.isEmpty()).isTrue();
  }

  @Test
  void whatIsSentAgainFromADeadLetterIsReadAgainOnceALetter() {
    byte[] cut = "{\"uri\": \"urn:".getBytes(StandardCharsets.UTF_8);
    send("a", cut);
    send("a", cut);
    assertThat(letters.readValuesToList()).as("the same bytes without a letter").hasSize(1);
    redrive("a", cut, "news.dead-letters-3-17");
    redrive("a", cut, "news.dead-letters-3-17");
    assertThat(letters.readValuesToList()).as("read again, and still broken").hasSize(1);
    redrive("a", cut, "news.dead-letters-3-18");
    assertThat(letters.readValuesToList()).as("the letter of the second attempt").hasSize(1);
    send("a", cut);
    redrive("a", cut, "no letter's id");
    assertThat(letters.isEmpty()).isTrue();
    assertThat(counted("wiredesk.parse.duplicates", "kind", "redriven")).isEqualTo(1);
    assertThat(counted("wiredesk.parse.duplicates", "kind", "same-bytes")).isEqualTo(3);
  }

  @Test
  void whatIsSentAgainThoughItWasReadGivesNoSecondItem() {
    send("a", ninjs("urn:x", "1", "Harbour opens", ""));
    redrive("a", ninjs("urn:x", "1", "Harbour opens", ""), "news.dead-letters-3-17");
    assertThat(items.readValuesToList()).hasSize(1);
    assertThat(counted("wiredesk.parse.duplicates", "kind", "same-revision")).isEqualTo(1);
  }

  @Test
  void aRepetitionPastTheWindowIsTakenAgain() {
    send("a", ninjs("urn:x", "1", "Harbour opens", ""));
    raw.advanceTime(WINDOW.plusSeconds(1));
    send("a", ninjs("urn:x", "1", "Harbour opens", ""));
    assertThat(items.readValuesToList()).hasSize(2);
  }

  @Test
  void whatIsPastTheWindowIsForgotten() {
    send("a", ninjs("urn:x", "1", "Harbour opens", ""));
    driver.advanceWallClockTime(WINDOW.plusMinutes(1));
    driver.advanceWallClockTime(Duration.ofMinutes(1));
    for (String store : List.of("seen-bytes", "seen-revisions", "sent-before")) {
      try (var entries = driver.<String, String>getKeyValueStore(store).all()) {
        assertThat(entries.hasNext()).as(store).isFalse();
      }
    }
  }

  @Test
  void aKillByHeadlineActsOnTheStoryOfItsOwnFeedOnly() {
    send("a", telex("0101", "Ferry sinks off the southern coast"));
    send("b", telex("0102", "KILL: Ferry sinks off the southern coast"));
    send("a", telex("0103", "KILL: Ferry sinks off the southern coast"));
    List<NewsItem> out = items.readValuesToList();
    assertThat(out).hasSize(2);
    assertThat(out.get(1).getActsOn()).containsExactly(out.get(0).getUri());
    DeadLetter unresolved = letters.readValue();
    assertThat(unresolved.getReason()).isEqualTo("UNRESOLVED_KILL");
    assertThat(unresolved.getFeed()).isEqualTo("b");
  }

  private void send(String feed, byte[] bytes) {
    send(feed, bytes, Map.of());
  }

  private void redrive(String feed, byte[] bytes, String letter) {
    send(feed, bytes, Map.of("wiredesk-redrive", letter));
  }

  private void send(String feed, byte[] bytes, Map<String, String> headers) {
    raw.pipeInput(
        feed,
        RawNews.newBuilder()
            .setFeed(feed)
            .setTransport(Transport.HTTP_PUSH)
            .setReceivedAt(NOON)
            .setSha256(DeadLetters.sha256(bytes))
            .setPayload(ByteBuffer.wrap(bytes))
            .setHeaders(headers)
            .build());
  }

  private double counted(String name, String tag, String value) {
    return metrics.registry().get(name).tag(tag, value).counter().count();
  }

  private static byte[] ninjs(String uri, String version, String headline, String further) {
    return """
    {"uri": "%s", "version": "%s", "type": "text", "language": "en", "versionCreated": "2026-03-12T11:00:00Z", %s
     "standard": {"name": "ninjs", "version": "3.1"},
     "headlines": [{"role": "main", "value": "%s"}],
     "bodies": [{"role": "main", "contentType": "text/plain", "value": "The harbour opened on Monday after a year of work."}]}
    """
        .formatted(uri, version, further, headline)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** An IPTC 7901 message. */
  private static byte[] telex(String number, String headline) {
    return ("\u0001abc"
            + number
            + " 4 pl 80 test/ferry/"
            + number
            + "\r\n\n\u0002"
            + headline
            + " =\r\n"
            + "   LISBON, March 12 - The ferry went down in the evening, the coast guard said.\r\n"
            + "\u0003121100 mar 26\r\n"
            + "\u0004")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
