package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.registry.Deleted;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.client.Registries;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A story and its kill, sent to news.raw by a foreign client and read from news.published by the
 * same client: through the whole of a running node. One thread; it leaves the node open.
 */
final class RoundTrip {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String HEADLINE = "Zürich ☃ says “yes” to ";

  private final TestNode node;
  private final Path directory;
  private final List<RawNews> raw;
  private final List<NewsItem> items;
  private final List<PublishedItem> published;
  private final List<DeadLetter> letters;

  /** From now on: starts to read the node's topics. */
  RoundTrip(TestNode node, Path directory) {
    this.node = node;
    this.directory = directory;
    this.raw = node.records(Topic.RAW, RawNews.class);
    this.items = node.records(Topic.ITEMS, NewsItem.class);
    this.published = node.records(Topic.PUBLISHED, PublishedItem.class);
    this.letters = node.records(Topic.DEAD_LETTERS, DeadLetter.class);
  }

  /** Fails with the client's own words when it does not get through. */
  void run(ForeignClient client) throws Exception {
    String uri = "urn:test:" + client.feed();
    String headline = HEADLINE + client;
    Path output = Files.createTempFile(directory, client.feed(), ".consumer.txt");
    Process consumer = client.startConsumer(node, output);
    try {
      byte[] story = Wires.ninjs(uri, "1", headline, "");
      send(client, story);
      awaitPrinted(consumer, output, "PUBLISHED " + uri + " " + headline);
      await().atMost(PATIENCE).untilAsserted(() -> assertArrived(client, uri, story));
      send(client, Wires.ninjs(uri, "2", "KILL: " + headline, "\"pubStatus\": \"canceled\","));
      awaitPrinted(consumer, output, "CANCELED " + uri);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(published)
                      .filteredOn(item -> item.getUri().equals(uri))
                      .extracting(PublishedItem::getState)
                      .containsExactly(PublicState.PUBLISHED, PublicState.CANCELED));
      assertThat(node.push("push", Wires.ninjs(uri + "-push", "1", headline, "")).statusCode())
          .isEqualTo(202);
      assertOneSchema();
      awaitPrinted(consumer, output, "PUBLISHED " + uri + "-push " + headline);
      assertThat(letters).noneMatch(letter -> client.feed().equals(letter.getFeed()));
    } finally {
      consumer.destroyForcibly().waitFor();
    }
  }

  /** Whatever way each client writes the schema of news.raw, the registry knows one. */
  private void assertOneSchema() {
    try (SchemaRegistry registry =
        Registries.open(Map.of("schema.registry.url", node.node().registryUrl()))) {
      assertThat(registry.versions(Topic.RAW.topicName() + "-value", Deleted.INCLUDED))
          .containsExactly(1);
    }
  }

  /** The bytes are on news.raw as they were sent, and are one item of the client's feed. */
  private void assertArrived(ForeignClient client, String uri, byte[] story) {
    assertThat(raw)
        .filteredOn(record -> record.getFeed().equals(client.feed()))
        .singleElement()
        .satisfies(record -> assertThat(record.getPayload().array()).isEqualTo(story));
    assertThat(items)
        .filteredOn(item -> item.getUri().equals(uri))
        .singleElement()
        .satisfies(item -> assertThat(item.getSource().getFeed()).isEqualTo(client.feed()));
  }

  private void send(ForeignClient client, byte[] wire) throws Exception {
    Path file = Files.createTempFile(directory, client.feed(), ".json");
    Files.write(file, wire);
    Path output = Files.createTempFile(directory, client.feed(), ".producer.txt");
    Process producer = client.startProducer(node, file, output);
    try {
      assertThat(producer.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .as("the producer ends: %s", Files.readString(output))
          .isTrue();
      assertThat(producer.exitValue()).as(Files.readString(output)).isZero();
    } finally {
      producer.destroyForcibly();
    }
  }

  private static void awaitPrinted(Process consumer, Path output, String line) throws IOException {
    await("the consumer prints " + line)
        .atMost(PATIENCE)
        .until(() -> !consumer.isAlive() || Files.readString(output).contains(line));
    assertThat(Files.readString(output)).contains(line);
  }
}
