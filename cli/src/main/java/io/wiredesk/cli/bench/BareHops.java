package io.wiredesk.cli.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * The limit: records of an item's size through Streams applications that pass them on and do
 * nothing, exactly once, configured as the services are, on the same broker. Close it: its
 * applications stop and its topics go.
 */
final class BareHops implements AutoCloseable {

  private static final int PARTITIONS = 6;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Map<String, Object> client;
  private final String run;
  private final int hops;
  private final int recordBytes;
  private final List<KafkaStreams> running = new ArrayList<>();

  /**
   * Makes the topics; nothing runs yet.
   *
   * @param client configuration for broker
   * @param run tells this one's topics from others'
   */
  BareHops(Map<String, Object> client, String run, int hops, int recordBytes) {
    this.client = Map.of("bootstrap.servers", client.getOrDefault("bootstrap.servers", ""));
    this.run = run;
    this.hops = hops;
    this.recordBytes = recordBytes;
    List<NewTopic> topics = new ArrayList<>();
    for (int i = 0; i <= hops; i++) {
      topics.add(new NewTopic(topic(i), PARTITIONS, (short) -1));
    }
    try (Admin admin = Admin.create(this.client)) {
      admin.createTopics(topics).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the bench's topics cannot be made", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Starts the applications, one a hop; returns when all run. */
  void start(Path state) throws InterruptedException {
    for (int i = 0; i < hops; i++) {
      StreamsBuilder builder = new StreamsBuilder();
      builder.stream(topic(i), Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
          .to(topic(i + 1), Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
      KafkaStreams streams = new KafkaStreams(builder.build(), config(i, state));
      streams.start();
      running.add(streams);
    }
    for (KafkaStreams streams : running) {
      while (streams.state() != KafkaStreams.State.RUNNING) {
        Thread.sleep(50);
      }
    }
  }

  /** Records at a fixed rate, each due at its time; how long each took to the last topic. */
  Delays delays(int count, double perSecond, Ticks ticks) throws InterruptedException {
    Delays delays = new Delays();
    try (KafkaConsumer<byte[], byte[]> consumer = atEnd();
        KafkaProducer<byte[], byte[]> producer = producer(0)) {
      long began = ticks.now();
      int sent = 0;
      int seen = 0;
      while (seen < count
          && ticks.now() - began < PATIENCE.plusSeconds((long) (count / perSecond)).toNanos()) {
        long due = began + (long) (sent / perSecond * 1e9);
        while (sent < count && due <= ticks.now()) {
          producer.send(new ProducerRecord<>(topic(0), key(sent), value(sent, due)));
          sent++;
          due = began + (long) (sent / perSecond * 1e9);
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(1))) {
          delays.add(due(record.value()), ticks.now());
          seen++;
        }
      }
    }
    return delays;
  }

  /**
   * Records that lie on the first topic already, until the last has come out of the last one. To be
   * called before {@link #start}, which it does.
   *
   * @return records a second from the first that comes out to the last
   */
  double throughput(int count, Path state, Ticks ticks) throws InterruptedException {
    try (KafkaProducer<byte[], byte[]> producer = producer(20)) {
      for (int i = 0; i < count; i++) {
        producer.send(new ProducerRecord<>(topic(0), key(i), value(i, 0)));
      }
    }
    try (KafkaConsumer<byte[], byte[]> consumer = atEnd()) {
      start(state);
      long began = ticks.now();
      long first = 0;
      long last = 0;
      int seen = 0;
      while (seen < count && ticks.now() - began < PATIENCE.toNanos()) {
        int more = consumer.poll(Duration.ofMillis(100)).count();
        if (more > 0) {
          last = ticks.now();
          first = first == 0 ? last : first;
          seen += more;
        }
      }
      return seen < 2 ? 0 : seen * 1e9 / Math.max(1, last - first);
    }
  }

  @Override
  public void close() {
    CloseOptions leave =
        CloseOptions.timeout(Duration.ofSeconds(10))
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
    running.forEach(streams -> streams.close(leave));
    try (Admin admin = Admin.create(client)) {
      List<String> topics = new ArrayList<>();
      for (int i = 0; i <= hops; i++) {
        topics.add(topic(i));
      }
      admin.deleteTopics(topics).all().get();
      List<String> groups = new ArrayList<>();
      for (int i = 0; i < hops; i++) {
        groups.add(application(i));
      }
      admin.deleteConsumerGroups(groups).all().get();
    } catch (ExecutionException e) {
      System.err.println("wiredesk: left behind on the broker: " + run + ": " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Properties config(int hop, Path state) {
    Properties config = new Properties();
    config.putAll(client);
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, application(hop));
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 20);
    config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    config.put(StreamsConfig.consumerPrefix("max.poll.records"), 200);
    config.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
    config.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
    config.put(StreamsConfig.producerPrefix("linger.ms"), 0);
    return config;
  }

  private String application(int hop) {
    return "bench-" + run + "-hop-" + hop;
  }

  private String topic(int number) {
    return "bench-" + run + "-" + number;
  }

  private KafkaConsumer<byte[], byte[]> atEnd() {
    Map<String, Object> config = new HashMap<>(client);
    config.put("isolation.level", "read_committed");
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> all =
        consumer.partitionsFor(topic(hops)).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(all);
    consumer.seekToEnd(all);
    all.forEach(consumer::position);
    return consumer;
  }

  private KafkaProducer<byte[], byte[]> producer(int linger) {
    Map<String, Object> config = new HashMap<>(client);
    config.put("acks", "all");
    config.put("linger.ms", linger);
    config.put("compression.type", "lz4");
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static byte[] key(int number) {
    return ("item-" + number).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  /** When it was due, then letters that a compressor makes about half as long. */
  private byte[] value(int number, long due) {
    byte[] value = new byte[recordBytes];
    Random random = new Random(number);
    for (int i = 0; i < value.length; i++) {
      value[i] = (byte) ('a' + random.nextInt(16));
    }
    java.nio.ByteBuffer.wrap(value).putLong(due);
    return value;
  }

  private static long due(byte[] value) {
    return java.nio.ByteBuffer.wrap(value).getLong();
  }
}
