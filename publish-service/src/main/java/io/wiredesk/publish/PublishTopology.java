package io.wiredesk.publish;

import io.wiredesk.publish.desk.Routing;
import io.wiredesk.publish.gate.Gate;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.RecordKeys;
import io.wiredesk.runtime.Serdes;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.DeskReach;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.GateState;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Topic;
import java.time.Duration;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Enriched items and orders upon them, by uri → the gate → public states, also on the topics of the
 * desks that they match; orders for other uris; dead letters.
 *
 * <pre>
 * news.enriched.urgent ─┐             ┌─ route to desks ──┬─ news.published
 * news.enriched ────────┼─ decide ────┼─ news.dead-letters└─ news.desk.*
 * news.orders ──────────┘    │        └─ news.orders ─┐
 *      ▲                   stores                     │
 *      └──────────────────────────────────────────────┘
 * </pre>
 *
 * A kill that is an item of its own goes through {@code news.orders}, because the item it names may
 * lie on another partition; all three topics must have the same number of partitions. What {@link
 * FirstInLine} says overtakes what waits on the others. Processors, not the DSL: one node has three
 * inputs, three outputs and a clock. Immutable.
 *
 * @param serdes make the serdes of values
 * @param steps decide and route
 * @param letters for what is refused
 * @param metrics counts what became of each event
 */
public record PublishTopology(Serdes serdes, Steps steps, DeadLetters letters, Metrics metrics) {

  /**
   * What is done with an item.
   *
   * @param gate decides
   * @param interval between two looks at the clock; embargoes end at most this late
   * @param desks matches and routes
   */
  public record Steps(Gate gate, Duration interval, DeskStep desks) {}

  static final String STATES = "gate-states";
  static final String DUE = "gate-due";
  static final String REACH = "desk-reach";
  static final String READ_ENRICHED = "read-enriched";
  static final String READ_URGENT = "read-urgent";
  static final String READ_ORDERS = "read-orders";
  static final String DECIDE = "decide";
  static final String ROUTE = "route-to-desks";
  static final String WRITE_DESKS = "write-desks";
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
    RecordKeys key = new RecordKeys();
    topology.addSource(READ_ENRICHED, key, items.deserializer(), Topic.ENRICHED.topicName());
    firstInLine(topology, READ_URGENT, items, Topic.ENRICHED_URGENT);
    firstInLine(topology, READ_ORDERS, orders, Topic.ORDERS);
    topology.addProcessor(DECIDE, this::processor, READ_ENRICHED, READ_URGENT, READ_ORDERS);
    topology.addProcessor(ROUTE, () -> new DeskProcessor(steps.desks()), DECIDE);
    topology.addStateStore(states(), DECIDE, ROUTE);
    topology.addStateStore(due(), DECIDE);
    topology.addStateStore(reach(), ROUTE);
    desks(topology);
    sink(topology, WRITE_ORDERS, Topic.ORDERS, orders);
    sink(topology, WRITE_DEAD_LETTERS, Topic.DEAD_LETTERS, serdes.<DeadLetter>value());
    return topology;
  }

  private static void firstInLine(Topology topology, String name, Serde<?> serde, Topic topic) {
    topology.addSource(
        AutoOffsetReset.earliest(),
        name,
        new FirstInLine(),
        new RecordKeys(),
        serde.deserializer(),
        topic.topicName());
  }

  private GateProcessor processor() {
    return new GateProcessor(
        steps.gate(),
        steps.interval(),
        letters,
        serdes.<SpecificRecord>value().serializer(),
        metrics);
  }

  private void desks(Topology topology) {
    Serializer<PublishedItem> states = serdes.<PublishedItem>value().serializer();
    StringSerializer key = new StringSerializer();
    topology.addSink(WRITE_PUBLISHED, Topic.PUBLISHED.topicName(), key, states, ROUTE);
    topology.addSink(WRITE_DESKS, new DeskTopicName(), key, new DeliverySerializer(states), ROUTE);
  }

  /** Writes what a desk is told, with the headers of the topic. */
  private record DeliverySerializer(Serializer<PublishedItem> states)
      implements Serializer<Routing.Delivery> {

    @Override
    public byte[] serialize(String topic, Routing.Delivery delivery) {
      return states.serialize(topic, delivery.item());
    }

    @Override
    public byte[] serialize(String topic, Headers headers, Routing.Delivery delivery) {
      return states.serialize(topic, headers, delivery.item());
    }
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

  private StoreBuilder<KeyValueStore<String, DeskReach>> reach() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(REACH), strings(), serdes.<DeskReach>value())
        .withLoggingEnabled(Map.of())
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
