package io.wiredesk.registry.server;

import com.sun.net.httpserver.HttpServer;
import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.store.KafkaSchemaLog;
import io.wiredesk.registry.store.LogBackedRegistry;
import io.wiredesk.registry.store.MemorySchemaLog;
import io.wiredesk.registry.store.SchemaLog;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A schema registry with Confluent's REST interface, for one machine and for tests. Its state is a
 * compacted Kafka topic, read whole at start; one server at a time may use a topic. Started once,
 * closed by whoever started it; closing ends requests under way after a second.
 */
public final class RegistryServer implements AutoCloseable {
  /** Host unless another is given: reachable from this machine alone. */
  public static final String LOOPBACK = "127.0.0.1";

  private static final int THREADS = 8;
  private static final int GRACE_SECONDS = 1;
  private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(30);

  /** Opens the log when the server starts. */
  @FunctionalInterface
  public interface LogOpener {
    /**
     * @throws IOException when it cannot be opened now
     */
    SchemaLog open() throws IOException;
  }

  /**
   * Where the server listens and whom it lets in.
   *
   * @param host address to bind; anything but loopback opens it to the network
   * @param port 0 for any free one
   * @param users passwords by user name, for basic authentication; empty for none
   * @param level compatibility as long as nobody has set another
   */
  public record Options(
      String host, int port, Map<String, String> users, CompatibilityLevel level) {
    public Options {
      users = Map.copyOf(users);
    }

    /** Loopback, no authentication, BACKWARD. */
    public static Options loopback(int port) {
      return new Options(LOOPBACK, port, Map.of(), CompatibilityLevel.BACKWARD);
    }
  }

  private final LogOpener log;
  private final Options options;
  private @Nullable HttpServer http;
  private @Nullable ExecutorService threads;
  private @Nullable LogBackedRegistry registry;

  /** On loopback, state in {@code _schemas} on that broker; port 0 for any free one. */
  public RegistryServer(String bootstrapServers, int port) {
    this(bootstrapServers, LOOPBACK, port);
  }

  /** On that host, state in {@code _schemas} on that broker; port 0 for any free one. */
  public RegistryServer(String bootstrapServers, String host, int port) {
    this(
        () ->
            new KafkaSchemaLog(
                Map.of("bootstrap.servers", bootstrapServers),
                KafkaSchemaLog.DEFAULT_TOPIC,
                BROKER_TIMEOUT),
        new Options(host, port, Map.of(), CompatibilityLevel.BACKWARD));
  }

  /** Over any log. */
  public RegistryServer(LogOpener log, Options options) {
    this.log = log;
    this.options = options;
  }

  /** For tests: on loopback at any free port, state in memory. */
  public static RegistryServer inMemory() {
    return new RegistryServer(MemorySchemaLog::new, Options.loopback(0));
  }

  /**
   * Reads the log and begins to answer.
   *
   * @return this
   * @throws IOException when the broker does not answer or the port is taken
   */
  public synchronized RegistryServer start() throws IOException {
    if (http != null) {
      throw new IllegalStateException("started already");
    }
    // the port first: that it is taken should be known before the broker is asked
    HttpServer server = HttpServer.create(new InetSocketAddress(options.host(), options.port()), 0);
    try {
      registry = new LogBackedRegistry(log.open(), options.level());
    } catch (IOException | RuntimeException e) {
      server.stop(0);
      throw e;
    }
    AtomicInteger number = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "schema-registry-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    server.createContext("/", new RegistryHandler(new Routes(registry).table(), options.users()));
    server.setExecutor(threads);
    server.start();
    http = server;
    return this;
  }

  /** Address for clients, e.g. {@code http://127.0.0.1:8081}. */
  public synchronized URI url() {
    if (http == null) {
      throw new IllegalStateException("not started");
    }
    String host = options.host().equals("0.0.0.0") ? LOOPBACK : options.host();
    String inUrl = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + inUrl + ":" + http.getAddress().getPort());
  }

  @Override
  public synchronized void close() {
    if (http != null) {
      http.stop(GRACE_SECONDS);
      http = null;
    }
    if (threads != null) {
      threads.shutdownNow();
      threads = null;
    }
    if (registry != null) {
      registry.close();
      registry = null;
    }
  }
}
