package io.wiredesk.cli.node;

import io.wiredesk.schemas.Topic;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Apache Kafka broker and controller (KRaft) in this process, on loopback, its log under a
 * directory that outlives it. Close it after everything that uses it.
 */
public final class EmbeddedKafka implements AutoCloseable {

  static final String LOOPBACK = "127.0.0.1";

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts the broker; formats the directory at first use. Returns when it answers.
   *
   * @param directory of the log; one broker at a time
   * @param port to listen on, 0 for any free one
   */
  public static EmbeddedKafka start(Path directory, int port) {
    Ports ports = Ports.of(port);
    boolean wasKilled = FormerBroker.wasKilled(directory);
    format(directory);
    if (wasKilled) {
      FormerBroker.fence(directory, Ports.at(ports.controller()));
    }
    Properties properties = properties(directory, ports);
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    server.startup();
    return new EmbeddedKafka(server, ports.client());
  }

  /** For {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return LOOPBACK + ":" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** What the broker listens on: clients, itself, its controller. */
  private record Ports(int client, int own, int controller) {

    static Ports of(int client) {
      int free = FreePorts.block(3);
      return new Ports(client == 0 ? free : client, free + 1, free + 2);
    }

    String listeners() {
      return "PLAINTEXT://"
          + at(client)
          + ",INTERNAL://"
          + at(own)
          + ",CONTROLLER://"
          + at(controller);
    }

    static String at(int port) {
      return LOOPBACK + ":" + port;
    }
  }

  private static Properties properties(Path directory, Ports ports) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@" + Ports.at(ports.controller()),
            "controller.listener.names", "CONTROLLER",
            "inter.broker.listener.name", "INTERNAL",
            "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "listeners", ports.listeners(),
            "log.dirs", directory.toString()));
    properties.putAll(
        Map.of(
            "auto.create.topics.enable", "false",
            "message.max.bytes", Integer.toString(Topic.MAX_RECORD_BYTES),
            "replica.fetch.max.bytes", Integer.toString(Topic.MAX_RECORD_BYTES)));
    // one broker: no replicas, few partitions of the internal topics, small buffers, no wait for
    // further members
    properties.putAll(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "4",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0",
            "log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024),
            "log.segment.bytes", Integer.toString(256 * 1024 * 1024)));
    properties.put("num.io.threads", "4");
    properties.put("num.network.threads", "2");
    properties.put("log.index.size.max.bytes", Integer.toString(2 * 1024 * 1024));
    properties.put("offsets.retention.minutes", Integer.toString(60 * 24 * 365));
    properties.put("unstable.api.versions.enable", "false");
    return properties;
  }

  private static void format(Path directory) {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(directory);
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setSupportedFeatures(List.of(Feature.PRODUCTION_FEATURES.toArray(Feature[]::new)))
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(1)
          .addDirectory(directory.toString())
          .setMetadataLogDirectory(directory.toString())
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setControllerListenerName("CONTROLLER")
          .setIgnoreFormatted(true)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) { // Formatter.run declares it
      throw new IllegalStateException(
          "Cannot format " + directory + " for Kafka: " + e.getMessage(), e);
    }
  }
}
