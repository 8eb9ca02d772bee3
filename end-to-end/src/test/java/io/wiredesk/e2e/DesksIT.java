package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.cli.node.EmbeddedKafka;
import io.wiredesk.cli.tool.DeskCommands;
import io.wiredesk.cli.tool.DeskTry;
import io.wiredesk.cli.tool.TailCommand;
import io.wiredesk.cli.tool.TopicReader;
import io.wiredesk.publish.PublishService;
import io.wiredesk.publish.PublishSettings;
import io.wiredesk.registry.server.RegistryServer;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.KafkaLog;
import io.wiredesk.runtime.Settings;
import io.wiredesk.runtime.SettingsException;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.Transport;
import io.wiredesk.schemas.TrustedClasses;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Desks on a real broker: topics, a file that changes while items flow, and the command line. */
final class DesksIT {

  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Duration ANSWER_IS_GOOD = Duration.ofSeconds(6);

  @TempDir Path directory;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private RegistryServer registry;
  private EmbeddedKafka kafka;
  private Settings settings;
  private PublishService service;
  private KafkaLog log;

  @BeforeEach
  void start() throws java.io.IOException {
    TrustedClasses.trust();
    registry = RegistryServer.inMemory().start();
    kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
    desks("desks: [{name: ferries, query: 'text:ferry'}]");
    settings =
        Settings.load(
            PublishSettings.definition(),
            PublishSettings.SERVICE,
            Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "schema.registry.url", registry.url().toString(),
                "topics.partitions", "3",
                "publish.http.port", "0",
                "publish.desks.file", directory.resolve("desks.yml").toString(),
                "publish.desks.interval.ms", "100",
                "publish.state.dir", directory.resolve("state").toString()),
            Map.of());
    service = PublishService.start(settings, Clock.systemUTC());
    log = new KafkaLog(settings, new Health(), Duration.ofSeconds(20));
    await().atMost(SOON).until(() -> service.health().isReady());
  }

  @AfterEach
  void stop() {
    log.close();
    service.close();
    kafka.close();
    registry.close();
  }

  @Test
  void fileThatChangesCountsForTheNextItemsAndLosesNothing() throws Exception {
    send(item("urn:e2e:a", 1).build());
    await().atMost(SOON).until(() -> states("ferries").equals(List.of(PublicState.PUBLISHED)));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "news.desk.ferries");
      var config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
      assertThat(config.get("retention.ms").value())
          .isEqualTo(Long.toString(Duration.ofDays(7).toMillis()));
    }

    desks("desks: [{name: ferries, query: 'text:('}, {name: coast, query: 'text:coast*'}]");
    await().atMost(SOON).until(() -> get("/desks").contains("\"name\":\"coast\""));
    assertThat(get("/desks"))
        .contains("\"state\":\"running as before\"")
        .contains("line 1: The query ends too early.");
    assertThat(get("/health/ready")).contains("The query ends too early.").contains("\"up\"");
    send(item("urn:e2e:a", 2).setText("The ferry sank off the coast.").build());
    await().atMost(SOON).until(() -> states("coast").equals(List.of(PublicState.PUBLISHED)));
    await().atMost(SOON).until(() -> states("ferries").size() == 2);

    desks("desks: [{name: coast, query: 'text:coast*'}]");
    await()
        .atMost(SOON)
        .until(
            () ->
                states("ferries")
                    .equals(
                        List.of(PublicState.PUBLISHED, PublicState.PUBLISHED, PublicState.LEFT)));
    assertThat(get("/health/ready")).doesNotContain("warnings");

    service.close();
    Files.writeString(directory.resolve("desks.yml"), "desks: [");
    service = PublishService.start(settings, Clock.systemUTC());
    send(item("urn:e2e:a", 3).setSignal(Signal.CANCEL).setPubStatus(PubStatus.CANCELED).build());
    await().atMost(SOON).until(() -> states("coast").contains(PublicState.CANCELED));
    await().atMost(SOON).until(() -> states("ferries").contains(PublicState.CANCELED));
    assertThat(records("ferries").toString())
        .doesNotContain("\"state\": \"CANCELED\", \"reason\": null");
    assertThat(get("/health/ready")).contains("Not YAML").contains("\"up\"");
  }

  @Test
  void topicThatAnOperatorDeletedWithItsDeskStopsNothing() throws Exception {
    send(item("urn:e2e:a", 1).build());
    await().atMost(SOON).until(() -> states("ferries").size() == 1);
    desks("desks: [{name: others, query: 'text:nothing'}]");
    await().atMost(SOON).until(() -> states("ferries").contains(PublicState.LEFT));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.deleteTopics(List.of("news.desk.ferries")).all().get();
    }
    await().pollDelay(ANSWER_IS_GOOD).atMost(SOON).until(() -> true); // what it knew of topics
    send(item("urn:e2e:a", 2).setSignal(Signal.CANCEL).setPubStatus(PubStatus.CANCELED).build());
    await().atMost(SOON).until(() -> get("/items/urn:e2e:a").contains("CANCELED"));
    assertThat(get("/metrics")).contains("publish_desks_without_topic_total");
  }

  @Test
  void commandLineListsTriesAndTails() throws Exception {
    send(item("urn:e2e:a", 1).build());
    send(item("urn:e2e:b", 1).setText("A train left.").build());
    send(item("urn:e2e:c", 1).build());
    send(item("urn:e2e:c", 2).setText("A train, not a ferry boat, left.").build());
    await().atMost(SOON).until(() -> states("ferries").size() == 3);
    await().atMost(SOON).until(() -> get("/desks/ferries/items").contains("urn:e2e:c"));

    Run list = run(new DeskCommands(), "list", "--url", service.url());
    assertThat(list.code()).as(list.err()).isZero();
    assertThat(list.out()).contains("ferries").contains("2 items").contains("text:ferry");

    Run found = run(new DeskTry(), broker("text:train"));
    assertThat(found.out().lines()).hasSize(2).allMatch(line -> line.contains("e2e"));
    assertThat(found.err()).contains("2 items match");
    assertThat(run(new DeskTry(), broker("text:train", "--limit", "1")).out().lines()).hasSize(1);
    assertThat(run(new DeskTry(), broker("text:train", "--since", "2030-01-01")).out()).isEmpty();
    Run wrong = run(new DeskTry(), broker("sections:sport"));
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("There is no field sections").hasLineCount(1);

    String tail = tail("--desk", "ferries", "--from-beginning", "--limit", "3");
    assertThat(tail.lines()).hasSize(3).allMatch(line -> line.contains("AGY"));
    assertThat(get("/desks/none")).contains("There is no such desk");
  }

  private record Run(int code, String out, String err) {}

  private static Run run(Object command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    line.setExecutionExceptionHandler(
        (e, failed, parsed) -> {
          failed.getErr().println(e.getMessage());
          return e instanceof SettingsException ? 2 : 1;
        });
    return new Run(line.execute(arguments), out.toString(), err.toString());
  }

  private String tail(String... arguments) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      new CommandLine(new TailCommand()).execute(broker(arguments));
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private String[] broker(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of("--bootstrap", kafka.bootstrapServers(), "--registry", registry.url().toString()));
    return all.toArray(String[]::new);
  }

  private List<PublicState> states(String desk) {
    return records(desk).stream().map(PublishedItem::getState).toList();
  }

  private List<PublishedItem> records(String desk) {
    List<PublishedItem> records = new ArrayList<>();
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers", kafka.bootstrapServers(),
            "schema.registry.url", registry.url().toString());
    new TopicReader(new HashMap<>(config))
        .readSince(
            Topic.DESK_PREFIX + desk,
            Instant.EPOCH,
            (key, record) -> records.add((PublishedItem) record));
    return records;
  }

  private void desks(String text) throws java.io.IOException {
    Files.writeString(directory.resolve("desks.yml"), text);
  }

  private void send(NewsItem item) {
    log.append(Topic.ENRICHED.topicName(), item.getUri(), item);
  }

  private String get(String path) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(service.url() + path)).build(),
            BodyHandlers.ofString())
        .body();
  }

  private static NewsItem.Builder item(String uri, int version) {
    Instant now = Instant.now();
    return NewsItem.newBuilder()
        .setUri(uri)
        .setVersion(Integer.toString(version))
        .setRevision(version)
        .setVersionCreated(now)
        .setHeadlines(List.of(new TextValue("main", null, "Headline of e2e " + uri)))
        .setText("The ferry sank.")
        .setSource(
            Source.newBuilder()
                .setFeed("e2e")
                .setProvider("AGY")
                .setTransport(Transport.FILE)
                .setFormat("ninjs")
                .setReceivedAt(now)
                .setSha256("00")
                .build());
  }
}
