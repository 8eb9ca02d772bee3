package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.registry.client.Registries;
import io.wiredesk.schemas.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Promise: no record stops a service, whatever stands in it. Every topic of a running node, every
 * kind of poison, alone, first and last in a batch: the next good record flows, each bad one is a
 * dead letter, and progress is committed past the last, so that a restart does not meet it again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonOnEveryTopicIT {

  private static final Duration LONG = Duration.ofSeconds(90);

  /** Kafka's own, and what only a restore of local state reads, as bytes. */
  private static final String UNREAD = "__.*|.*-changelog";

  @TempDir static Path directory;
  private TestNode node;
  private PoisonTopics topics;
  private int number;

  @BeforeAll
  void start() throws Exception {
    Files.writeString(directory.resolve("desks.yml"), "desks: [{name: all, query: '*:*'}]");
    node = TestNode.start(directory);
    Poison.prepare(Registries.open(node.node().clientConfig()));
    topics = new PoisonTopics(node);
    String uri = PoisonRow.uri(0); // what receipts are for
    topics.send(Topic.ENRICHED.topicName(), uri, PoisonRow.item(uri));
    topics.flush();
  }

  @AfterAll
  void stop() {
    topics.close();
    node.close();
  }

  @Test
  void everyTopicHasARow() throws Exception {
    Set<String> without = new TreeSet<>(topics.names());
    without.removeIf(name -> name.matches(UNREAD) || PoisonRow.of(name).isPresent());
    assertThat(without)
        .as("topics that nobody tries with poison; of _schemas see SchemaLogPoisonTest")
        .containsExactly("_schemas");
    for (Topic topic : Topic.values()) {
      assertThat(PoisonRow.of(topic.topicName())).as(topic.topicName()).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noRecordStopsAReader(PoisonRow row) throws Exception {
    List<String> signs = new ArrayList<>();
    int bad = 0;
    for (Poison poison : row.poisons()) {
      poison(row, poison);
      topics.flush();
      poison(row, poison);
      signs.add(good(row));
      topics.flush();
      signs.add(good(row));
      poison(row, poison);
      topics.flush();
      bad += 3;
    }
    boolean streams = row.reader == PoisonRow.Reader.STREAMS;
    await(row.topic + ": progress is committed past the last bad record")
        .atMost(LONG)
        .until(() -> !streams || topics.lag(row.topic) == 0);
    signs.add(good(row));
    topics.flush();
    await(row.topic + ": good records flow")
        .atMost(LONG)
        .untilAsserted(() -> assertThat(topics.arrived(row)).containsAll(signs));
    int letters = streams ? bad : 0;
    await(row.topic + ": every bad record is a dead letter")
        .atMost(LONG)
        .untilAsserted(() -> assertThat(topics.lettersOf(row.topic)).isEqualTo(letters));
    assertThat(topics.refused()).isEmpty();
    assertThat(node.node().notReady()).as("health").isNull();
  }

  private void poison(PoisonRow row, Poison poison) {
    int fresh = ++number;
    byte[] value = topics.bytes(row.topic, row.good(fresh));
    topics.send(row.topic, poison.key(row.key(fresh)), poison.value(value));
  }

  /** Sends a good record; the value is where it is to show. */
  private String good(PoisonRow row) {
    int fresh = ++number;
    String uri = PoisonRow.uri(fresh);
    if (row == PoisonRow.ORDERS) { // a kill shows only where something was public
      topics.send(Topic.ENRICHED.topicName(), uri, PoisonRow.item(uri));
      topics.flush();
      await().atMost(LONG).until(() -> topics.published().contains(uri));
    }
    topics.send(row.topic, row.key(fresh), row.good(fresh));
    return row.sign(fresh);
  }
}
