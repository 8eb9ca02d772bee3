package io.wiredesk.benchmarks;

import io.wiredesk.cli.node.EmbeddedKafka;
import io.wiredesk.publish.PublishService;
import io.wiredesk.publish.PublishSettings;
import io.wiredesk.publish.desk.DeskSet;
import io.wiredesk.publish.desk.DesksFile;
import io.wiredesk.registry.serde.AvroSerde;
import io.wiredesk.registry.server.RegistryServer;
import io.wiredesk.runtime.Settings;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.TrustedClasses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How long an item takes from {@code news.enriched} to the last of its desks' topics, on an
 * embedded broker, for a reader of committed records and for one that does not wait for the commit.
 *
 * <p>Arguments: milliseconds between commits, items a second, seconds, desks, queries a desk,
 * stream threads, items to warm up with, which come first and as fast as may be: a service that has
 * run for minutes is measured, not the compiler. The time runs from the broker's acknowledgement of
 * the item. With more items a second than the machine can do, the figure of items a second is what
 * it can.
 */
public final class DeskLatency {

  private static final Duration REST = Duration.ofSeconds(5);
  private static final long LONGEST_NANOS = Duration.ofMinutes(5).toNanos();

  private final int perSecond;
  private final int seconds;
  private final int warm;

  /** Records that the items of the warm-up give on the topics of desks. */
  private int warmed;

  private final Map<String, Long> sent = new ConcurrentHashMap<>();
  private final Map<String, Integer> expected = new ConcurrentHashMap<>();
  private final AtomicBoolean open = new AtomicBoolean(true);

  private DeskLatency(int perSecond, int seconds, int warm) {
    this.perSecond = perSecond;
    this.seconds = seconds;
    this.warm = warm;
  }

