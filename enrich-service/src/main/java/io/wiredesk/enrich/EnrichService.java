package io.wiredesk.enrich;

import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.HttpServer;
import io.wiredesk.runtime.Lane;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.Parts;
import io.wiredesk.runtime.Serdes;
import io.wiredesk.runtime.Service;
import io.wiredesk.runtime.Settings;
import io.wiredesk.runtime.StreamsService;
import io.wiredesk.runtime.SubjectRegistration;
import io.wiredesk.runtime.TopicCreator;
import io.wiredesk.runtime.Version;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.Topic;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * The enrich service: {@code news.items} to {@code news.enriched}, and urgent copies beside them.
 * Starting returns when the models are loaded and everything is started; until then health says
 * what it waits for. Close it once.
 */
public final class EnrichService implements Service {

  private static final List<Topic> TOPICS =
      List.of(
          Topic.ITEMS,
          Topic.ITEMS_URGENT,
          Topic.ENRICHED,
          Topic.ENRICHED_URGENT,
          Topic.DEAD_LETTERS);

  private final Health health = new Health();
  private final Parts parts;
  private final HttpServer http;

  private EnrichService(
      Parts parts, Settings settings, Clock clock, Function<EnrichModels, ItemEnricher> models) {
    this.parts = parts;
    EnrichModels wanted = EnrichSettings.of(settings).models();
    health.notReady("models", "loading");
    CompletableFuture<ItemEnricher> loading =
        CompletableFuture.supplyAsync(
            () -> rehearsed(models.apply(wanted)), task -> new Thread(task, "load-models").start());
    parts.add(() -> loading.thenAccept(ItemEnricher::close));
    Metrics metrics = parts.add(Metrics.of(EnrichSettings.SERVICE, settings));
    this.http =
        parts.add(
            HttpServer.start(settings, EnrichSettings.SERVICE, health, metrics, config -> {}));
    new TopicCreator(settings, health).ensure(TOPICS);
    parts.add(SubjectRegistration.start(subjects(), settings, health));
    ItemEnricher enricher = loaded(loading);
    health.ready("models");
    DeadLetters letters = new DeadLetters(Stage.ENRICH, clock, Version.CURRENT);
    Serdes serdes = new Serdes(settings, health);
    EnrichTopology topology = new EnrichTopology(enricher, letters, clock, metrics);
    EnrichTopology.ValueSerdes values =
        new EnrichTopology.ValueSerdes(serdes.value(), serdes.value());
    StreamsService.Surroundings around =
        new StreamsService.Surroundings(EnrichSettings.SERVICE, settings, health, metrics, letters);
    parts.add(StreamsService.start(topology.build(values), around));
    parts.add(StreamsService.start(topology.buildUrgent(values), around, Lane.URGENT));
  }

  private static ItemEnricher rehearsed(ItemEnricher enricher) {
    try {
      Rehearsal.of(enricher);
      return enricher;
    } catch (RuntimeException e) {
      enricher.close();
      throw e;
    }
  }

  private static ItemEnricher loaded(CompletableFuture<ItemEnricher> loading) {
    try {
      return loading.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /**
   * Starts the service.
   *
   * @throws io.wiredesk.runtime.SettingsException for wrong settings
   * @throws IllegalStateException when a model is missing or cannot run here
   */
  public static EnrichService start(Settings settings, Clock clock) {
    return start(settings, clock, ItemEnricher::load);
  }

  /** The same with other models. */
  static EnrichService start(
      Settings settings, Clock clock, Function<EnrichModels, ItemEnricher> models) {
    Parts parts = new Parts();
    try {
      return new EnrichService(parts, settings, clock, models);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** What the registry has to have for this service: schemas of values by topic. */
  public static Map<String, Schema> subjects() {
    return TOPICS.stream().collect(Collectors.toMap(Topic::topicName, Topic::valueSchema));
  }

  @Override
  public String name() {
    return EnrichSettings.SERVICE;
  }

  @Override
  public Health health() {
    return health;
  }

  @Override
  public String url() {
    return http.url();
  }

  @Override
  public void close() {
    parts.close();
  }
}
