package io.wiredesk.ingest.topology;

import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.Patience;
import io.wiredesk.runtime.Serdes;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.Transport;
import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.WireReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** All sample wires of the project, the broken ones too, and what the topology makes of them. */
final class SampleWires implements AutoCloseable {

  static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final Path SAMPLES = Path.of("").toAbsolutePath().getParent().resolve("samples");

  private final Serdes serdes =
      new Serdes(
          "io.wiredesk.registry.serde.AvroSerde",
          Map.of("schema.registry.url", "mock://" + UUID.randomUUID()),
          Patience.with("registry", new Health()));
  private final ParseTopology.ValueSerdes values =
      new ParseTopology.ValueSerdes(
          serdes.value(),
          serdes.value(),
          serdes.value(),
          serdes.value(),
          serdes.value(),
          serdes.value());
  final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
  final Metrics metrics = new Metrics("ingest");
  private final TopologyTestDriver driver =
      new TopologyTestDriver(
          new ParseTopology(
                  new WireReader(AllFormats.parsers()),
                  new DeadLetters(Stage.PARSE, clock, "test"),
                  clock,
                  new Account(metrics),
                  new ParseTopology.Windows(
                      Duration.ofDays(30), Duration.ofHours(12), Duration.ofMinutes(15)))
              .build(values),
          new Properties(),
          NOON);
  private final TestInputTopic<String, RawNews> raw =
      driver.createInputTopic(
          Topic.RAW.topicName(),
          new StringSerializer(),
          values.raw().serializer(),
          NOON,
          Duration.ofMillis(10));

  /** In the order of the demo, then those that the demo leaves out. */
  static List<RawNews> all() {
    List<RawNews> all = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(SAMPLES.resolve("demo.tsv"))) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] columns = line.split("\t");
          all.add(raw(columns[1], SAMPLES.resolve(columns[2])));
        }
      }
      try (Stream<Path> broken = Files.walk(SAMPLES.resolve("broken"))) {
        broken.filter(Files::isRegularFile).sorted().forEach(file -> all.add(raw("broken", file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static RawNews raw(String feed, Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return RawNews.newBuilder()
          .setFeed(feed)
          .setTransport(Transport.FILE)
          .setSourceName(file.getFileName().toString())
          .setReceivedAt(NOON)
          .setSha256(DeadLetters.sha256(bytes))
          .setPayload(ByteBuffer.wrap(bytes))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The raw record lies at the next offset of partition 0, from 0. */
  void send(RawNews news) {
    raw.pipeInput(news.getFeed(), news);
  }

  List<NewsItem> items() {
    return driver
        .createOutputTopic(
            Topic.ITEMS.topicName(), new StringDeserializer(), values.item().deserializer())
        .readValuesToList();
  }

  List<DeadLetter> letters() {
    return driver
        .createOutputTopic(
            Topic.DEAD_LETTERS.topicName(),
            new StringDeserializer(),
            values.letter().deserializer())
        .readValuesToList();
  }

  List<Duplicate> duplicates() {
    return driver
        .createOutputTopic(
            Topic.DUPLICATES.topicName(),
            new StringDeserializer(),
            values.duplicate().deserializer())
        .readValuesToList();
  }

  /** Stories that wait for takes wait no longer. */
  void waitForTakes() {
    driver.advanceWallClockTime(Duration.ofHours(1));
  }

  /** Without its way: the times of the run. */
  static NewsItem withoutTrail(NewsItem item) {
    return NewsItem.newBuilder(item).setTrail(List.of()).build();
  }

  @Override
  public void close() {
    driver.close();
    metrics.close();
  }
}
