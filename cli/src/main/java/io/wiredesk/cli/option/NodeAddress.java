package io.wiredesk.cli.option;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.node.NodeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * Which node a command talks to. In this order: the option of that address ({@code --url}, {@code
 * --bootstrap}, {@code --registry}), {@code --port}, {@code --data}, the variable of that address,
 * {@code node.json} in the directory {@code data}, the standard ports. Filled by picocli; one
 * thread.
 */
public final class NodeAddress {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int HIGHEST_FIRST = 65_532;
  private static final Path STANDARD_DATA = Path.of("data");
  private static final NodeFile STANDARD =
      new NodeFile(http(8080), http(8081), http(8082), http(8083), "localhost:9092");

  @Option(
      names = "--port",
      paramLabel = "N",
      converter = Wanted.Port.class,
      description = "The node on this machine whose first HTTP port is N, as given to `up --port`.")
  @Nullable Integer port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "The node on this data directory, as given to `up --data`.",
        "Without this, --port and variables: the one on the directory data, else the standard"
            + " ports."
      })
  @Nullable Path data;

  private final UnaryOperator<@Nullable String> environment;
  private final Function<String, String> get;

  /** The options on this machine. */
  public NodeAddress() {
    this(System::getenv, url -> new ServiceCall(url).get("/health/ready", true));
  }

  NodeAddress(UnaryOperator<@Nullable String> environment, Function<String, String> get) {
    this.environment = environment;
    this.get = get;
  }

  /** URL of the publish service: the option's value where it has one. */
  public String publish(@Nullable String option) {
    return option != null ? option : service("WIREDESK_PUBLISH_URL", NodeFile::publish);
  }

  /** URL of the ingest service: the option's value where it has one. */
  public String ingest(@Nullable String option) {
    return option != null ? option : service("WIREDESK_INGEST_URL", NodeFile::ingest);
  }

  /** URL of the enrich service. */
  public String enrich() {
    return service("WIREDESK_ENRICH_URL", NodeFile::enrich);
  }

  /** Bootstrap servers: the option's value where it has one. */
  public String kafka(@Nullable String option) {
    return option != null
        ? option
        : log("KAFKA_BOOTSTRAP_SERVERS", Wanted::brokers, NodeFile::kafka);
  }

  /** URLs of the schema registry: the option's value where it has one. */
  public String registry(@Nullable String option) {
    return option != null ? option : log("SCHEMA_REGISTRY_URL", Wanted::urls, NodeFile::registry);
  }

  /** Addresses that the ports alone tell. */
  private String service(String variable, Function<NodeFile, String> part) {
    return port != null ? part.apply(withPorts(port)) : elsewhere(variable, Wanted::url, part);
  }

  /** Addresses that only the node itself knows. */
  private String log(
      String variable, UnaryOperator<String> check, Function<NodeFile, String> part) {
    return port != null ? part.apply(answering(port)) : elsewhere(variable, check, part);
  }

  private String elsewhere(
      String variable, UnaryOperator<String> check, Function<NodeFile, String> part) {
    if (data != null) {
      return part.apply(of(data));
    }
    String set = environment.apply(variable);
    if (set != null && !set.isBlank()) {
      return checked(variable, set, check);
    }
    return part.apply(NodeFile.read(STANDARD_DATA).orElse(STANDARD));
  }

  private static String checked(String variable, String value, UnaryOperator<String> check) {
    try {
      return check.apply(value);
    } catch (TypeConversionException e) {
      throw new CommandFailure("The variable " + variable + " " + e.getMessage() + ".");
    }
  }

  private static NodeFile of(Path data) {
    return NodeFile.read(data)
        .orElseThrow(
            () ->
                new CommandFailure(
                    "No node ran on "
                        + data
                        + " yet: it has no node.json. Start one with `wiredesk up --data "
                        + data
                        + "`."));
  }

  private static NodeFile withPorts(int first) {
    if (first > HIGHEST_FIRST) {
      throw new CommandFailure(
          "--port must be the first of four in a row, at most "
              + HIGHEST_FIRST
              + ", not "
              + first
              + ".");
    }
    return new NodeFile(
        http(first), http(first + 1), http(first + 2), http(first + 3), STANDARD.kafka());
  }

  /** The services on these ports say where their Kafka and registry are. */
  private NodeFile answering(int first) {
    NodeFile ports = withPorts(first);
    try {
      JsonNode answer = JSON.readTree(get.apply(ports.publish()));
      String kafka = answer.path("kafka").asText("");
      String registry = answer.path("registry").asText("");
      if (!kafka.isEmpty() && !registry.isEmpty()) {
        return new NodeFile(ports.publish(), registry, ports.ingest(), ports.enrich(), kafka);
      }
    } catch (IOException e) {
      // no node, said below
    }
    throw new CommandFailure(
        "What answers at "
            + ports.publish()
            + " is no node of Wiredesk: look at --port, or name the data directory with --data.");
  }

  private static String http(int port) {
    return "http://127.0.0.1:" + port;
  }
}