  /** Runs once and prints one line for each reader. */
  public static void main(String[] args) throws Exception {
    TrustedClasses.trust();
    List<Integer> numbers = Arrays.stream(args).map(Integer::valueOf).toList();
    Path directory = Files.createTempDirectory("desk-latency");
    DeskCorpus corpus = new DeskCorpus(7);
    String file = file(corpus, numbers.get(3), numbers.get(4));
    Files.writeString(directory.resolve("desks.yml"), file);
    try (RegistryServer registry = RegistryServer.inMemory().start();
        EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0)) {
      Map<String, String> settings = new HashMap<>();
      settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
      settings.put("schema.registry.url", registry.url().toString());
      settings.put("publish.http.port", "0");
      settings.put("publish.commit.interval.ms", args[0]);
      settings.put("publish.threads", args[5]);
      settings.put("publish.desks.file", directory.resolve("desks.yml").toString());
      settings.put("publish.state.dir", directory.resolve("state").toString());
      Settings all =
          Settings.load(PublishSettings.definition(), PublishSettings.SERVICE, settings, Map.of());
      try (PublishService service = PublishService.start(all, Clock.systemUTC())) {
        while (!service.health().isReady()) {
          Thread.sleep(100);
        }
        new DeskLatency(numbers.get(1), numbers.get(2), numbers.get(6))
            .run(corpus, file, all.clientConfig());
      }
    }
  }

  private void run(DeskCorpus corpus, String file, Map<String, Object> config) throws Exception {
    List<ProducerRecord<String, byte[]>> records = records(corpus, file, config);
    String desks = Pattern.quote(Topic.DESK_PREFIX) + ".*";
    List<Reader> readers =
        List.of(
            new Reader(Pattern.quote(Topic.ENRICHED.topicName()), "read_uncommitted", config),
            new Reader(desks, "read_uncommitted", config),
            new Reader(desks, "read_committed", config));
    readers.forEach(Thread::start);
    Reader committed = readers.get(2);
    long start = System.nanoTime();
    send(records.subList(0, warm), Integer.MAX_VALUE, config);
    while (committed.warmed < warmed && System.nanoTime() - start < LONGEST_NANOS) {
      Thread.sleep(20);
    }
    System.out.printf(
        "warmed up with %d items in %.0f s%n", warm, (System.nanoTime() - start) / 1e9);
    Thread.sleep(REST.toMillis());
    start = System.nanoTime();
    send(records.subList(warm, records.size()), perSecond, config);
    while (committed.complete < expected.size() && System.nanoTime() - start < LONGEST_NANOS) {
      Thread.sleep(20);
    }
    Thread.sleep(1_000);
    open.set(false);
    for (Reader reader : readers) {
      reader.join();
    }
    System.out.printf(
        "%.0f items a second, %d of them timed, on average on %.1f desks%n",
        committed.perSecond(),
        expected.size(),
        expected.values().stream().mapToInt(Integer::intValue).average().orElse(0));
    readers.forEach(Reader::print);
  }

  /** Made beforehand, so that making them takes no time from what is measured. */
  private List<ProducerRecord<String, byte[]>> records(
      DeskCorpus corpus, String file, Map<String, Object> config) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    String topic = Topic.ENRICHED.topicName();
    try (AvroSerde<NewsItem> serde = new AvroSerde<>();
        DeskSet unknown = DeskSet.unknown();
        DeskSet desks = DeskSet.of(DesksFile.parse(file), unknown)) {
      serde.configure(config, false);
      for (int i = 0; i < warm + seconds * perSecond; i++) {
        NewsItem item = corpus.item(i, 1, Instant.now());
        int reached = desks.match(item).queries().size();
        if (i >= warm && reached > 0) {
          expected.put(item.getUri(), reached);
        } else if (reached > 0) {
          warmed += reached;
        }
        byte[] value = serde.serializer().serialize(topic, item);
        records.add(new ProducerRecord<>(topic, item.getUri(), value));
      }
    }
    return records;
  }

  private void send(
      List<ProducerRecord<String, byte[]>> records, int perSecond, Map<String, Object> config)
      throws InterruptedException {
    Map<String, Object> own = new HashMap<>(config);
    own.put("acks", "all");
    own.put("linger.ms", 0);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(own, new StringSerializer(), new ByteArraySerializer())) {
      long start = System.nanoTime();
      for (int i = 0; i < records.size(); i++) {
        long due = start + i * 1_000_000_000L / perSecond;
        Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
        ProducerRecord<String, byte[]> record = records.get(i);
        producer.send(record, (metadata, failure) -> sent.put(record.key(), System.nanoTime()));
      }
    }
  }

  private static String file(DeskCorpus corpus, int desks, int queries) {
    List<String> all = corpus.queries(desks * queries);
    StringBuilder file = new StringBuilder("desks:\n");
    for (int d = 0; d < desks; d++) {
      file.append("  - name: desk-").append(d).append("\n    query:\n");
      for (int q = 0; q < queries; q++) {
        file.append("      - '").append(all.get(q * desks + d)).append("'\n");
      }
    }
    return file.toString();
  }

  /**
   * Reads topics and notes when the last record of an item came; of {@code news.enriched} itself,
   * so that what the machine does to any reader can be told from what the service takes.
   */
  private final class Reader extends Thread {
    private final String topics;
    private final boolean desks;
    private final Map<String, Object> config;
    private final Map<String, AtomicInteger> seen = new HashMap<>();
    private final List<Double> millis = new ArrayList<>();
    private volatile int complete;
    private volatile int warmed;
    private long first;
    private long last;

    Reader(String topics, String isolation, Map<String, Object> config) {
      super(isolation + " of " + topics);
      this.topics = topics;
      this.desks = !topics.contains(Topic.ENRICHED.topicName());
      this.config = new HashMap<>(config);
      this.config.put("isolation.level", isolation);
      this.config.put("auto.offset.reset", "earliest");
      this.config.put("group.id", isolation + desks);
    }

    @Override
    public void run() {
      try (KafkaConsumer<String, byte[]> consumer =
          new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
        consumer.subscribe(Pattern.compile(topics));
        while (open.get()) {
          for (var record : consumer.poll(Duration.ofMillis(100))) {
            take(record.key(), System.nanoTime());
          }
        }
      }
    }

    private void take(String uri, long now) {
      int count = seen.computeIfAbsent(uri, u -> new AtomicInteger()).incrementAndGet();
      Integer all = expected.get(uri);
      Long from = sent.get(uri);
      if (all == null) {
        warmed = warmed + 1;
      } else if (count == (desks ? all : 1)) {
        // read before the producer was told: no time at all
        millis.add(from == null ? 0 : Math.max(0, (now - from) / 1e6));
        complete = millis.size();
        first = complete == 1 ? now : first;
        last = now;
      }
    }

    /** Items a second that came whole, from the first of those timed to the last. */
    double perSecond() {
      return (complete - 1) / Math.max(1e-9, (last - first) / 1e9);
    }

    void print() {
      double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      System.out.printf(
          "%s: %d items complete, p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, most %.0f ms%n",
          getName(),
          sorted.length,
          at(sorted, 0.5),
          at(sorted, 0.9),
          at(sorted, 0.99),
          at(sorted, 1));
    }

    private static double at(double[] sorted, double share) {
      return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1) * share)];
    }
  }
}
