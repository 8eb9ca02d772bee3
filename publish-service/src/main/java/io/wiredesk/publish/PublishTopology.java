package io.wiredesk.publish;

import io.wiredesk.publish.gate.Gate;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.Serdes;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.GateState;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Topic;
import java.time.Duration;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Enriched items and orders upon them, by uri → the gate → public states, orders for other uris,
 * dead letters.
 *
 * <pre>
 * news.enriched ─┐             ┌─ news.published
 *                ├─ decide ────┼─ news.dead-letters
 * news.orders ───┘    │        └─ news.orders ─┐
 *      ▲            stores                     │
 *      └───────────────────────────────────────┘
 * </pre>
 *
 * A kill that is an item of its own goes through {@code news.orders}, because the item it names may
 * lie on another partition; both topics must have the same number of partitions. Processors, not
 * the DSL: one node has two inputs, three outputs and a clock. Immutable.
 *
 * @param serdes make the serdes of values
 * @param gate decides
 * @param interval between two looks at the clock; embargoes end at most this late
 * @param letters for what is refused
 * @param metrics counts what became of each event
 */
public record PublishTopology(
    Serdes serdes, Gate gate, Duration interval, DeadLetters letters, Metrics metrics) {

  static final String STATES = "gate-states";
  static final String DUE = "gate-due";
  static final String READ_ENRICHED = "read-enriched";
  static final String READ_ORDERS = "read-orders";
  static final String DECIDE = "decide";
  static final String WRITE_PUBLISHED = "write-published";
  static final String WRITE_ORDERS = "write-orders";
  static final String WRITE_DEAD_LETTERS = "write-dead-letters";

  /** A state holds up to two revisions. */
  private static final Map<String, String> CHANGELOG =
      Map.of("max.message.bytes", Integer.toString(2 * Topic.MAX_RECORD_BYTES));

  /** The topology; its names are part of what is deployed. */
  public Topology build() {
    Topology topology = new Topology();
    Serde<NewsItem> items = serdes.value();
    Serde<GateOrder> orders = serdes.value();
    StringDeserializer key = new StringDeserializer();
    topology.addSource(READ_ENRICHED, key, items.deserializer(), Topic.ENRICHED.topicName());
    topology.addSource(READ_ORDERS, key, orders.deserializer(), Topic.ORDERS.topicName());
    topology.addProcessor(DECIDE, this::processor, READ_ENRICHED, READ_ORDERS);
    topology.addStateStore(states(), DECIDE);
    topology.addStateStore(due(), DECIDE);
    sink(topology, WRITE_PUBLISHED, Topic.PUBLISHED, serdes.<PublishedItem>value());
    sink(topology, WRITE_ORDERS, Topic.ORDERS, orders);
    sink(topology, WRITE_DEAD_LETTERS, Topic.DEAD_LETTERS, serdes.<DeadLetter>value());
    return topology;
  }

  private GateProcessor processor() {
    return new GateProcessor(
        gate, interval, letters, serdes.<SpecificRecord>value().serializer(), metrics);
  }

  private static <V> void sink(Topology topology, String name, Topic topic, Serde<V> serde) {
    topology.addSink(name, topic.topicName(), new StringSerializer(), serde.serializer(), DECIDE);
  }

  private StoreBuilder<KeyValueStore<String, GateState>> states() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(STATES), strings(), serdes.<GateState>value())
        .withLoggingEnabled(CHANGELOG)
        .withCachingDisabled();
  }

  private static StoreBuilder<KeyValueStore<String, String>> due() {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(DUE), strings(), strings())
        .withLoggingEnabled(Map.of())
        .withCachingDisabled();
  }

  private static Serde<String> strings() {
    return org.apache.kafka.common.serialization.Serdes.String();
  }
}
