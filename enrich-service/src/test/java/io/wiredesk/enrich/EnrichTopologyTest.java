package io.wiredesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Counter;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.Patience;
import io.wiredesk.runtime.Serdes;
import io.wiredesk.runtime.Version;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.TrailEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnrichTopologyTest {
  private final Serdes serdes =
      new Serdes(
          "io.wiredesk.registry.serde.AvroSerde",
          Map.of("schema.registry.url", "mock://" + UUID.randomUUID()),
          Patience.with("registry", new Health()));
  private final Serde<NewsItem> items = serdes.value();
  private final Serde<DeadLetter> letters = serdes.value();
  private final Metrics metrics = new Metrics("enrich");
  private final Clock clock = Clock.fixed(NewsItems.NOON, ZoneOffset.UTC);

  /** An enricher that knows three texts on which it fails. */
  private final Enricher enricher =
      (item, soFar) ->
          switch (item.getText()) {
            case "odd" -> throw new IndexOutOfBoundsException("odd");
            case "deep" -> throw new StackOverflowError();
            case "slow" -> throw new UncheckedIOException(new IOException("away"));
            default -> Enrichment.newBuilder(soFar).setLanguage("en").build();
          };

  private final Topology topology =
      new EnrichTopology(
              new ItemEnricher(enricher, List.of()),
              new DeadLetters(Stage.ENRICH, clock, "test"),
              clock,
              metrics)
          .build(new EnrichTopology.ValueSerdes(items, letters));
  private final TopologyTestDriver driver = new TopologyTestDriver(topology, new Properties());
  private final TestInputTopic<String, NewsItem> in =
      driver.createInputTopic(Topic.ITEMS.topicName(), new StringSerializer(), items.serializer());
  private final TestOutputTopic<String, NewsItem> enriched =
      driver.createOutputTopic(
          Topic.ENRICHED.topicName(), new StringDeserializer(), items.deserializer());
  private final TestOutputTopic<String, DeadLetter> dead =
      driver.createOutputTopic(
          Topic.DEAD_LETTERS.topicName(), new StringDeserializer(), letters.deserializer());

  @AfterEach
  void close() {
    driver.close();
    metrics.close();
  }

  private static NewsItem item(String uri, String text) {
    return NewsItems.of("", text).setUri(uri).build();
  }

  @Test
  void isDeployedAsDescribed() throws IOException {
    try (InputStream golden = getClass().getResourceAsStream("topology.txt")) {
      assertThat(topology.describe().toString().strip())
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
    }
  }

  @Test
  void theUrgentLaneIsDeployedAsDescribed() throws IOException {
    try (InputStream golden = getClass().getResourceAsStream("urgent-topology.txt")) {
      assertThat(urgent().describe().toString().strip())
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
    }
  }

  @Test
  void anUrgentCopyIsEnrichedLikeTheItem() {
    NewsItem item = item("urn:a", "text");
    in.pipeInput("urn:a", item);
    try (TopologyTestDriver lane = new TopologyTestDriver(urgent(), new Properties())) {
      ahead(lane).pipeInput("urn:a", item);
      assertThat(enrichedAhead(lane)).containsExactly(enriched.readValue());
    }
  }

  @Test
  void whatOvertookIsUnderstoodOnce() {
    AtomicInteger times = new AtomicInteger();
    Enricher counting =
        (item, soFar) ->
            Enrichment.newBuilder(soFar).setLanguage("en-" + times.incrementAndGet()).build();
    EnrichTopology both =
        new EnrichTopology(
            new ItemEnricher(counting, List.of()),
            new DeadLetters(Stage.ENRICH, clock, "test"),
            clock,
            metrics);
    EnrichTopology.ValueSerdes values = new EnrichTopology.ValueSerdes(items, letters);
    NewsItem item = item("urn:a", "text");
    try (TopologyTestDriver lane =
            new TopologyTestDriver(both.buildUrgent(values), new Properties());
        TopologyTestDriver rest = new TopologyTestDriver(both.build(values), new Properties())) {
      ahead(lane).pipeInput("urn:a", item);
      rest.createInputTopic(Topic.ITEMS.topicName(), new StringSerializer(), items.serializer())
          .pipeInput("urn:a", item);
      NewsItem follows =
          rest.createOutputTopic(
                  Topic.ENRICHED.topicName(), new StringDeserializer(), items.deserializer())
              .readValue();

      assertThat(follows.getEnrichment().getLanguage()).isEqualTo("en-1");
      assertThat(enrichedAhead(lane)).containsExactly(follows);
    }
    assertThat(times).hasValue(1);
  }

  @Test
  void whatFailsInTheUrgentLaneIsLeftToTheItem() {
    try (TopologyTestDriver lane = new TopologyTestDriver(urgent(), new Properties())) {
      ahead(lane).pipeInput("urn:odd", item("urn:odd", "odd"));
      ahead(lane).pipeInput("urn:b", item("urn:a", "text"));
      ahead(lane).pipeInput("urn:a", item("urn:a", "text"));
      assertThat(enrichedAhead(lane)).extracting(NewsItem::getUri).containsExactly("urn:a");
    }
    assertThat(metrics.counter("wiredesk.enrich.urgent", "outcome", "left").count()).isEqualTo(2);
    assertThat(letters()).isZero();
  }

  private double letters() {
    return metrics.registry().find("wiredesk.dead.letters").counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  private Topology urgent() {
    return new EnrichTopology(
            new ItemEnricher(enricher, List.of()),
            new DeadLetters(Stage.ENRICH, clock, "test"),
            clock,
            metrics)
        .buildUrgent(new EnrichTopology.ValueSerdes(items, letters));
  }

  private TestInputTopic<String, NewsItem> ahead(TopologyTestDriver lane) {
    return lane.createInputTopic(
        Topic.ITEMS_URGENT.topicName(), new StringSerializer(), items.serializer());
  }

  private List<NewsItem> enrichedAhead(TopologyTestDriver lane) {
    return lane.createOutputTopic(
            Topic.ENRICHED_URGENT.topicName(), new StringDeserializer(), items.deserializer())
        .readValuesToList();
  }

  @Test
  void passesTheItemOnWithItsEnrichmentAndTrail() {
    NewsItem item = item("urn:a", "text");
    in.pipeInput("urn:a", item);

    KeyValue<String, NewsItem> out = enriched.readKeyValue();
    assertThat(out.key).isEqualTo("urn:a");
    assertThat(out.value.getEnrichment().getLanguage()).isEqualTo("en");
    assertThat(out.value.getTrail())
        .containsExactly(
            new TrailEntry(Stage.ENRICH, Version.CURRENT, NewsItems.NOON, NewsItems.NOON));
    assertThat(out.value.getText()).isEqualTo("text");
    assertThat(dead.isEmpty()).isTrue();
  }

  @Test
  void keepsTheOrderOfAnItemsRevisions() {
    for (int revision = 1; revision <= 5; revision++) {
      in.pipeInput(
          "urn:a", NewsItem.newBuilder(item("urn:a", "text")).setRevision(revision).build());
    }

    assertThat(enriched.readValuesToList())
        .extracting(NewsItem::getRevision)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void setsAsideAnItemOnWhichAnEnricherFails() {
    NewsItem odd = item("urn:odd", "odd");
    in.pipeInput("urn:odd", odd);
    in.pipeInput("urn:deep", item("urn:deep", "deep"));
    in.pipeInput("urn:a", item("urn:a", "text"));

    assertThat(enriched.readKeyValuesToList()).extracting(kv -> kv.key).containsExactly("urn:a");
    List<KeyValue<String, DeadLetter>> letters = dead.readKeyValuesToList();
    assertThat(letters).extracting(kv -> kv.key).containsExactly("urn:odd", "urn:deep");
    DeadLetter letter = letters.get(0).value;
    assertThat(letter.getReason()).isEqualTo("ENRICHMENT_FAILED");
    assertThat(letter.getStage()).isEqualTo(Stage.ENRICH);
    assertThat(letter.getOriginTopic()).isEqualTo("news.items");
    assertThat(letter.getOriginOffset()).isZero();
    assertThat(letter.getFeed()).isEqualTo("test");
    byte[] payload = new byte[letter.getPayload().remaining()];
    letter.getPayload().get(payload);
    assertThat(items.deserializer().deserialize("news.items", payload)).isEqualTo(odd);
  }

  @Test
  void setsAsideAnItemUnderAnotherKey() {
    in.pipeInput("urn:b", item("urn:a", "text"));

    assertThat(enriched.isEmpty()).isTrue();
    assertThat(dead.readValuesToList())
        .extracting(DeadLetter::getReason)
        .containsExactly("WRONG_KEY");
  }

  @Test
  void waitsForASlowWorldInsteadOfSettingTheItemAside() {
    assertThatThrownBy(() -> in.pipeInput("urn:slow", item("urn:slow", "slow")))
        .rootCause()
        .isInstanceOf(IOException.class);
    assertThat(dead.isEmpty()).isTrue();
  }

  @Test
  void countsWhatBecameOfEveryRecord() {
    in.pipeInput("urn:a", item("urn:a", "text"));
    in.pipeInput("urn:odd", item("urn:odd", "odd"));

    assertThat(metrics.counter("wiredesk.enrich.items").count()).isEqualTo(1);
    assertThat(letters()).isEqualTo(1);
  }
}
