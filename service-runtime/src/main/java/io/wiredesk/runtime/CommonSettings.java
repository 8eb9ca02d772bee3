package io.wiredesk.runtime;

import io.wiredesk.schemas.Topic;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;

/** The settings that every service has; each service adds its own. */
public final class CommonSettings {

  public static final String BOOTSTRAP_SERVERS = "kafka.bootstrap.servers";
  public static final String REGISTRY_URL = "schema.registry.url";
  public static final String VALUE_SERDE = "value.serde";
  public static final String PARTITIONS = "topics.partitions";
  public static final String REPLICATION = "topics.replication";

  /** How many of the meters of Kafka's clients are served. */
  public static final String KAFKA_METRICS = "metrics.kafka";

  static final String AVRO_SERDE = "io.wiredesk.registry.serde.AvroSerde";

  private CommonSettings() {}

  /** Name of a setting of one service, e.g. {@code http.port} of {@code ingest}. */
  public static String of(String service, String name) {
    return service + "." + name;
  }

  /**
   * The shared definitions for a service; HTTP port, state directory and thread count carry its
   * name.
   */
  public static ConfigDef define(String service, int httpPort) {
    return define(service, httpPort, 1);
  }

  /** The same with another default for the number of threads, 0 for one a core. */
  public static ConfigDef define(String service, int httpPort, int threads) {
    return new ConfigDef()
        .define(
            BOOTSTRAP_SERVERS,
            Type.STRING,
            "localhost:9092",
            Importance.HIGH,
            "Kafka brokers, host:port, comma-separated.")
        .define(
            REGISTRY_URL,
            Type.STRING,
            "http://localhost:8081",
            Importance.HIGH,
            "Schema registry (Confluent's REST protocol); several URLs comma-separated.")
        .define(
            VALUE_SERDE,
            Type.STRING,
            AVRO_SERDE,
            Importance.LOW,
            "Class of the serde of all record values; Confluent's SpecificAvroSerde drops in.")
        .define(
            PARTITIONS,
            Type.INT,
            Topic.DEFAULT_PARTITIONS,
            Range.between(1, 1000),
            Importance.MEDIUM,
            "Partitions of the topics that are created when absent.")
        .define(
            REPLICATION,
            Type.INT,
            -1,
            Range.between(-1, 9),
            Importance.MEDIUM,
            "Replicas of the topics that are created when absent; -1: the broker's default.")
        .define(
            KAFKA_METRICS,
            Type.STRING,
            "few",
            ValidString.in("few", "all"),
            Importance.LOW,
            "Meters of Kafka's clients at /metrics: few (lag, records, errors, rebalances, threads), or"
                + " all, which are thousands.")
        .define(
            of(service, "http.host"),
            Type.STRING,
            "127.0.0.1",
            Importance.MEDIUM,
            "Address the HTTP server listens on; 0.0.0.0 for all.")
        .define(
            of(service, "http.hosts"),
            Type.LIST,
            "",
            Importance.MEDIUM,
            "Names under which the HTTP server is reached besides those of this machine, separated by"
                + " commas: news.example.org, *.example.org, * for any. Requests under other names,"
                + " and those of other sites' web pages, get 403.")
        .define(
            of(service, "http.port"),
            Type.INT,
            httpPort,
            Range.between(0, 65535),
            Importance.HIGH,
            "Port of the HTTP server; 0: any free one.")
        .define(
            of(service, "state.dir"),
            Type.STRING,
            "data/" + service,
            Importance.MEDIUM,
            "Directory of local state; may be lost, Kafka has it all.")
        .define(
            of(service, "threads"),
            Type.INT,
            threads,
            Range.between(0, 64),
            Importance.MEDIUM,
            "Kafka Streams threads; 0: one a core.")
        .define(
            of(service, "commit.interval.ms"),
            Type.LONG,
            100L,
            Range.between(1, 60_000),
            Importance.LOW,
            "Milliseconds between commits of a backlog; what has come within the last second is committed at"
                + " once.")
        .define(
            of(service, "instance.id"),
            Type.STRING,
            "",
            Importance.LOW,
            "Stable name of this instance (static group membership); empty: none.");
  }
}
