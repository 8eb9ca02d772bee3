package io.wiredesk.cli.option;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the log is, and with it the node. Filled by picocli; one thread. */
public final class LogAddress {

  @Mixin private NodeAddress node = new NodeAddress();

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      converter = Wanted.Brokers.class,
      description = "Kafka brokers (default: $KAFKA_BOOTSTRAP_SERVERS, else the node's).")
  private @Nullable String bootstrap;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      converter = Wanted.Urls.class,
      description = "Schema registry (default: $SCHEMA_REGISTRY_URL, else the node's).")
  private @Nullable String registry;

  /** The node that the log is a part of. */
  public NodeAddress node() {
    return node;
  }

  /** Bootstrap servers. */
  public String kafka() {
    return node.kafka(bootstrap);
  }

  /** URLs of the schema registry. */
  public String registry() {
    return node.registry(registry);
  }

  /** Both, in Kafka's and Confluent's keys. */
  public Map<String, Object> client() {
    return new HashMap<>(Map.of("bootstrap.servers", kafka(), "schema.registry.url", registry()));
  }
}
