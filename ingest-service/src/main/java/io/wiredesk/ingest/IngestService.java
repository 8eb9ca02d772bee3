package io.wiredesk.ingest;

import io.wiredesk.ingest.feeds.FeedsReader;
import io.wiredesk.ingest.intake.HotFolder;
import io.wiredesk.ingest.intake.HttpPush;
import io.wiredesk.ingest.intake.Intake;
import io.wiredesk.ingest.intake.Marks;
import io.wiredesk.ingest.intake.ReceivedLog;
import io.wiredesk.ingest.line.FeedsWatch;
import io.wiredesk.ingest.line.LineParts;
import io.wiredesk.ingest.line.Lines;
import io.wiredesk.ingest.push.Nonces;
import io.wiredesk.ingest.push.PushGuard;
import io.wiredesk.ingest.topology.Account;
import io.wiredesk.ingest.topology.ParseTopology;
import io.wiredesk.ingest.urgent.OvertakingLog;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.HttpServer;
import io.wiredesk.runtime.KafkaLog;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.NewestValues;
import io.wiredesk.runtime.Parts;
import io.wiredesk.runtime.Serdes;
import io.wiredesk.runtime.Service;
import io.wiredesk.runtime.Settings;
import io.wiredesk.runtime.StreamsService;
import io.wiredesk.runtime.SubjectRegistration;
import io.wiredesk.runtime.TopicCreator;
import io.wiredesk.runtime.Version;
import io.wiredesk.schemas.FeedMark;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.TakenStory;
import io.wiredesk.schemas.Topic;
import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.Rehearsal;
import io.wiredesk.wire.WireReader;
import io.wiredesk.wire.profile.FeedProfiles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * The ingest service: hot folder and HTTP push to {@code news.raw}, and on to {@code news.items}.
 * Starting returns when everything is started; readiness may come later and shows in {@link
 * #health()}. Close it once.
 */
public final class IngestService implements Service {

  private static final Duration CONFIRM = Duration.ofSeconds(20);
  private static final int STOP_SECONDS = 3;
  private static final Duration FEEDS_LOOK = Duration.ofSeconds(1);
  private static final List<Topic> TOPICS =
      List.of(
          Topic.RAW,
          Topic.ITEMS,
          Topic.ITEMS_URGENT,
          Topic.DEAD_LETTERS,
          Topic.DUPLICATES,
          Topic.ORDERS,
          Topic.FEED_MARKS);

  private final Health health = new Health();
  private final Parts parts;
  private final HttpServer http;

  private IngestService(
      Parts parts, Settings settings, Clock clock, Map<String, String> environment) {
    this.parts = parts;
    Instant since = clock.instant();
    IngestSettings own = IngestSettings.of(settings);
    Metrics metrics = parts.add(Metrics.of(IngestSettings.SERVICE, settings));
    health.notReady("start", "starting");
    FeedProfiles profiles = new FeedProfiles(own.timeZone());
    WireReader reader = new WireReader(AllFormats.parsers(), profiles);
    ReceivedLog log = parts.add(new ReceivedLog(log(settings, own, reader, metrics, clock), clock));
    Intake intake = new Intake(log, letters(Stage.INTAKE, clock), clock, metrics, own.maxBytes());
    Marks marks = new Marks(log, clock);
    Lines lines = parts.add(new Lines(new LineParts(intake, marks, clock), profiles));
    Account account = new Account(metrics, since);
    FeedsPage page = new FeedsPage(lines, log, account, metrics, clock);
    FeedSigns.show(lines, account, metrics, health);
    HttpPush push =
        parts.add(
            new HttpPush(
                intake, guard(lines, own.push(), new Nonces(marks, clock)), own.push().limits()));
    // its keys are known before the door opens
    FeedsReader feeds = new FeedsReader(environment);
    own.feedsFile().ifPresent(file -> FeedsWatch.preview(file, feeds, lines));
    this.http =
        parts.add(
            HttpServer.start(
                settings,
                IngestSettings.SERVICE,
                health,
                metrics,
                config -> {
                  push.addTo(config);
                  page.addTo(config);
                }));
    Rehearsal.of(reader);
    new TopicCreator(settings, health).ensure(TOPICS);
    parts.add(SubjectRegistration.start(subjects(), settings, health));
    ParseTopology topology =
        new ParseTopology(reader, letters(Stage.PARSE, clock), clock, account, own.windows());
    parts.add(parsing(settings, topology, metrics));
    remember(marks, settings);
    parts.add(hotFolder(own, new HotFolder.Means(intake, marks, clock)));
    own.feedsFile().ifPresent(file -> parts.add(FeedsWatch.start(file, feeds, lines, FEEDS_LOOK)));
    health.ready("start");
  }

  /**
   * Starts the service.
   *
   * @param environment variables that {@code feeds.yml} may name
   * @throws io.wiredesk.runtime.SettingsException for wrong settings
   */
  public static IngestService start(
      Settings settings, Clock clock, Map<String, String> environment) {
    Parts parts = new Parts();
    try {
      return new IngestService(parts, settings, clock, environment);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** What the registry has to have for this service: schemas of values by topic. */
  public static Map<String, Schema> subjects() {
    Map<String, Schema> subjects = new LinkedHashMap<>();
    TOPICS.forEach(topic -> subjects.put(topic.topicName(), topic.valueSchema()));
    String own = StreamsService.applicationId(IngestSettings.SERVICE);
    subjects.put(own + "-" + ParseTopology.BY_URI + "-repartition", NewsItem.getClassSchema());
    subjects.put(own + "-" + ParseTopology.STORIES + "-changelog", TakenStory.getClassSchema());
    return subjects;
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

  private DurableLog log(
      Settings settings, IngestSettings own, WireReader reader, Metrics metrics, Clock clock) {
    KafkaLog kafka = new KafkaLog(settings, health, CONFIRM);
    return new OvertakingLog(kafka, reader, own.urgentPerSecond(), clock, metrics);
  }

  private StreamsService parsing(Settings settings, ParseTopology topology, Metrics metrics) {
    Serdes serdes = new Serdes(settings, health);
    return StreamsService.start(
        topology.build(
            new ParseTopology.ValueSerdes(
                serdes.value(),
                serdes.value(NewsItem.class),
                serdes.value(),
                serdes.value(),
                serdes.value(),
                serdes.value())),
        new StreamsService.Surroundings(
            IngestSettings.SERVICE, settings, health, metrics, topology.letters()));
  }

  /** What was taken before is known before anything is taken. */
  private void remember(Marks marks, Settings settings) {
    NewestValues.<FeedMark>read(Topic.FEED_MARKS, settings, health).values().stream()
        .sorted(Comparator.comparing(FeedMark::getTakenAt))
        .forEach(marks::remember);
    marks.allRemembered();
  }

  private static PushGuard guard(Lines lines, IngestSettings.Push push, Nonces nonces) {
    return new PushGuard(lines::spec, lines::closed, push.open(), push.key(), nonces);
  }

  private static DeadLetters letters(Stage stage, Clock clock) {
    return new DeadLetters(stage, clock, Version.CURRENT);
  }

  private AutoCloseable hotFolder(IngestSettings own, HotFolder.Means means) {
    HotFolder folder = new HotFolder(own.folder(), means, own.pace(), HotFolder.Watch.OWN);
    health.watch(() -> warnings(folder.trouble()));
    CamelContext camel = new DefaultCamelContext();
    camel.getShutdownStrategy().setTimeout(STOP_SECONDS);
    try {
      camel.addRoutes(folder);
      camel.start();
    } catch (Exception e) { // Camel declares it
      throw new IllegalStateException("The hot folder does not start: " + e.getMessage(), e);
    }
    return camel::stop;
  }

  private static Map<String, String> warnings(String trouble) {
    return trouble.isEmpty() ? Map.of() : Map.of("hot-folder", trouble);
  }
}
