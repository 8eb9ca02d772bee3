package io.wiredesk.ingest;

import io.wiredesk.ingest.intake.HotFolder;
import io.wiredesk.ingest.intake.HttpPush;
import io.wiredesk.ingest.intake.Intake;
import io.wiredesk.ingest.reading.AllFormats;
import io.wiredesk.ingest.reading.WireReader;
import io.wiredesk.ingest.topology.ParseTopology;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.HttpServer;
import io.wiredesk.runtime.KafkaLog;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.Parts;
import io.wiredesk.runtime.Serdes;
import io.wiredesk.runtime.Service;
import io.wiredesk.runtime.Settings;
import io.wiredesk.runtime.StreamsService;
import io.wiredesk.runtime.TopicCreator;
import io.wiredesk.runtime.Version;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * The ingest service: hot folder and HTTP push to {@code news.raw}, and on to {@code news.items}.
 * Starting returns when everything is started; readiness may come later and shows in {@link
 * #health()}. Close it once.
 */
public final class IngestService implements Service {

  private static final Duration CONFIRM = Duration.ofSeconds(20);

  private final Health health = new Health();
  private final Parts parts;
  private final HttpServer http;

  private IngestService(Parts parts, Settings settings, Clock clock) {
    this.parts = parts;
    IngestSettings own = IngestSettings.of(settings);
    Metrics metrics = parts.add(new Metrics(IngestSettings.SERVICE));
    health.notReady("start", "starting");
    DurableLog log = parts.add(new KafkaLog(settings, health, CONFIRM));
    Intake intake = new Intake(log, letters(Stage.INTAKE, clock), clock, metrics, own.maxBytes());
    this.http =
        parts.add(
            HttpServer.start(
                settings, IngestSettings.SERVICE, health, metrics, new HttpPush(intake)::addTo));
    new TopicCreator(settings, health).ensure(List.of(Topic.RAW, Topic.ITEMS, Topic.DEAD_LETTERS));
    DeadLetters letters = letters(Stage.PARSE, clock);
    ParseTopology topology =
        new ParseTopology(
            new WireReader(AllFormats.parsers()), letters, clock, metrics, own.duplicateWindow());
    Serdes serdes = new Serdes(settings, health);
    parts.add(
        StreamsService.start(
            topology.build(
                new ParseTopology.ValueSerdes(serdes.value(), serdes.value(), serdes.value())),
            new StreamsService.Surroundings(
                IngestSettings.SERVICE, settings, health, metrics, letters)));
    parts.add(hotFolder(own, intake, clock));
    health.ready("start");
  }

  /**
   * Starts the service.
   *
   * @throws io.wiredesk.runtime.SettingsException for wrong settings
   */
  public static IngestService start(Settings settings, Clock clock) {
    Parts parts = new Parts();
    try {
      return new IngestService(parts, settings, clock);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return IngestSettings.SERVICE;
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

  private static DeadLetters letters(Stage stage, Clock clock) {
    return new DeadLetters(stage, clock, Version.CURRENT);
  }

  private static AutoCloseable hotFolder(IngestSettings own, Intake intake, Clock clock) {
    HotFolder folder =
        new HotFolder(own.folder(), intake, clock, own.pace(), HotFolder.Watch.OWN);
    CamelContext camel = new DefaultCamelContext();
    try {
      camel.addRoutes(folder);
      camel.start();
    } catch (Exception e) { // Camel declares it
      throw new IllegalStateException("The hot folder does not start: " + e.getMessage(), e);
    }
    return camel::stop;
  }
}
