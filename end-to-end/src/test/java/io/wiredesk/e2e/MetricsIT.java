package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Serdes;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.Transport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator and a consumer see of a running node: meters, warnings, accounts, headers. */
class MetricsIT {

  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern OURS = Pattern.compile("(?:wiredesk|publish)_[a-z_]+[a-z]");
  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) ");
  private static final int MOST_BYTES = 200_000;

  @TempDir static Path directory;
  private static TestNode node;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    Files.writeString(
        directory.resolve("feeds.yml"),
        """
        feeds:
          - {name: away, kind: http, url: "http://127.0.0.1:1/x", allow-private: true, poll: 200ms}
          - {name: odd, kind: pigeon}
        """);
    Files.writeString(
        directory.resolve("desks.yml"), "desks:\n  - {name: harbour, query: 'harbour'}\n");
    node = TestNode.start(directory);
    assertThat(node.push("pushed", story("pushed")).statusCode()).isEqualTo(202);
    assertThat(node.push("pushed", "{\"uri\": ".getBytes(StandardCharsets.UTF_8)).statusCode())
        .isEqualTo(202);
    writeStraightOntoTheTopic();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> node.get("/items").body().contains("urn:test:straight"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> node.get("/items").body().contains("urn:test:pushed"));
    assertThat(post("orders", "{\"action\":\"kill\",\"reason\":\"Libel.\",\"by\":\"Ana\"}"))
        .isEqualTo(202);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(post("receipts", "{\"consumer\":\"cms\",\"sequence\":2}"))
                    .isLessThan(300));
  }

  private static int post(String what, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(node.node().publish().url() + "/items/urn%3Atest%3Astraight/" + what))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return HTTP.send(request, BodyHandlers.ofString()).statusCode();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void theNamesInTheDocsAreTheNamesServed() throws Exception {
    Set<String> documented = names(Files.readString(DOCS.resolve("metrics.md")));
    documented.removeIf(name -> name.endsWith("_seconds_max"));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(served()).isEqualTo(documented));
    try (Stream<Path> pages = Files.list(DOCS)) {
      for (Path page : pages.filter(path -> path.toString().endsWith(".md")).toList()) {
        assertThat(names(Files.readString(page)))
            .as(page.toString())
            .allMatch(name -> documented.contains(name.replaceAll("_max$", "")));
      }
    }
  }

  @Test
  void aScrapeIsSmallAndTellsNothingTwice() throws Exception {
    for (String url : services()) {
      String lag = "kafka_consumer_fetch_manager_records_lag{"; // known a minute after the start
      await()
          .atMost(Duration.ofMinutes(3))
          .untilAsserted(() -> assertThat(get(url + "/metrics")).contains(lag));
      String scrape = get(url + "/metrics");
      assertThat(scrape.length()).as(url).isLessThan(MOST_BYTES);
      assertThat(scrape).doesNotContain("topic=\"news_");
      Set<String> series = new HashSet<>();
      scrape
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.substring(0, line.lastIndexOf(' ')))
          .forEach(line -> assertThat(series.add(line)).as(line).isTrue());
    }
  }

  @Test
  void feedsThatFailOrAreRefusedAreWarningsAndInTheMetrics() throws Exception {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              JsonNode warnings =
                  new ObjectMapper()
                      .readTree(get(node.node().ingest().url() + "/health"))
                      .path("warnings");
              assertThat(warnings.path("feed away").asText()).startsWith("failing: ");
              assertThat(warnings.path("feed odd").asText()).contains("pigeon");
            });
    String scrape = get(node.node().ingest().url() + "/metrics");
    assertThat(scrape)
        .contains("wiredesk_feed_state{feed=\"away\",service=\"ingest\",state=\"failing\"} 1.0")
        .contains("wiredesk_feed_state{feed=\"odd\",service=\"ingest\",state=\"refused\"} 1.0")
        .contains("wiredesk_intake_received_total{feed=\"away\",service=\"ingest\"} 0.0");
  }

  @Test
  void aFeedThatIsFedThroughKafkaAloneIsInTheAccount() throws Exception {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              JsonNode feed = feed("straight");
              assertThat(feed.path("kind").asText()).isEqualTo("kafka");
              assertThat(feed.path("received").asLong()).isEqualTo(2);
              assertThat(feed.path("items").asLong()).isEqualTo(1);
              assertThat(feed.path("duplicates").asLong()).isEqualTo(1);
              assertThat(feed.path("waiting").asLong()).isZero();
            });
  }

  @Test
  void everyRecordHasItsHeadersAndAStoryIsOfOneTrace() {
    Map<String, Set<String>> traces = new HashMap<>();
    for (String topic :
        List.of(
            "news.raw",
            "news.items",
            "news.enriched",
            "news.published",
            "news.desk.harbour",
            "news.dead-letters",
            "news.duplicates",
            "news.receipts")) {
      List<ConsumerRecord<String, byte[]>> records = records(topic);
      assertThat(records).as(topic).isNotEmpty();
      for (ConsumerRecord<String, byte[]> record : records) {
        Map<String, String> headers = headers(record);
        if (topic.equals("news.raw") && record.key().equals("straight")) {
          assertThat(headers).isEmpty();
          continue;
        }
        assertThat(headers)
            .as(topic)
            .containsKeys(
                "content-type", "ce_id", "ce_source", "ce_type", "ce_specversion", "ce_time")
            .containsKeys("ce_subject", "traceparent")
            .containsEntry("content-type", "application/avro")
            .containsEntry(
                "ce_type",
                topic.startsWith("news.desk.") ? "io.wiredesk.news.desk" : "io.wiredesk." + topic);
        if ("urn:test:pushed".equals(record.key())) {
          traces.computeIfAbsent("item", any -> new TreeSet<>()).add(headers.get("traceparent"));
        }
      }
    }
    assertThat(traces.get("item")).hasSize(1);
    assertThat(
            records("news.raw").stream().map(record -> headers(record).get("traceparent")).toList())
        .containsAll(traces.get("item"));
  }

  private static void writeStraightOntoTheTopic() throws Exception {
    Map<String, Object> config = new HashMap<>(node.node().clientConfig());
    config.put("avro.remove.java.properties", true);
    try (var serializer = Serdes.impatient(config).<RawNews>value().serializer();
        KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                config,
                new StringSerializer(),
                new org.apache.kafka.common.serialization.ByteArraySerializer())) {
      byte[] bytes = story("straight");
      RawNews raw =
          RawNews.newBuilder()
              .setFeed("straight")
              .setTransport(Transport.OTHER)
              .setReceivedAt(Instant.now())
              .setSha256(DeadLetters.sha256(bytes))
              .setPayload(ByteBuffer.wrap(bytes))
              .build();
      byte[] value = serializer.serialize(Topic.RAW.topicName(), raw);
      producer.send(new ProducerRecord<>(Topic.RAW.topicName(), "straight", value)).get();
      producer.send(new ProducerRecord<>(Topic.RAW.topicName(), "straight", value)).get();
    }
  }

  private static List<ConsumerRecord<String, byte[]>> records(String topic) {
    Map<String, Object> config = new HashMap<>(node.node().clientConfig());
    config.put("isolation.level", "read_committed");
    config.put("enable.auto.commit", false);
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
    Map<String, String> headers = new HashMap<>();
    StreamSupport.stream(record.headers().spliterator(), false)
        .forEach((Header h) -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    return headers;
  }

  private static Set<String> served() throws Exception {
    Set<String> names = new TreeSet<>();
    for (String url : services()) {
      Matcher type = TYPE.matcher(get(url + "/metrics"));
      while (type.find()) {
        String name = type.group(1);
        if (OURS.matcher(name).matches() && !name.endsWith("_seconds_max")) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static Set<String> names(String text) {
    Set<String> names = new TreeSet<>();
    Matcher name = OURS.matcher(text);
    while (name.find()) {
      names.add(name.group());
    }
    return names;
  }

  private static JsonNode feed(String name) throws Exception {
    JsonNode feeds =
        new ObjectMapper().readTree(get(node.node().ingest().url() + "/feeds")).path("feeds");
    return StreamSupport.stream(feeds.spliterator(), false)
        .filter(feed -> feed.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> services() {
    return List.of(
        node.node().ingest().url(), node.node().enrich().url(), node.node().publish().url());
  }

  private static String get(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }

  private static byte[] story(String name) {
    return """
        {"uri": "urn:test:%s", "version": "1", "versioncreated": "2026-05-01T08:00:00Z",
         "pubstatus": "usable", "headline": "Harbour %s opens", "body_text": "The harbour %s opened."}
        """
        .formatted(name, name, name)
        .getBytes(StandardCharsets.UTF_8);
  }
}
