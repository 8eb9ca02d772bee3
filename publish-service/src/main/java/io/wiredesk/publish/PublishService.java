package io.wiredesk.publish;

import io.javalin.config.JavalinConfig;
import io.wiredesk.publish.console.ConsoleRoutes;
import io.wiredesk.publish.desk.DeskWatch;
import io.wiredesk.publish.desk.Desks;
import io.wiredesk.publish.feed.EventStream;
import io.wiredesk.publish.feed.ItemJson;
import io.wiredesk.publish.gate.Gate;
import io.wiredesk.publish.http.DeskRoutes;
import io.wiredesk.publish.http.ItemRoutes;
import io.wiredesk.publish.http.KillRoutes;
import io.wiredesk.publish.http.LetterRoutes;
import io.wiredesk.publish.http.MarkRoutes;
import io.wiredesk.publish.http.OrderAccess;
import io.wiredesk.publish.http.OrderRoute;
import io.wiredesk.publish.http.OutputRoutes;
import io.wiredesk.publish.http.RawRoute;
import io.wiredesk.publish.http.ReceiptRoutes;
import io.wiredesk.publish.http.SearchRoutes;
import io.wiredesk.publish.http.StreamRoute;
import io.wiredesk.publish.index.PublicIndex;
import io.wiredesk.publish.kill.OpenKills;
import io.wiredesk.publish.mark.MarkBook;
import io.wiredesk.publish.output.Links;
import io.wiredesk.publish.receipt.ReceiptBook;
import io.wiredesk.publish.search.SearchDirectory;
import io.wiredesk.publish.search.SearchIndex;
import io.wiredesk.publish.webhook.WebhookRoutes;
import io.wiredesk.publish.webhook.Webhooks;
import io.wiredesk.runtime.CommonSettings;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.HttpServer;
import io.wiredesk.runtime.KafkaLog;
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
import io.wiredesk.runtime.yaml.Environment;
import io.wiredesk.schemas.DeskReach;
import io.wiredesk.schemas.GateState;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.Topic;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The publish service: the release gate from {@code news.enriched} to {@code news.published}, and
 * its HTTP side. Starting returns when everything is started; readiness may come later and shows in
 * {@link #health()}. Close it once.
 */
public final class PublishService implements Service {

  private static final String START = "start";

  /** Most marks of people that are shown. */
  private static final int MARKS = 50_000;

  private static final Duration CONFIRM = Duration.ofSeconds(10);

  private static final List<Topic> TOPICS =
      List.of(
          Topic.ENRICHED,
          Topic.ENRICHED_URGENT,
          Topic.ORDERS,
          Topic.PUBLISHED,
          Topic.DEAD_LETTERS,
          Topic.RECEIPTS,
          Topic.MARKS);

  private final Health health = new Health();
  private final Parts parts;
  private final Clock clock;
  private final HttpServer http;

  private PublishService(
      Parts parts, Settings settings, Clock clock, Map<String, String> environment) {
    this.parts = parts;
    this.clock = clock;
    PublishSettings own = PublishSettings.of(settings);
    Metrics metrics = parts.add(Metrics.of(PublishSettings.SERVICE, settings));
    health.notReady(START, "starting");
    PublicIndex index = new PublicIndex(own.items(), clock);
    ItemJson json = new ItemJson();
    SearchIndex search =
        parts.add(SearchDirectory.open(stateDirectory(settings).resolve("search"), clock)).start();
    EventStream stream =
        new EventStream(index, own.readers(), own.heartbeat(), EventStream.MOST_QUEUED);
    metrics.registry().gauge("publish.stream.readers", stream, EventStream::size);
    ReceiptBook book = new ReceiptBook(own.items());
    DurableLog log = parts.add(new KafkaLog(settings, health, CONFIRM));
    Desks desks = parts.add(new Desks());
    OrderAccess access = access(settings, own);
    OpenKills kills = new OpenKills(health);
    AtomicReference<@Nullable Webhooks> webhooks = new AtomicReference<>();
    OutputRoutes outputs = new OutputRoutes(search, clock);
    MarkBook people = new MarkBook(MARKS);
    MarkRoutes marks = new MarkRoutes(index, people, stream, log, clock);
    Consumer<JavalinConfig> routes =
        config -> {
          HttpServer.receiveBodiesFirst(config);
          new OrderRoute(access, log, index, clock, this::isStarted).addTo(config);
          new WebhookRoutes(webhooks::get, access::require).addTo(config);
          new ReceiptRoutes(index, book, log, clock).addTo(config);
          marks.addTo(config);
          new KillRoutes(access, kills).addTo(config);
          bytes(config, access, index, settings);
          new DeskRoutes(desks, index, json, outputs).addTo(config);
          outputs.addTo(config);
          new SearchRoutes(search, json, clock).addTo(config);
          new ItemRoutes(search, json, outputs).addTo(config);
          routes(index, search, stream).accept(config);
        };
    this.http =
        parts.add(HttpServer.start(settings, PublishSettings.SERVICE, health, metrics, routes));
    parts.add(stream);
    TopicCreator creator = new TopicCreator(settings, health);
    creator.ensure(TOPICS);
    parts.add(SubjectRegistration.start(subjects(), settings, health));
    Copartition.require(settings, health);
    Followers followers = new Followers(parts, settings, new TopicFollower.Signs(health, metrics));
    followers.published(new PublishedSink(search, index, json));
    followers.receipts(new ReceiptKeeper(book, index, metrics, clock));
    followers.marks(people);
    followers.kills(kills);
    DeskTopics topics =
        new DeskTopics(creator, new Serdes(settings, health).subjects(), own.desks().partitions());
    watch(settings, own.desks(), desks, topics);
    parts.add(gate(settings, own, new DeskStep(desks, topics, metrics), metrics));
    if (own.webhooks() != null) {
      Webhooks.Plan plan =
          new Webhooks.Plan(own.webhooks(), own.desks().interval(), new Environment(environment));
      webhooks.set(
          parts.add(WebhookSetup.start(settings, plan, health, log, clock, new Links(url()))));
    }
    health.ready(START);
  }

  /**
   * Starts the service.
   *
   * @param environment variables that the file of subscriptions may name
   * @throws io.wiredesk.runtime.SettingsException for wrong settings
   */
  public static PublishService start(
      Settings settings, Clock clock, Map<String, String> environment) {
    Parts parts = new Parts();
    try {
      return new PublishService(parts, settings, clock, environment);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** What the registry has to have for this service: schemas of values by topic. */
  public static Map<String, Schema> subjects() {
    Map<String, Schema> subjects = new LinkedHashMap<>();
    TOPICS.forEach(topic -> subjects.put(topic.topicName(), topic.valueSchema()));
    String own = StreamsService.applicationId(PublishSettings.SERVICE);
    subjects.put(own + "-" + PublishTopology.STATES + "-changelog", GateState.getClassSchema());
    subjects.put(own + "-" + PublishTopology.REACH + "-changelog", DeskReach.getClassSchema());
    return subjects;
  }

  @Override
  public String name() {
    return PublishSettings.SERVICE;
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

  private boolean isStarted() {
    return !health.reasons().containsKey(START);
  }

  private static OrderAccess access(Settings settings, PublishSettings own) {
    return new OrderAccess(
        own.ordersKey(), settings.string(CommonSettings.of(PublishSettings.SERVICE, "http.host")));
  }

  private static Path stateDirectory(Settings settings) {
    return settings.path(CommonSettings.of(PublishSettings.SERVICE, "state.dir"));
  }

  private void watch(
      Settings settings, PublishSettings.DesksPlace place, Desks desks, DeskTopics topics) {
    if (place.file() != null) {
      Path kept = stateDirectory(settings).resolve("desks.json");
      DeskWatch.Plan plan = new DeskWatch.Plan(place.file(), kept, place.interval());
      parts.add(new DeskWatch(plan, desks, topics, health).start());
    }
  }

  private StreamsService gate(
      Settings settings, PublishSettings own, DeskStep desks, Metrics metrics) {
    DeadLetters letters = new DeadLetters(Stage.PUBLISH, clock, Version.CURRENT);
    PublishTopology topology =
        new PublishTopology(
            new Serdes(settings, health),
            new PublishTopology.Steps(
                new Gate(Version.CURRENT, own.keepCopy()), own.interval(), desks),
            letters,
            metrics);
    return StreamsService.start(
        topology.build(),
        new StreamsService.Surroundings(
            PublishSettings.SERVICE, settings, health, metrics, letters),
        Lane.BOTH);
  }

  private void bytes(
      JavalinConfig config, OrderAccess access, PublicIndex index, Settings settings) {
    RecordReader reader = new RecordReader(settings, health);
    new LetterRoutes(access, reader).addTo(config);
    new RawRoute(access, index, reader).addTo(config);
  }

  private static Consumer<JavalinConfig> routes(
      PublicIndex index, SearchIndex search, EventStream stream) {
    return config -> {
      new StreamRoute(index, search, stream).addTo(config);
      new ConsoleRoutes().addTo(config);
    };
  }
}
