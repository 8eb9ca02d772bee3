package io.wiredesk.publish;

import io.wiredesk.publish.desk.DeskSet;
import io.wiredesk.publish.desk.Desks;
import io.wiredesk.publish.desk.DesksFile;
import io.wiredesk.publish.gate.Gate;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.Patience;
import io.wiredesk.runtime.Serdes;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.DeskReach;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.GateState;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The publish topology with a clock that the test drives; all records are written and read as bytes
 * with schema ids. {@link #restart} carries over what Kafka would: the changelogs, nothing else.
 */
final class Pipeline implements AutoCloseable {

  private final Serdes serdes =
      new Serdes(
          "io.wiredesk.registry.serde.AvroSerde",
          Map.of("schema.registry.url", "mock://" + UUID.randomUUID()),
          Patience.with("registry", new Health()));
  final Metrics metrics = new Metrics("publish");
  final List<PublishedItem> published = new ArrayList<>();
  final List<DeadLetter> letters = new ArrayList<>();
  private final List<Written> written = new ArrayList<>();
  final Set<String> withoutTopic = new HashSet<>();
  private final Desks desks = new Desks();
  private final Map<String, List<PublishedItem>> onDesks = new HashMap<>();
  private TopologyTestDriver driver;
  private Instant now;

  /** A record on a topic that others read. */
  record Written(String topic, Object value) {}

  Pipeline(Instant now) {
    this.now = now;
    driver = driver();
  }

  Topology topology() {
    return new PublishTopology(
            serdes,
            new PublishTopology.Steps(
                new Gate("test", Duration.ofDays(30)),
                Duration.ofMillis(200),
                new DeskStep(desks, desk -> !withoutTopic.contains(desk), metrics)),
            new DeadLetters(Stage.PUBLISH, Clock.systemUTC(), "test"),
            metrics)
        .build();
  }

  Pipeline enriched(NewsItem item) {
    return send(Topic.ENRICHED, item.getUri(), item);
  }

  /** By the urgent lane. */
  Pipeline ahead(NewsItem item) {
    return send(Topic.ENRICHED_URGENT, item.getUri(), item);
  }

  Pipeline order(GateOrder order) {
    return send(Topic.ORDERS, order.getUri(), order);
  }

  Pipeline send(Topic topic, @Nullable String key, @Nullable SpecificRecord value) {
    driver
        .createInputTopic(
            topic.topicName(),
            new StringSerializer(),
            serdes.<SpecificRecord>value().serializer(),
            now,
            Duration.ZERO)
        .pipeInput(key, value);
    drain();
    return this;
  }

  /** From now on these desks count: the text of a desks' file. */
  Pipeline desks(String file) {
    desks.replace(DeskSet.of(DesksFile.parse(file), desks.current()));
    return this;
  }

  /** Everything that was written to the desk's topic, in order. */
  List<PublishedItem> desk(String name) {
    return onDesks.getOrDefault(name, List.of());
  }

  Pipeline until(Instant then) {
    driver.advanceWallClockTime(Duration.between(now, then));
    now = then;
    drain();
    return this;
  }

  /** Stops without notice and starts anew, with an empty disk and the changelogs. */
  Pipeline restart() {
    return restartAt(now);
  }

  /** The same, down until {@code then}. */
  Pipeline restartAt(Instant then) {
    Map<String, GateState> states = all(PublishTopology.STATES);
    Map<String, String> due = all(PublishTopology.DUE);
    Map<String, DeskReach> reach = all(PublishTopology.REACH);
    driver.close();
    now = then;
    driver = driver();
    KeyValueStore<String, GateState> newStates = driver.getKeyValueStore(PublishTopology.STATES);
    KeyValueStore<String, String> newDue = driver.getKeyValueStore(PublishTopology.DUE);
    states.forEach(newStates::put);
    due.forEach(newDue::put);
    KeyValueStore<String, DeskReach> newReach = driver.getKeyValueStore(PublishTopology.REACH);
    reach.forEach(newReach::put);
    return this;
  }

  /** What was written on any topic since the last call, dead letters too. */
  List<Written> written() {
    List<Written> since = List.copyOf(written);
    written.clear();
    return since;
  }

  /** How often the gate raised that alarm for an order of the wire. */
  double unresolved(String reason) {
    var counter = metrics.registry().find("publish.unresolved").tag("reason", reason).counter();
    return counter == null ? 0 : counter.count();
  }

  /** The last public state of the uri. */
  @Nullable PublishedItem last(String uri) {
    return published.stream().filter(p -> p.getUri().equals(uri)).reduce((a, b) -> b).orElse(null);
  }

  int indexed() {
    return all(PublishTopology.DUE).size();
  }

  @Override
  public void close() {
    driver.close();
    desks.close();
    metrics.close();
  }

  private TopologyTestDriver driver() {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test-" + UUID.randomUUID());
    config.put(StreamsConfig.STATE_DIR_CONFIG, "target/streams");
    return new TopologyTestDriver(topology(), config, now);
  }

  private void drain() {
    published.addAll(out(Topic.PUBLISHED, serdes.<PublishedItem>value()));
    letters.addAll(out(Topic.DEAD_LETTERS, serdes.<DeadLetter>value()));
    out(Topic.ORDERS, serdes.<GateOrder>value());
    for (String topic : Set.copyOf(driver.producedTopicNames())) {
      if (topic.startsWith(Topic.DESK_PREFIX)) {
        onDesks
            .computeIfAbsent(topic.substring(Topic.DESK_PREFIX.length()), name -> new ArrayList<>())
            .addAll(out(topic, serdes.<PublishedItem>value()));
      }
    }
  }

  private <V> List<V> out(Topic topic, org.apache.kafka.common.serialization.Serde<V> serde) {
    return out(topic.topicName(), serde);
  }

  private <V> List<V> out(String topic, org.apache.kafka.common.serialization.Serde<V> serde) {
    TestOutputTopic<String, V> output =
        driver.createOutputTopic(topic, new StringDeserializer(), serde.deserializer());
    List<V> values = output.readValuesToList();
    values.forEach(value -> written.add(new Written(topic, value)));
    return values;
  }

  private <V> Map<String, V> all(String name) {
    KeyValueStore<String, V> store = driver.getKeyValueStore(name);
    Map<String, V> all = new HashMap<>();
    try (KeyValueIterator<String, V> entries = store.all()) {
      while (entries.hasNext()) {
        KeyValue<String, V> entry = entries.next();
        all.put(entry.key, entry.value);
      }
    }
    return all;
  }
}
