package io.wiredesk.e2e;

import static org.awaitility.Awaitility.await;

import io.wiredesk.cli.node.EmbeddedKafka;
import io.wiredesk.cli.tail.TopicReader;
import io.wiredesk.publish.PublishService;
import io.wiredesk.publish.PublishSettings;
import io.wiredesk.registry.server.RegistryServer;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.KafkaLog;
import io.wiredesk.runtime.Settings;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.Transport;
import io.wiredesk.schemas.TrustedClasses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * A publish service alone on a real broker and registry; the test writes what enrich would. One
 * test's; its closing stops all three.
 */
final class PublishBench implements AutoCloseable {

  static final Duration SOON = Duration.ofSeconds(60);

  /** What files of settings may name. */
  static final Map<String, String> ENVIRONMENT =
      Map.of("WEBHOOK_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  private final Path directory;
  private final Map<String, String> further;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private final RegistryServer registry;
  private final EmbeddedKafka kafka;
  private final KafkaLog log;
  private PublishService service;

  /** Returns when the service is ready; {@code further} are settings of the publish service. */
  PublishBench(Path directory, Map<String, String> further) throws IOException {
    TrustedClasses.trust();
    this.directory = directory;
    this.further = further;
    registry = RegistryServer.inMemory().start();
    kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
    service = PublishService.start(settings("one"), Clock.systemUTC(), ENVIRONMENT);
    log = new KafkaLog(settings("one"), new Health(), Duration.ofSeconds(20));
    await().atMost(SOON).until(() -> service.health().isReady());
  }

  /** Settings of an instance; each has a state directory of its own. */
  Settings settings(String instance) {
    Map<String, String> given = new HashMap<>(further);
    given.put("kafka.bootstrap.servers", kafka.bootstrapServers());
    given.put("schema.registry.url", registryUrl());
    given.put("topics.partitions", "3");
    given.put("publish.http.port", "0");
    given.put("publish.state.dir", directory.resolve("state-" + instance).toString());
    return Settings.load(PublishSettings.definition(), PublishSettings.SERVICE, given, Map.of());
  }

  PublishService service() {
    return service;
  }

  /** Stops the service; broker and registry go on. */
  void stopService() {
    service.close();
  }

  /** Starts the service again on its state directory; it need not be ready yet. */
  void startService() {
    service = PublishService.start(settings("one"), Clock.systemUTC(), ENVIRONMENT);
  }

  String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  String registryUrl() {
    return registry.url().toString();
  }

  void send(NewsItem item) {
    append(Topic.ENRICHED.topicName(), item.getUri(), item);
  }

  void append(String topic, String key, SpecificRecord record) {
    log.append(topic, key, record);
  }

  HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(service.url() + path)).build();
  }

  <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws Exception {
    return client.send(request, handler);
  }

  String get(String path) throws Exception {
    return send(request(path), BodyHandlers.ofString()).body();
  }

  /** All records of the desk's topic, in each partition's order. */
  List<PublishedItem> desk(String name) {
    List<PublishedItem> records = new ArrayList<>();
    new TopicReader(
            new HashMap<>(
                Map.of(
                    "bootstrap.servers", bootstrapServers(), "schema.registry.url", registryUrl())))
        .readSince(
            Topic.DESK_PREFIX + name,
            Instant.EPOCH,
            record -> records.add((PublishedItem) record.value()));
    return records;
  }

  static NewsItem.Builder item(String uri, int version, String headline, String text) {
    Instant now = Instant.now();
    return NewsItem.newBuilder()
        .setUri(uri)
        .setVersion(Integer.toString(version))
        .setRevision(version)
        .setVersionCreated(now)
        .setHeadlines(List.of(new TextValue("main", null, headline)))
        .setText(text)
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

  @Override
  public void close() {
    log.close();
    service.close();
    kafka.close();
    registry.close();
  }
}
