package io.wiredesk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.wiredesk.cli.node.EmbeddedKafka;
import io.wiredesk.registry.serde.AvroSerde;
import io.wiredesk.registry.server.RegistryServer;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples, in languages and with libraries that are not ours, against a broker and our
 * registry server: what we write they read, what they write we read. Each is skipped where its
 * language or libraries are not installed; {@code examples/interop.sh} installs them.
 */
class ForeignClientsIT {
  private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();
  private static final Path JAVASCRIPT = EXAMPLES.resolve("consumers/javascript");
  private static final String HEADLINE = "Zürich ☃ says “yes”";
  private static final String EXPECTED = "PUBLISHED urn:example:1 " + HEADLINE;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir static Path directory;

  private static EmbeddedKafka kafka;
  private static RegistryServer registry;

  @BeforeAll
  static void start() throws Exception {
    kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
    registry = new RegistryServer(kafka.bootstrapServers(), 0).start();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(Topic.PUBLISHED.topicName(), 2, (short) 1),
                  new NewTopic(Topic.RAW.topicName(), 1, (short) 1)))
          .all()
          .get();
    }
    send(Topic.PUBLISHED, "urn:example:1", published());
    send(Topic.RAW, "ours", raw("ours", "first"));
  }

  @AfterAll
  static void stop() {
    registry.close();
    kafka.close();
  }

  private static Map<String, Object> settings() {
    return Map.of(
        "bootstrap.servers", kafka.bootstrapServers(),
        "schema.registry.url", registry.url().toString(),
        "compression.type", "lz4", // as the services do
        "group.id", "foreign-clients-it",
        "auto.offset.reset", "earliest");
  }

  private static <T> void send(Topic topic, String key, T value) throws Exception {
    AvroSerde<T> serde = AvroSerde.ofValues(settings());
    try (KafkaProducer<String, T> producer =
        new KafkaProducer<>(settings(), new StringSerializer(), serde.serializer())) {
      producer.send(new ProducerRecord<>(topic.topicName(), key, value)).get();
    }
  }

  private static RawNews raw(String feed, String text) {
    return RawNews.newBuilder()
        .setFeed(feed)
        .setTransport(Transport.FILE)
        .setReceivedAt(Instant.EPOCH)
        .setSha256("0".repeat(64))
        .setPayload(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
        .build();
  }

  private static PublishedItem published() {
    Source source =
        Source.newBuilder()
            .setFeed("example")
            .setTransport(Transport.FILE)
            .setFormat("nitf")
            .setReceivedAt(Instant.EPOCH)
            .setSha256("0".repeat(64))
            .build();
    NewsItem item =
        NewsItem.newBuilder()
            .setUri("urn:example:1")
            .setRevision(1)
            .setVersionCreated(Instant.EPOCH)
            .setHeadlines(List.of(TextValue.newBuilder().setValue(HEADLINE).build()))
            .setText("Long enough to be worth compressing. ".repeat(500))
            .setSource(source)
            .build();
    return PublishedItem.newBuilder()
        .setUri("urn:example:1")
        .setState(PublicState.PUBLISHED)
        .setItem(item)
        .setSequence(1)
        .setReleasedAt(Instant.EPOCH)
        .build();
  }

  @Test
  void javaReadsWhatWeWrite() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertPrints(
        List.of(
            java,
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            EXAMPLES.resolve("consumers/java/PrintPublished.java").toString()));
  }

  @Test
  void pythonReadsWhatWeWrite() throws Exception {
    assertPrints(
        List.of(python(), EXAMPLES.resolve("consumers/python/print_published.py").toString()));
  }

  @Test
  void kafkajsReadsWhatWeWrite() throws Exception {
    assertPrints(List.of(node(), JAVASCRIPT.resolve("print-published-kafkajs.js").toString()));
  }

  @Test
  void confluentsJavaScriptClientReadsWhatWeWrite() throws Exception {
    assertPrints(List.of(node(), JAVASCRIPT.resolve("print-published-confluent.js").toString()));
  }

  @Test
  void weReadWhatPythonWrites() throws Exception {
    Path file = Files.writeString(directory.resolve("python.txt"), "from Python");
    run(
        List.of(
            python(),
            EXAMPLES.resolve("producers/send_raw.py").toString(),
            file.toString(),
            "python",
            kafka.bootstrapServers(),
            registry.url().toString()));

    assertThat(payloadOf("python")).isEqualTo("from Python");
  }

  @Test
  void weReadWhatJavaScriptWrites() throws Exception {
    Path file = Files.writeString(directory.resolve("js.txt"), "from JavaScript");
    run(
        List.of(
            node(),
            EXAMPLES.resolve("producers/send-raw.js").toString(),
            kafka.bootstrapServers(),
            registry.url().toString(),
            file.toString(),
            "javascript"));

    assertThat(payloadOf("javascript")).isEqualTo("from JavaScript");
  }

  /** The payload that arrives on news.raw from a feed. */
  private static String payloadOf(String feed) {
    AvroSerde<RawNews> serde = AvroSerde.ofValues(settings());
    List<RawNews> found = new ArrayList<>();
    try (KafkaConsumer<String, RawNews> consumer =
        new KafkaConsumer<>(settings(), new StringDeserializer(), serde.deserializer())) {
      var partition = new org.apache.kafka.common.TopicPartition(Topic.RAW.topicName(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      Awaitility.await()
          .atMost(PATIENCE)
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(100))
                    .forEach(
                        r -> {
                          if (r.key().equals(feed) && r.value().getFeed().equals(feed)) {
                            found.add(r.value());
                          }
                        });
                return !found.isEmpty();
              });
    }
    byte[] bytes = new byte[found.get(0).getPayload().remaining()];
    found.get(0).getPayload().get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Runs a consumer until it has printed what was published. */
  private static void assertPrints(List<String> command) throws IOException {
    List<String> full = new ArrayList<>(command);
    full.add(kafka.bootstrapServers());
    full.add(registry.url().toString());
    Path output = Files.createTempFile(directory, "output", ".txt");
    Process process = start(full, output);
    try {
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> !process.isAlive() || Files.readString(output).contains(EXPECTED));
      assertThat(Files.readString(output)).contains(EXPECTED);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void run(List<String> command) throws Exception {
    Path output = Files.createTempFile(directory, "output", ".txt");
    Process process = start(command, output);
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
  }

  private static Process start(List<String> command, Path output) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    builder.environment().put("NODE_PATH", JAVASCRIPT.resolve("node_modules").toString());
    return builder.redirectOutput(output.toFile()).start();
  }

  private static String python() throws Exception {
    for (String python : List.of("/usr/bin/python3", "python3")) {
      if (works(python, "-c", "import confluent_kafka.avro, avro")) {
        return python;
      }
    }
    assumeTrue(false, "python3-confluent-kafka and python3-avro are not installed");
    return "";
  }

  private static String node() throws Exception {
    assumeTrue(works("node", "--version"), "node is not installed");
    assumeTrue(
        Files.isDirectory(JAVASCRIPT.resolve("node_modules")),
        "npm install was not run in examples/consumers/javascript");
    return "node";
  }

  private static boolean works(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
