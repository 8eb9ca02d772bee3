package io.wiredesk.runtime;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Topic;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one topology exactly once: configuration, readiness, and the three outcomes of a failure
 * ({@link StreamFailures}; poison goes to the dead letters). Close it with the service: it finishes
 * what is in hand.
 */
public final class StreamsService implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);
  private static final int STORED_RECORD_BYTES = 2 * Topic.MAX_RECORD_BYTES;
  private static final Duration CLOSE = Duration.ofSeconds(6);

  private final KafkaStreams streams;
  private final KafkaStreamsMetrics meters;
  private final Serde<DeadLetter> letterSerde;

  private StreamsService(
      KafkaStreams streams, KafkaStreamsMetrics meters, Serde<DeadLetter> letterSerde) {
    this.streams = streams;
    this.meters = meters;
    this.letterSerde = letterSerde;
  }

  /** What a service hands over besides its topology. */
  public record Surroundings(
      String service, Settings settings, Health health, Metrics metrics, DeadLetters letters) {}

  /**
   * Starts the topology as application {@code wiredesk-<service>}; returns at once, readiness shows
   * in health.
   *
   * @throws SettingsException when the settings do not make a Streams configuration
   */
  public static StreamsService start(Topology topology, Surroundings around) {
    return start(topology, around, Lane.ORDINARY);
  }

  /**
   * The same in a lane; the urgent one is an application of its own, {@code
   * wiredesk-<service>-urgent}.
   */
  public static StreamsService start(Topology topology, Surroundings around, Lane lane) {
    Serde<DeadLetter> letterSerde = new Serdes(around.settings(), around.health()).value();
    Properties config = config(around, lane);
    config.put(PoisonHandler.LETTERS, around.letters());
    config.put(PoisonHandler.SERIALIZER, letterSerde.serializer());
    config.put(PoisonHandler.METRICS, around.metrics());
    around.metrics().expectDeadLetters("", PoisonHandler.REASONS);
    KafkaStreams streams = new KafkaStreams(topology, config);
    Health health = around.health();
    String part = "streams" + lane.suffix();
    health.notReady(part, "starting");
    streams.setStateListener((now, before) -> show(now, part, health));
    streams.setUncaughtExceptionHandler(new StreamFailures(health, System::nanoTime));
    KafkaStreamsMetrics meters = new KafkaStreamsMetrics(streams);
    meters.bindTo(around.metrics().registry());
    streams.start();
    return new StreamsService(streams, meters, letterSerde);
  }

  /** Name of a service's application on Kafka; that of its urgent lane has a suffix. */
  public static String applicationId(String service) {
    return "wiredesk-" + service;
  }

  /** For interactive queries. */
  public KafkaStreams streams() {
    return streams;
  }

  @Override
  public void close() {
    if (!streams.close(CLOSE)) {
      LOG.warn(
          "Streams did not close in {} s; its transaction is taken up at the next start.",
          CLOSE.toSeconds());
    }
    meters.close();
    letterSerde.close();
  }

  /** The configuration: exactly once, short commits, records up to the contract's size. */
  static Properties config(Surroundings around, Lane lane) {
    Settings settings = around.settings();
    String service = around.service();
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(service) + lane.suffix());
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(
        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
        settings.millis(CommonSettings.of(service, "commit.interval.ms")).toMillis());
    config.put(
        StreamsConfig.NUM_STREAM_THREADS_CONFIG,
        threads(settings.integer(CommonSettings.of(service, "threads"))));
    config.put(
        StreamsConfig.STATE_DIR_CONFIG, settings.string(CommonSettings.of(service, "state.dir")));
    config.put(
        StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.integer(CommonSettings.REPLICATION));
    config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, PoisonHandler.class);
    config.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, OutgrownHandler.class);
    config.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, TimeOfRecord.class);
    // a broker's own limit is one megabyte; a store may hold two revisions
    config.put(StreamsConfig.topicPrefix("max.message.bytes"), STORED_RECORD_BYTES);
    config.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
        Topic.MAX_RECORD_BYTES);
    // a killed instance is noticed after this long
    config.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
    // the topics have their own limits
    config.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), STORED_RECORD_BYTES);
    config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
    // bounds how long a killed instance's open transaction hides what came after it and keeps
    // another
    // from its partitions; an instance that stalls for longer within one (usually 100 ms at most)
    // is
    // fenced, and does that work again
    config.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 5_000);
    String instance = settings.string(CommonSettings.of(service, "instance.id"));
    if (!instance.isEmpty()) {
      config.put(
          StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
    }
    lane.configure(config);
    config.putAll(settings.clientConfig());
    return config;
  }

  private static int threads(int wanted) {
    return wanted == 0 ? Runtime.getRuntime().availableProcessors() : wanted;
  }

  private static void show(KafkaStreams.State now, String part, Health health) {
    switch (now) {
      case RUNNING -> health.ready(part);
      case ERROR -> health.fatal("Kafka Streams stopped after an error: see the log");
      default ->
          health.notReady(part, now.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    }
  }
}
