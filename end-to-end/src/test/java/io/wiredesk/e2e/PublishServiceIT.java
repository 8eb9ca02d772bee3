package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wiredesk.publish.PublishService;
import io.wiredesk.registry.serde.AvroSerde;
import io.wiredesk.runtime.SettingsException;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.Topic;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The publish service alone, on a real broker: what goes in on {@code news.enriched} is seen over
 * HTTP.
 */
final class PublishServiceIT {

  private static final String COPY = "Ferrovia";
  private static final Duration SOON = PublishBench.SOON;

  @TempDir Path directory;
  private PublishBench bench;

  @BeforeEach
  void start() throws java.io.IOException {
    bench = new PublishBench(directory, Map.of());
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void embargoHoldsAcrossARestartAndEndsToTheSecond() throws Exception {
    Instant end = Instant.now().plusSeconds(12);
    bench.send(item("urn:e2e:embargoed", 1).setEmbargoedUntil(end).build());
    bench.send(item("urn:e2e:free", 1).build());
    await().atMost(SOON).until(() -> status("urn:e2e:free") == 200);
    assertThat(status("urn:e2e:embargoed")).isEqualTo(404);

    bench.stopService();
    bench.startService();
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> status("urn:e2e:embargoed") == 200);
    assertThat(Instant.now()).isAfterOrEqualTo(end);
    assertThat(bench.get("/items/urn:e2e:embargoed")).contains(COPY);
  }

  @Test
  void killOnAnotherPartitionReachesListItemAndStream() throws Exception {
    for (int i = 0; i < 6; i++) {
      bench.send(item("urn:e2e:story-" + i, 1).build());
    }
    for (int i = 0; i < 6; i++) {
      String uri = "urn:e2e:story-" + i;
      await().atMost(SOON).until(() -> status(uri) == 200);
    }
    try (BufferedReader stream = stream()) {
      bench.send(
          item("urn:e2e:kill", 1)
              .setSignal(Signal.CANCEL)
              .setPubStatus(PubStatus.CANCELED)
              .setActsOn(List.of("urn:e2e:story-0", "urn:e2e:story-5"))
              .build());
      await().atMost(SOON).until(() -> status("urn:e2e:story-0") == 410);
      await().atMost(SOON).until(() -> status("urn:e2e:story-5") == 410);
      String event = stream.lines().filter(l -> l.startsWith("event:")).findFirst().orElseThrow();
      assertThat(event).isEqualTo("event: canceled");
    }
    assertThat(bench.get("/items/urn:e2e:story-0"))
        .contains(COPY + " sinks")
        .doesNotContain("The ferry");
    assertThat(status("urn:e2e:kill")).isEqualTo(404);
    assertThat(bench.get("/items?state=any"))
        .contains("urn:e2e:story-1")
        .contains("Canceled by urn:e2e:kill");
  }

  @Test
  void urgentItemsAndAnEditorsKillOvertakeWhatWaitsAtTheGate() throws Exception {
    int waiting = 30_000;
    bench.send(item("urn:e2e:public", 1).build());
    await().atMost(SOON).until(() -> status("urn:e2e:public") == 200);
    bench.stopService();
    fill(waiting);
    bench.startService();
    try (KafkaConsumer<String, byte[]> consumer = published()) {
      Set<String> seen = new HashSet<>();
      await().atMost(SOON).until(() -> poll(consumer, seen).size() > 1);
      bench.append(
          Topic.ENRICHED_URGENT.topicName(), "urn:e2e:alert", item("urn:e2e:alert", 1).build());
      await().atMost(SOON).until(() -> poll(consumer, seen).contains("urn:e2e:alert"));
      assertThat(seen).hasSizeLessThan(waiting * 3 / 4);

      seen.remove("urn:e2e:public");
      bench.append(Topic.ORDERS.topicName(), "urn:e2e:public", kill("urn:e2e:public"));
      await().atMost(SOON).until(() -> poll(consumer, seen).contains("urn:e2e:public"));
      assertThat(seen).hasSizeLessThan(waiting * 3 / 4);
    }
  }

  private static Set<String> poll(KafkaConsumer<String, byte[]> consumer, Set<String> seen) {
    consumer.poll(Duration.ofMillis(20)).forEach(record -> seen.add(record.key()));
    return seen;
  }

  private KafkaConsumer<String, byte[]> published() {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bench.bootstrapServers(),
                "isolation.level",
                "read_committed",
                "max.poll.records",
                "2000"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> all =
        consumer.partitionsFor(Topic.PUBLISHED.topicName()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(all);
    consumer.seekToBeginning(all);
    return consumer;
  }

  private void fill(int items) {
    Map<String, Object> config = bench.settings("one").clientConfig();
    AvroSerde<NewsItem> serde = new AvroSerde<>();
    serde.configure(config, false);
    try (KafkaProducer<String, NewsItem> producer =
        new KafkaProducer<>(config, new StringSerializer(), serde.serializer())) {
      for (int i = 0; i < items; i++) {
        String uri = "urn:e2e:waiting-" + i;
        producer.send(new ProducerRecord<>(Topic.ENRICHED.topicName(), uri, item(uri, 1).build()));
      }
    }
  }

  private static GateOrder kill(String uri) {
    return GateOrder.newBuilder()
        .setUri(uri)
        .setAction(OrderAction.KILL)
        .setBy("Ana")
        .setByHand(true)
        .setAt(Instant.now())
        .setReason("Wrong.")
        .build();
  }

  @Test
  void refusesTopicsThatDoNotMatch() throws Exception {
    bench.stopService();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bench.bootstrapServers()))) {
      admin
          .createPartitions(Map.of(Topic.ENRICHED.topicName(), NewPartitions.increaseTo(5)))
          .all()
          .get();
    }
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThatThrownBy(
                        () ->
                            PublishService.start(bench.settings("one"), Clock.systemUTC(), Map.of())
                                .close())
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("news.enriched has 5 partitions and news.orders has 3"));
  }

  private BufferedReader stream() throws Exception {
    var response = bench.send(bench.request("/stream"), HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private int status(String uri) throws Exception {
    return bench
        .send(bench.request("/items/" + uri), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static NewsItem.Builder item(String uri, int version) {
    return PublishBench.item(uri, version, COPY + " sinks", "The ferry " + COPY + " sank.");
  }
}
