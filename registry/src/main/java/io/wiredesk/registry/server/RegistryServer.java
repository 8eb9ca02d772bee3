package io.wiredesk.registry.server;

import com.sun.net.httpserver.HttpServer;
import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.door.Visitors;
import io.wiredesk.registry.store.KafkaSchemaLog;
import io.wiredesk.registry.store.LogBackedRegistry;
import io.wiredesk.registry.store.MemorySchemaLog;
import io.wiredesk.registry.store.SchemaLog;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A schema registry with Confluent's REST interface, for one machine and for tests. Its state is a
 * compacted Kafka topic, read whole at start; one server at a time may use a topic. Started once,
 * closed by whoever started it; closing ends requests under way after a second.
 */
public final class RegistryServer implements AutoCloseable {
  /** Host unless another is given: reachable from this machine alone. */
  public static final String LOOPBACK = "127.0.0.1";

  /**
   * A request has a thread from its first byte on, and half-sent ones wait in theirs: more than a
   * stranger's few can fill before {@link #REQUEST_SECONDS} ends them.
   */
  private static final int THREADS = 256;

  private static final int IDLE_THREAD_SECONDS = 20;

  /** From a request's first byte to the last of its body; afterwards the connection is closed. */
  private static final int REQUEST_SECONDS = 10;

  /** From there to the last byte of the answer; longer than a broker is waited for. */
  private static final int RESPONSE_SECONDS = 120;

  static { // the JDK reads them when the first server of the process is made
    limit("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
    limit("sun.net.httpserver.maxRspTime", RESPONSE_SECONDS);
  }

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
   * @param hosts names under which it is reached besides those of this machine: {@link Visitors}
   * @param operator who alone deletes, and changes levels and modes, where that is guarded
   */
  public record Options(
      String host,
      int port,
      Map<String, String> users,
      CompatibilityLevel level,
      List<String> hosts,
      Operator operator) {
    public Options {
      users = Map.copyOf(users);
      hosts = List.copyOf(hosts);
    }

    /** Reached under the names of this machine and the address it is bound to alone. */
    public Options(String host, int port, Map<String, String> users, CompatibilityLevel level) {
      this(host, port, users, level, List.of());
    }

    /** Nothing is guarded. */
    public Options(
        String host,
        int port,
        Map<String, String> users,
        CompatibilityLevel level,
        List<String> hosts) {
      this(host, port, users, level, hosts, Operator.NONE);
    }

    /** The same, guarded. */
    public Options guarded(Operator guard) {
      return new Options(host, port, users, level, hosts, guard);
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
    this(bootstrapServers, new Options(host, port, Map.of(), CompatibilityLevel.BACKWARD));
  }

  /** State in {@code _schemas} on that broker. */
  public RegistryServer(String bootstrapServers, Options options) {
    this(
        () ->
            new KafkaSchemaLog(
                Map.of("bootstrap.servers", bootstrapServers),
                KafkaSchemaLog.DEFAULT_TOPIC,
                BROKER_TIMEOUT),
        options);
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
  public RegistryServer start() throws IOException {
    return start(registry -> {});
  }

  /**
   * The same, and does something first that nobody may come before.
   *
   * @param first gets the registry before anybody else can reach it
   */
  public synchronized RegistryServer start(Consumer<SchemaRegistry> first) throws IOException {
    if (http != null) {
      throw new IllegalStateException("started already");
    }
    // the port first: that it is taken should be known before the broker is asked
    HttpServer server = HttpServer.create(new InetSocketAddress(options.host(), options.port()), 0);
    try {
      registry = new LogBackedRegistry(log.open(), options.level());
      first.accept(registry);
    } catch (IOException | RuntimeException e) {
      server.stop(0);
      throw e;
    }
    threads = threads();
    Visitors visitors = Visitors.of(options.host(), options.hosts(), "the registry's options");
    server.createContext(
        "/",
        new RegistryHandler(
            new Routes(registry, options.operator()).table(),
            options.users(),
            visitors,
            options.operator()));
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

  private static ExecutorService threads() {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_THREAD_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "schema-registry-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static void limit(String property, int seconds) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, Integer.toString(seconds));
    }
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
