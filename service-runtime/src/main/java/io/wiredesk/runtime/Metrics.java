package io.wiredesk.runtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Counters and timers of one service, in Prometheus' text format; every timer of ours is a
 * histogram. Thread-safe; close it with the service.
 */
public final class Metrics implements AutoCloseable {

  private static final String DEAD_LETTERS = "wiredesk.dead.letters";

  /** Upper bounds of a histogram: from what is fast here to what somebody must look at. */
  private static final double[] BOUNDS =
      List.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 60_000).stream()
          .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
          .toArray();

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics gc = new JvmGcMetrics();
  private final List<Runnable> beforeScrapes = new CopyOnWriteArrayList<>();

  /** Meters of one service, and few of Kafka's. */
  public Metrics(String service) {
    this(service, KafkaMeters.FEW);
  }

  /** Meters of one service, each tagged with its name, those of the JVM and of the process. */
  private Metrics(String service, KafkaMeters kafka) {
    registry.config().commonTags("service", service).meterFilter(kafka).meterFilter(histograms());
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new ProcessMeters().bindTo(registry);
    gc.bindTo(registry);
  }

  /** Meters of one service, and of Kafka's as many as the settings say. */
  public static Metrics of(String service, Settings settings) {
    return new Metrics(service, KafkaMeters.of(settings.string(CommonSettings.KAFKA_METRICS)));
  }

  /** The counter of that name and tags (name, value, name, value …), made at first use. */
  public Counter counter(String name, String... tags) {
    return registry.counter(name, tags);
  }

  /**
   * Counter of the dead letters of this service.
   *
   * @param feed empty where the record does not say over which it came
   */
  public Counter deadLetters(String feed, String reason) {
    return counter(DEAD_LETTERS, "feed", feed, "reason", reason);
  }

  /**
   * Makes the counters of dead letters, so that the first one is seen as a rise from zero: those
   * that every service can write, and those for these reasons.
   */
  public void expectDeadLetters(String feed, Collection<String> reasons) {
    reasons.forEach(reason -> deadLetters(feed, reason));
  }

  /** For gauges and timers. */
  public PrometheusMeterRegistry registry() {
    return registry;
  }

  /** Runs before every scrape: for meters that are looked up rather than counted. */
  public void beforeScrape(Runnable update) {
    beforeScrapes.add(update);
  }

  /** Everything, as Prometheus reads it. */
  public String scrape() {
    beforeScrapes.forEach(Runnable::run);
    return registry.scrape();
  }

  @Override
  public void close() {
    gc.close();
    registry.close();
  }

  private static MeterFilter histograms() {
    return new MeterFilter() {
      @Override
      public DistributionStatisticConfig configure(
          Meter.Id id, DistributionStatisticConfig config) {
        return id.getType() == Meter.Type.TIMER && !id.getName().startsWith("jvm.")
            ? DistributionStatisticConfig.builder()
                .serviceLevelObjectives(BOUNDS)
                .build()
                .merge(config)
            : config;
      }
    };
  }
}
