package io.wiredesk.cli.node;

import io.wiredesk.cli.CommandFailure;
import io.wiredesk.enrich.EnrichService;
import io.wiredesk.enrich.EnrichSettings;
import io.wiredesk.ingest.IngestService;
import io.wiredesk.ingest.IngestSettings;
import io.wiredesk.publish.PublishService;
import io.wiredesk.publish.PublishSettings;
import io.wiredesk.runtime.CommonSettings;
import io.wiredesk.runtime.Parts;
import io.wiredesk.runtime.Service;
import io.wiredesk.runtime.Settings;
import io.wiredesk.runtime.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;

/**
 * Everything in one process: broker, registry (unless there is one outside), the three services, on
 * one data directory. {@link #start} returns when all are started; {@link #notReady} says what is
 * not ready yet. Close it once: the services finish what is in hand, then the broker stops.
 */
public final class Node implements AutoCloseable {

  private final Parts parts;
  private final EmbeddedKafka kafka;
  private final String registryUrl;
  private final Service ingest;
  private final Service enrich;
  private final Service publish;

  /**
   * How to start.
   *
   * @param data directory, already locked
   * @param wires hot folder
   * @param registry addresses of a registry outside, separated by commas; null starts ours
   * @param overrides further settings by name, for all services
   */
  public record Plan(
      DataDirectory data,
      Path wires,
      NodePorts ports,
      @Nullable String registry,
      Map<String, String> overrides) {}

  private Node(Parts parts, Plan plan, Clock clock, Consumer<String> waiting) {
    this.parts = parts;
    plan.ports().requireFree();
    waiting.accept("Kafka on " + plan.data().kafka());
    this.kafka = parts.add(EmbeddedKafka.start(plan.data().kafka(), plan.ports().kafka()));
    waiting.accept("the schema registry");
    this.registryUrl =
        plan.registry() == null
            ? parts.add(NodeRegistry.start(plan, kafka.bootstrapServers())).url().toString()
            : plan.registry();
    waiting.accept("the services: models of names and sections, what they remember");
    // in parallel: the models take the longest to load
    List<CompletableFuture<? extends Service>> starts = new ArrayList<>();
    var enriching =
        starting(starts, () -> EnrichService.start(settings(plan, EnrichSettings.SERVICE), clock));
    var ingesting =
        starting(
            starts,
            () ->
                IngestService.start(
                    settings(plan, IngestSettings.SERVICE), clock, System.getenv()));
    var publishing =
        starting(
            starts,
            () ->
                PublishService.start(
                    settings(plan, PublishSettings.SERVICE), clock, System.getenv()));
    awaitAll(starts);
    this.publish = parts.add(publishing.join());
    this.enrich = parts.add(enriching.join());
    this.ingest = parts.add(ingesting.join());
    remember(plan.data().root());
  }

  /** Commands on this machine look there. */
  private void remember(Path data) {
    try {
      new NodeFile(publish.url(), registryUrl, ingest.url(), enrich.url(), bootstrapServers())
          .write(data);
    } catch (IOException e) {
      throw new SettingsException("Cannot write into the data directory " + data + ": " + e);
    }
  }

  /**
   * Starts everything.
   *
   * @throws SettingsException when a port is taken or a setting wrong
   */
  public static Node start(Plan plan, Clock clock) {
    return start(plan, clock, waiting -> {});
  }

  /**
   * The same, and says meanwhile what it waits for.
   *
   * @param waiting gets a few words each time
   */
  public static Node start(Plan plan, Clock clock, Consumer<String> waiting) {
    Parts parts = new Parts();
    try {
      return new Node(parts, plan, clock, waiting);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  public String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  public String registryUrl() {
    return registryUrl;
  }

  public Service ingest() {
    return ingest;
  }

  public Service enrich() {
    return enrich;
  }

  public Service publish() {
    return publish;
  }

  /** Client configuration for broker and registry. */
  public Map<String, Object> clientConfig() {
    return Map.of("bootstrap.servers", bootstrapServers(), "schema.registry.url", registryUrl());
  }

  /** What is not ready and why, one line; null when everything is. */
  public @Nullable String notReady() {
    List<String> waiting = new ArrayList<>();
    for (Service service : List.of(ingest, enrich, publish)) {
      if (!service.health().isAlive()) {
        throw new CommandFailure("The " + service.name() + " service stopped: " + service.health());
      }
      if (!service.health().isReady()) {
        waiting.add(service.name() + " (" + service.health() + ")");
      }
    }
    return waiting.isEmpty() ? null : String.join(", ", waiting);
  }

  @Override
  public void close() {
    parts.close();
  }

  private Settings settings(Plan plan, String service) {
    Map<String, String> given = new HashMap<>(plan.overrides());
    given.remove(NodeRegistry.KEY);
    given.put(CommonSettings.BOOTSTRAP_SERVERS, kafka.bootstrapServers());
    given.put(CommonSettings.REGISTRY_URL, registryUrl);
    if (plan.registry() == null) {
      given.putAll(NodeRegistry.access(plan));
    }
    given.put(CommonSettings.of(service, "state.dir"), plan.data().state(service).toString());
    given.put(CommonSettings.of(service, "instance.id"), "up");
    return Settings.load(definition(service), service, own(plan, service, given), Map.of());
  }

  private static Map<String, String> own(Plan plan, String service, Map<String, String> given) {
    NodePorts ports = plan.ports();
    int port =
        switch (service) {
          case IngestSettings.SERVICE -> ports.ingest();
          case EnrichSettings.SERVICE -> ports.enrich();
          default -> ports.publish();
        };
    given.put(CommonSettings.of(service, "http.port"), Integer.toString(port));
    if (service.equals(IngestSettings.SERVICE)) {
      given.put("ingest.folder", plan.wires().toString());
      given.putIfAbsent("ingest.feeds.file", plan.data().feeds().toString());
    }
    given.putIfAbsent("publish.desks.file", plan.data().desks().toString());
    given.putIfAbsent("publish.webhooks.file", plan.data().subscriptions().toString());
    List<String> others =
        List.of(IngestSettings.SERVICE, EnrichSettings.SERVICE, PublishSettings.SERVICE).stream()
            .filter(name -> !name.equals(service))
            .map(name -> name + ".")
            .toList();
    given.keySet().removeIf(name -> others.stream().anyMatch(name::startsWith));
    return given;
  }

  private static ConfigDef definition(String service) {
    return switch (service) {
      case IngestSettings.SERVICE -> IngestSettings.definition();
      case EnrichSettings.SERVICE -> EnrichSettings.definition();
      default -> PublishSettings.definition();
    };
  }

  private static <S extends Service> CompletableFuture<S> starting(
      List<CompletableFuture<? extends Service>> starts, Supplier<S> start) {
    CompletableFuture<S> future = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                future.complete(start.get());
              } catch (Throwable e) { // handed to the thread that waits
                future.completeExceptionally(e);
              }
            },
            "start-service");
    thread.setDaemon(true);
    thread.start();
    starts.add(future);
    return future;
  }

  private void awaitAll(List<CompletableFuture<? extends Service>> starts) {
    try {
      CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      starts.forEach(
          start -> start.handle((service, failure) -> service == null ? null : parts.add(service)));
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
