package io.wiredesk.e2e;

import io.wiredesk.cli.letters.DeadLettersCommand;
import io.wiredesk.cli.tail.TopicReader;
import io.wiredesk.registry.serde.AvroSerde;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.NewestValues;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.FeedMark;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Topic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Writes anything onto the first partition of any topic of a node, and sees what became of it. */
final class PoisonTopics implements AutoCloseable {

  private final TestNode node;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AvroSerde<SpecificRecord> serde;
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final List<NewsItem> items;
  private final List<NewsItem> enriched;
  private final List<NewsItem> ahead;
  private final List<PublishedItem> published;
  private final List<String> lettersOf;

  PoisonTopics(TestNode node) {
    this.node = node;
    Map<String, Object> config = new HashMap<>(node.node().clientConfig());
    this.serde = AvroSerde.ofValues(config);
    config.put("linger.ms", 60_000); // what is sent between two flushes is a batch
    config.put("batch.size", 64 << 20);
    config.put("buffer.memory", 128L << 20);
    config.put("max.request.size", 64 << 20);
    config.put("compression.type", "lz4");
    this.producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    this.admin = Admin.create(Map.of("bootstrap.servers", node.node().bootstrapServers()));
    this.items = node.records(Topic.ITEMS, NewsItem.class);
    this.enriched = node.records(Topic.ENRICHED, NewsItem.class);
    this.ahead = node.records(Topic.ENRICHED_URGENT, NewsItem.class);
    this.published = node.records(Topic.PUBLISHED, PublishedItem.class);
    this.lettersOf =
        node.records(
            Topic.DEAD_LETTERS.topicName(),
            letter -> String.valueOf(((DeadLetter) letter).getOriginTopic()));
  }

  Set<String> names() throws Exception {
    return admin.listTopics().names().get();
  }

  byte[] bytes(String topic, SpecificRecord record) {
    return serde.serializer().serialize(topic, record);
  }

  void send(String topic, String key, SpecificRecord record) {
    send(topic, key.getBytes(StandardCharsets.UTF_8), bytes(topic, record));
  }

  void send(String topic, byte @Nullable [] key, byte @Nullable [] value) {
    producer.send(
        new ProducerRecord<>(topic, 0, key, value),
        (metadata, failure) -> {
          if (failure != null) {
            refused.add(topic + ": " + failure);
          }
        });
  }

  /** Ends a batch. */
  void flush() {
    producer.flush();
  }

  /** What the broker did not take. */
  List<String> refused() {
    return refused;
  }

  /** How far behind the groups are that read the topic; -1 where none does. */
  long lag(String topic) throws Exception {
    TopicPartition partition = new TopicPartition(topic, 0);
    long end =
        admin
            .listOffsets(Map.of(partition, OffsetSpec.latest()))
            .partitionResult(partition)
            .get()
            .offset();
    long lag = -1;
    for (var group : admin.listGroups().all().get()) {
      OffsetAndMetadata at =
          admin
              .listConsumerGroupOffsets(group.groupId())
              .partitionsToOffsetAndMetadata()
              .get()
              .get(partition);
      if (at != null) {
        lag = Math.max(lag, end - at.offset());
      }
    }
    return lag;
  }

  Set<String> published() {
    return published.stream().map(PublishedItem::getUri).collect(Collectors.toSet());
  }

  /** How many dead letters have their origin on that topic. */
  long lettersOf(String topic) {
    return lettersOf.stream().filter(topic::equals).count();
  }

  /** Signs of the good records that were read from the topic of the row. */
  Collection<String> arrived(PoisonRow row) throws Exception {
    return switch (row) {
      case RAW, BY_URI -> uris(items);
      case ITEMS -> uris(enriched);
      case ITEMS_URGENT -> uris(ahead);
      case ENRICHED, ENRICHED_URGENT -> published();
      case ORDERS ->
          published.stream()
              .filter(item -> item.getState() == PublicState.CANCELED)
              .map(PublishedItem::getUri)
              .toList();
      case PUBLISHED -> found("\"(urn:poison:\\d+)\"", node.get("/items?limit=200").body());
      case RECEIPTS ->
          found("(cms-\\d+)", node.get("/items/" + PoisonRow.uri(0) + "/receipts").body());
      case MARKS -> found("(editor-\\d+)", node.get("/marks").body());
      case FEED_MARKS -> marks();
      case DEAD_LETTERS -> found("letter of (urn:poison:\\d+)", listing());
      case DUPLICATES, DESK -> read(row.topic);
    };
  }

  private static Set<String> uris(List<NewsItem> items) {
    return items.stream().map(NewsItem::getUri).collect(Collectors.toSet());
  }

  private static Set<String> found(String pattern, String text) {
    var matcher = java.util.regex.Pattern.compile(pattern).matcher(text);
    Set<String> found = new HashSet<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private Set<String> marks() {
    return NewestValues.<FeedMark>read(Topic.FEED_MARKS, node.settings(), new Health())
        .values()
        .stream()
        .map(FeedMark::getMark)
        .collect(Collectors.toSet());
  }

  /** What the command for dead letters lists. */
  private String listing() {
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new DeadLettersCommand());
    command.setOut(new PrintWriter(out));
    command.execute(
        "list",
        "--bootstrap",
        node.node().bootstrapServers(),
        "--registry",
        node.node().registryUrl());
    return out.toString();
  }

  private List<String> read(String topic) {
    List<String> uris = new ArrayList<>();
    new TopicReader(new HashMap<>(node.node().clientConfig()))
        .readSince(
            topic,
            Instant.EPOCH,
            record ->
                uris.add(
                    record.value() instanceof Duplicate duplicate
                        ? String.valueOf(duplicate.getUri())
                        : ((PublishedItem) record.value()).getUri()));
    return uris;
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    admin.close();
    serde.close();
  }
}
