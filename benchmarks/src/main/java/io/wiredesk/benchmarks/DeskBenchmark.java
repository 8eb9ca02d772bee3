package io.wiredesk.benchmarks;

import io.wiredesk.publish.desk.Desk;
import io.wiredesk.publish.desk.DeskSet;
import io.wiredesk.publish.desk.DesksFile;
import io.wiredesk.publish.desk.Routing;
import io.wiredesk.registry.serde.KafkaAvroSerializer;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.TrustedClasses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/**
 * The step to the desks without Kafka: match, route, write each delivery. The promise is 500 items
 * of 500 words a second with 10,000 desks on two cores.
 */
@State(Scope.Benchmark)
@Threads(2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DeskBenchmark {

  private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");
  private static final int ITEMS = 500;

  @Param({"1000", "10000"})
  public int queries;

  private final List<NewsItem> items = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private DeskSet desks;
  private KafkaAvroSerializer serializer;

  /** Makes items and desks, and says how many desks an item reaches. */
  @Setup
  public void prepare() {
    TrustedClasses.trust();
    DeskCorpus corpus = new DeskCorpus(7);
    List<Desk> all = new ArrayList<>();
    for (String query : corpus.queries(queries)) {
      String name = "desk-" + all.size();
      all.add(new Desk(name, name, List.of(new Desk.Query(query, 1))));
    }
    long start = System.nanoTime();
    try (DeskSet unknown = DeskSet.unknown()) {
      desks = DeskSet.of(new DesksFile(all, List.of()), unknown);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!desks.faults().isEmpty()) {
      throw new IllegalStateException(desks.faults().toString());
    }
    int matched = 0;
    for (int i = 0; i < ITEMS; i++) {
      items.add(corpus.item(i, 1, NOW));
      matched += desks.match(items.get(i)).queries().size();
    }
    System.out.printf(
        "%d desks in %.1f s; an item reaches %.1f of them%n",
        queries, seconds, matched / (double) ITEMS);
    serializer = new KafkaAvroSerializer();
    serializer.configure(Map.of("schema.registry.url", "mock://desks"), false);
  }

  /** Ends the matcher. */
  @TearDown
  public void close() {
    desks.close();
  }

  /** Which desks an item matches. */
  @Benchmark
  public Object match() {
    return desks.match(item());
  }

  /** The same, and the records for their topics. */
  @Benchmark
  public long step() {
    NewsItem item = item();
    PublishedItem state =
        PublishedItem.newBuilder()
            .setUri(item.getUri())
            .setState(PublicState.PUBLISHED)
            .setItem(item)
            .setSequence(1)
            .setReleasedAt(NOW)
            .build();
    Routing.Routed routed = Routing.route(null, state, () -> desks.match(item));
    long bytes = serializer.serialize(Topic.PUBLISHED.topicName(), routed.published()).length;
    for (Routing.Delivery delivery : routed.deliveries()) {
      bytes += serializer.serialize(Topic.PUBLISHED.topicName(), delivery.item()).length;
    }
    return bytes;
  }

  private NewsItem item() {
    return items.get(Math.floorMod(next.getAndIncrement(), ITEMS));
  }
}
