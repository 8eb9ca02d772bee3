package io.wiredesk.benchmarks;

import io.wiredesk.registry.serde.AvroSerde;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.Transport;
import io.wiredesk.schemas.TrustedClasses;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How long an alert takes from the push to a read-committed consumer of a public topic, on a node
 * that runs (bin/wiredesk up), idle or while other items wait. First the items that shall wait are
 * written straight to news.raw or news.enriched, then alerts are pushed over HTTP, one at a time.
 * Arguments: ingest address, Kafka, registry, items that wait, alerts, milliseconds between two
 * alerts, {@code raw} or {@code enriched}: where the items wait, and the topic that is read, e.g.
 * of a desk that matches everything.
 */
public final class UrgentLane {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String[] WORDS =
      ("port strike talks minister rates harbour union budget court storm region police growth"
              + " exports Lisbon Oslo Brussels Almeida Hansen parliament inflation coast ferry")
          .split(" ");

  private final Map<String, Object> client = new HashMap<>();
  private final String ingest;
  private final String topic;
  private final String run = Long.toString(System.nanoTime(), 36);
  private final Map<String, Long> seen = new ConcurrentHashMap<>();
  private final AtomicInteger ordinary = new AtomicInteger();
  private volatile boolean open = true;

  private UrgentLane(String ingest, String kafka, String registry, String topic) {
    this.ingest = ingest;
    this.topic = topic;
    client.put("bootstrap.servers", kafka);
    client.put("schema.registry.url", registry);
  }

  public static void main(String[] args) throws Exception {
    TrustedClasses.trust();
    UrgentLane lane = new UrgentLane(args[0], args[1], args[2], args[7]);
    Thread reader = new Thread(lane::follow, "follow-published");
    reader.start();
    lane.fill(Integer.parseInt(args[3]), args[6].equals("raw"));
    lane.alerts(Integer.parseInt(args[4]), Long.parseLong(args[5]), Integer.parseInt(args[3]));
    lane.open = false;
    reader.join();
  }

  private void fill(int items, boolean raw) throws Exception {
    Map<String, Object> config = new HashMap<>(client);
    config.put("acks", "all");
    config.put("linger.ms", 20);
    AvroSerde<SpecificRecord> serde = new AvroSerde<>();
    serde.configure(config, false);
    long start = System.nanoTime();
    try (KafkaProducer<String, SpecificRecord> producer =
        new KafkaProducer<>(config, new StringSerializer(), serde.serializer())) {
      for (int i = 0; i < items; i++) {
        String feed = "waiting-" + i % 40;
        String uri = "urn:bench:" + run + ":" + i;
        producer.send(
            raw
                ? new ProducerRecord<>(Topic.RAW.topicName(), feed, raw(feed, uri, i))
                : new ProducerRecord<>(Topic.ENRICHED.topicName(), uri, item(feed, uri, i)));
      }
    }
    System.out.printf("%d items written in %.1f s%n", items, (System.nanoTime() - start) / 1e9);
  }

  private static RawNews raw(String feed, String uri, int i) throws Exception {
    byte[] bytes = wire(uri, 4, i);
    return RawNews.newBuilder()
        .setFeed(feed)
        .setTransport(Transport.OTHER)
        .setReceivedAt(Instant.now())
        .setSha256(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
        .setPayload(ByteBuffer.wrap(bytes))
        .build();
  }

  private static NewsItem item(String feed, String uri, int i) {
    String text = text(i);
    return NewsItem.newBuilder()
        .setUri(uri)
        .setRevision(1)
        .setVersionCreated(Instant.now())
        .setHeadlines(List.of(new TextValue("main", null, "Talks number " + i + " go on")))
        .setBodies(List.of(new TextValue(null, "text/html", "<p>" + text + "</p>")))
        .setText(text)
        .setSource(
            Source.newBuilder()
                .setFeed(feed)
                .setTransport(Transport.OTHER)
                .setFormat("ninjs")
                .setReceivedAt(Instant.now())
                .setSha256("")
                .build())
        .setEnrichment(Enrichment.newBuilder().setLanguage("en").build())
        .build();
  }

  private void alerts(int count, long everyMillis, int waiting) throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    List<Double> taken = new ArrayList<>();
    List<Double> published = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String uri = "urn:bench:" + run + ":alert-" + i;
      byte[] wire = wire(uri, 1, 1_000_000 + i);
      long start = System.nanoTime();
      var request =
          HttpRequest.newBuilder(URI.create(ingest + "/feeds/alerts/items"))
              .POST(HttpRequest.BodyPublishers.ofByteArray(wire))
              .build();
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      taken.add((System.nanoTime() - start) / 1e6);
      Long at = await(uri, start);
      if (status != 202 || at == null) {
        System.out.printf("alert %d: status %d, not published in %s%n", i, status, PATIENCE);
        continue;
      }
      published.add((at - start) / 1e6);
      if (i % 20 == 0) {
        System.out.printf(
            "alert %d: %.0f ms; %d of %d ordinary items published%n",
            i, published.get(published.size() - 1), ordinary.get(), waiting);
      }
      Thread.sleep(everyMillis);
    }
    print("push to 202", taken);
    print("push to " + topic, published);
    System.out.printf(
        "ordinary items still waiting: %d of %d%n", waiting - ordinary.get(), waiting);
  }

  private Long await(String uri, long start) throws InterruptedException {
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      Long at = seen.get(uri);
      if (at != null) {
        return at;
      }
      Thread.sleep(1);
    }
    return null;
  }

  private void follow() {
    Map<String, Object> config = new HashMap<>(client);
    config.put("isolation.level", "read_committed");
    config.put("specific.avro.reader", true);
    AvroSerde<PublishedItem> serde = new AvroSerde<>();
    serde.configure(config, false);
    try (KafkaConsumer<String, PublishedItem> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), serde.deserializer())) {
      List<TopicPartition> all =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToEnd(all);
      while (open) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                record -> {
                  if (record.key().contains(":alert-")) {
                    seen.putIfAbsent(record.key(), System.nanoTime());
                  } else if (record.key().startsWith("urn:bench:" + run)) {
                    ordinary.incrementAndGet();
                  }
                });
      }
    }
  }

  private static void print(String what, List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    if (!sorted.isEmpty()) {
      System.out.printf(
          "%s: n %d, p50 %.0f ms, p90 %.0f, p99 %.0f, max %.0f%n",
          what,
          sorted.size(),
          sorted.get(sorted.size() / 2),
          sorted.get((int) (sorted.size() * 0.9)),
          sorted.get((int) (sorted.size() * 0.99)),
          sorted.get(sorted.size() - 1));
    }
  }

  /** A ninjs story of some 150 words, none like another. */
  private static byte[] wire(String uri, int urgency, int seed) {
    return """
        {"standard": {"name": "ninjs", "version": "3.1"}, "uri": "%s", "version": "1", "type": "text", "language": "en",
         "versionCreated": "2026-03-01T10:00:00Z", "urgency": %d,
         "headlines": [{"role": "main", "value": "Talks number %d on the port go on"}],
         "bodies": [{"role": "main", "contentType": "text/plain", "value": "%s"}]}
        """
        .formatted(uri, urgency, seed, text(seed))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String text(int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(i % 12 == 11 ? ". " : " ");
    }
    return text.toString();
  }
}
