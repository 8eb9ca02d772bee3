package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.registry.serde.AvroSerde;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.Transport;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise: what is urgent overtakes what waits, in every service. A node with thousands of raw
 * records before it; nothing is timed, what counts is who comes first.
 */
class UrgentLaneIT {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int WAITING = 4_000;
  private static final String STORY = "urn:test:killed-in-the-rush";
  private static final String BACKLOG = "urn:test:waiting:";

  @TempDir static Path directory;
  private static TestNode node;
  private static List<PublishedItem> published;
  private static List<PublishedItem> onDesk;

  @BeforeAll
  static void startBehind() throws Exception {
    Files.writeString(directory.resolve("desks.yml"), "desks: [{name: all, query: '*:*'}]");
    node = TestNode.start(directory);
    published = node.records(Topic.PUBLISHED, PublishedItem.class);
    onDesk = node.records(Topic.DESK_PREFIX + "all", PublishedItem.class);
    node.push("wire", Wires.ninjs(STORY, "1", "A story to be killed", ""));
    await().atMost(LONG).until(() -> states(STORY).size() == 1);
    fill();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void anAlertIsPublishedOnceWhileTheRestWaits() throws Exception {
    String uri = "urn:test:alert";
    node.push("wire", Wires.ninjs(uri, "1", "Dam breaks", "\"urgency\": 1,"));
    await().atMost(LONG).until(() -> states(uri).size() == 1);
    await().atMost(LONG).until(() -> onDesk.stream().anyMatch(i -> i.getUri().equals(uri)));
    assertThat(waiting()).isGreaterThan(WAITING / 2);
    PublishedItem alert = states(uri).get(0);
    assertThat(alert.getState()).isEqualTo(PublicState.PUBLISHED);
    assertThat(alert.getItem().getSource().getRawTopic()).isEqualTo("news.raw");
    assertThat(alert.getItem().getEnrichment().getLanguage()).isEqualTo("en");
    assertThat(alert.getItem().getTrail())
        .extracting(entry -> entry.getStage().name())
        .containsExactly("INTAKE", "PARSE", "ENRICH", "PUBLISH");
  }

  @Test
  void aKillTakesItsStoryBackWhileTheRestWaits() throws Exception {
    node.push("wire", Wires.ninjs(STORY, "2", "KILL: a story", "\"pubStatus\": \"canceled\","));
    await().atMost(LONG).until(() -> states(STORY).size() == 2);
    assertThat(waiting()).isGreaterThan(WAITING / 2);
    assertThat(states(STORY).get(1).getState()).isEqualTo(PublicState.CANCELED);
    await()
        .atMost(LONG)
        .until(() -> onDesk.stream().anyMatch(i -> i.getState() == PublicState.CANCELED));
    assertThat(waiting()).isGreaterThan(WAITING / 2);
  }

  @Test
  void whatIsNotUrgentWaitsItsTurn() throws Exception {
    List<NewsItem> ahead = node.records(Topic.ITEMS_URGENT, NewsItem.class);
    node.push("wire", Wires.ninjs("urn:test:plain", "1", "Tram line opens", "\"urgency\": 5,"));
    node.push("wire", Wires.ninjs("urn:test:second-alert", "1", "Fire", "\"urgency\": 2,"));
    await()
        .atMost(LONG)
        .until(() -> ahead.stream().anyMatch(i -> i.getUri().equals("urn:test:second-alert")));
    assertThat(ahead)
        .noneMatch(item -> item.getUri().equals("urn:test:plain"))
        .noneMatch(item -> item.getUri().startsWith(BACKLOG));
  }

  private static long waiting() {
    return WAITING - published.stream().filter(i -> i.getUri().startsWith(BACKLOG)).count();
  }

  private static List<PublishedItem> states(String uri) {
    return published.stream().filter(item -> item.getUri().equals(uri)).toList();
  }

  private static void fill() {
    Map<String, Object> config = new HashMap<>(node.node().clientConfig());
    AvroSerde<RawNews> serde = new AvroSerde<>();
    serde.configure(config, false);
    try (KafkaProducer<String, RawNews> producer =
        new KafkaProducer<>(config, new StringSerializer(), serde.serializer())) {
      for (int i = 0; i < WAITING; i++) {
        String feed = "backlog-" + i % 7;
        producer.send(new ProducerRecord<>(Topic.RAW.topicName(), feed, raw(feed, i)));
      }
    }
  }

  private static RawNews raw(String feed, int i) {
    byte[] bytes = Wires.ninjs(BACKLOG + i, "1", "Waiting story number " + i, "\"urgency\": 4,");
    return RawNews.newBuilder()
        .setFeed(feed)
        .setTransport(Transport.OTHER)
        .setReceivedAt(Instant.now())
        .setSha256(DeadLetters.sha256(bytes))
        .setPayload(ByteBuffer.wrap(bytes))
        .build();
  }
}
