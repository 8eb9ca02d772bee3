package io.wiredesk.ingest.topology;

import io.micrometer.core.instrument.Meter;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.Patience;
import io.wiredesk.runtime.Serdes;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.Transport;
import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.WireReader;
import io.wiredesk.wire.profile.FeedProfiles;
import java.nio.ByteBuffer;
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

/** The parse topology without a broker: raw records in, what becomes of them out. */
final class ParsePipeline implements AutoCloseable {

  static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");
  static final Duration WINDOW = Duration.ofDays(2);
  static final Duration COPIES = Duration.ofHours(12);
  static final Duration TAKES = Duration.ofMinutes(15);

  private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
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

  /** What is known of the feeds: nothing, until a test says it. */
  final FeedProfiles profiles = new FeedProfiles();

  final Metrics metrics = new Metrics("ingest");
  final Topology topology =
      new ParseTopology(
              new WireReader(AllFormats.parsers(), profiles),
              new DeadLetters(Stage.PARSE, clock, "test"),
              clock,
              new Account(metrics),
              new ParseTopology.Windows(WINDOW, COPIES, TAKES))
          .build(values);
  final TopologyTestDriver driver = new TopologyTestDriver(topology, new Properties(), NOON);
  final TestInputTopic<String, RawNews> raw =
      driver.createInputTopic(
          Topic.RAW.topicName(),
          new StringSerializer(),
          values.raw().serializer(),
          NOON,
          Duration.ofSeconds(1));
  final TestOutputTopic<String, NewsItem> items =
      driver.createOutputTopic(
          Topic.ITEMS.topicName(), new StringDeserializer(), values.item().deserializer());
  final TestOutputTopic<String, DeadLetter> letters =
      driver.createOutputTopic(
          Topic.DEAD_LETTERS.topicName(), new StringDeserializer(), values.letter().deserializer());
  final TestOutputTopic<String, Duplicate> duplicates =
      driver.createOutputTopic(
          Topic.DUPLICATES.topicName(),
          new StringDeserializer(),
          values.duplicate().deserializer());

  final TestOutputTopic<String, GateOrder> orders =
      driver.createOutputTopic(
          Topic.ORDERS.topicName(), new StringDeserializer(), values.order().deserializer());

  private boolean stopped;

  void send(String feed, byte[] bytes) {
    send(feed, bytes, Map.of());
  }

  void send(String feed, byte[] bytes, Map<String, String> headers) {
    raw.pipeInput(feed, record(feed, bytes, headers));
  }

  /** The same by a program that is none of ours, and sets no headers. */
  void sendForeign(String feed, byte[] bytes) {
    driver
        .createInputTopic(
            Topic.RAW.topicName(),
            new StringSerializer(),
            (topic, value) -> values.raw().serializer().serialize(topic, (RawNews) value))
        .pipeInput(feed, record(feed, bytes, Map.of()));
  }

  private static RawNews record(String feed, byte[] bytes, Map<String, String> headers) {
    return RawNews.newBuilder()
        .setFeed(feed)
        .setTransport(Transport.HTTP_PUSH)
        .setReceivedAt(NOON)
        .setSha256(DeadLetters.sha256(bytes))
        .setPayload(ByteBuffer.wrap(bytes))
        .setHeaders(headers)
        .build();
  }

  List<NewsItem> items() {
    return items.readValuesToList();
  }

  /** Sum over all meters of that name with that feed. */
  double sum(String meter, String feed) {
    return metrics.registry().find(meter).tag("feed", feed).meters().stream()
        .map(Meter::measure)
        .mapToDouble(measures -> measures.iterator().next().getValue())
        .sum();
  }

  /** Ends the tasks; the metrics stay. */
  void stop() {
    if (!stopped) {
      stopped = true;
      driver.close();
    }
  }

  @Override
  public void close() {
    stop();
    metrics.close();
  }
}
