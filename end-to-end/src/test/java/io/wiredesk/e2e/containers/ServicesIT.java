package io.wiredesk.e2e.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Each service's image alone, against a broker and a registry in containers. */
@ContainerTest
@Timeout(300)
class ServicesIT {

  private static final String BROKER = "broker:19092";
  private static final int REGISTRY_PORT = 8081;

  private final Http http = new Http();
  private final Network network = Network.newNetwork();
  private final KafkaContainer kafka =
      new KafkaContainer(
              DockerImageName.parse(Repository.setting("KAFKA_IMAGE"))
                  .asCompatibleSubstituteFor("apache/kafka"))
          .withNetwork(network)
          .withListener(BROKER)
          .withEnv("KAFKA_MESSAGE_MAX_BYTES", "25165824");
  private final GenericContainer<?> registry = registry();
  private TopicReader topics;

  @BeforeAll
  void start() {
    kafka.start();
    registry.start();
    topics =
        new TopicReader(
            kafka.getBootstrapServers(),
            "http://localhost:"
                + registry.getMappedPort(REGISTRY_PORT)
                + Repository.registryPath());
  }

  @AfterAll
  void stop() {
    registry.stop();
    kafka.stop();
    network.close();
  }

  @Test
  void ingestTurnsPushedBytesIntoAnItem() {
    try (GenericContainer<?> ingest = service("INGEST_IMAGE", 8082)) {
      ingest.start();
      int status =
          http.post(
                  "http://localhost:" + ingest.getMappedPort(8082) + "/feeds/test/items",
                  WireFolder.story("pushed"))
              .statusCode();
      assertThat(status).isEqualTo(202);
      NewsItem item = first(Topic.ITEMS, "urn:newsml:test.example.org:20260301:pushed");
      assertThat(item.getSource().getFeed()).isEqualTo("test");
      assertThat(item.getText()).contains("Maria Lindqvist");
    }
  }

  @Test
  void enrichFindsWhoAndWhereAnItemIsAbout() throws Exception {
    try (GenericContainer<?> enrich = service("ENRICH_IMAGE", 8083)) {
      enrich.start();
      topics.append(Topic.ITEMS, "urn:test:enrich", item("urn:test:enrich"));
      NewsItem item = first(Topic.ENRICHED, "urn:test:enrich");
      assertThat(item.getEnrichment()).isNotNull();
      assertThat(item.getEnrichment().getLanguage()).isEqualTo("en");
      assertThat(item.getEnrichment().getEntities())
          .extracting(entity -> entity.getName())
          .contains("Angela Merkel", "Paris");
    }
  }

  @Test
  void publishReleasesAnEnrichedItem() throws Exception {
    try (GenericContainer<?> publish = service("PUBLISH_IMAGE", 8080)) {
      publish.start();
      topics.append(Topic.ENRICHED, "urn:test:publish", item("urn:test:publish"));
      PublishedItem item = first(Topic.PUBLISHED, "urn:test:publish");
      assertThat(item.getState()).isEqualTo(PublicState.PUBLISHED);
      assertThat(item.getSequence()).isEqualTo(1);
    }
  }

  private <T extends SpecificRecord> T first(Topic topic, String uri) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .until(
            () ->
                topics.<T>all(topic).stream()
                    .filter(record -> uri.equals(record.key()))
                    .map(record -> record.value())
                    .findFirst()
                    .orElse(null),
            found -> found != null);
  }

  private GenericContainer<?> service(String image, int port) {
    return new GenericContainer<>(DockerImageName.parse(Repository.setting(image)))
        .withNetwork(network)
        .withEnv("KAFKA_BOOTSTRAP_SERVERS", BROKER)
        .withEnv(
            "SCHEMA_REGISTRY_URL", "http://registry:" + REGISTRY_PORT + Repository.registryPath())
        .withTmpFs(Map.of("/tmp", "exec,mode=1777", "/wires", "mode=1777"))
        .withCreateContainerCmdModifier(cmd -> cmd.getHostConfig().withReadonlyRootfs(true))
        .withExposedPorts(port)
        .waitingFor(Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(2)));
  }

  private GenericContainer<?> registry() {
    boolean confluent = Repository.setting("SCHEMA_REGISTRY").equals("confluent");
    String image =
        Repository.setting(confluent ? "CONFLUENT_REGISTRY_IMAGE" : "APICURIO_REGISTRY_IMAGE");
    return new GenericContainer<>(DockerImageName.parse(image))
        .withNetwork(network)
        .withNetworkAliases("registry")
        .withEnv(
            confluent
                ? Map.of(
                    "SCHEMA_REGISTRY_HOST_NAME",
                    "registry",
                    "SCHEMA_REGISTRY_LISTENERS",
                    "http://0.0.0.0:" + REGISTRY_PORT,
                    "SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS",
                    BROKER)
                : Map.of(
                    "QUARKUS_HTTP_PORT",
                    Integer.toString(REGISTRY_PORT),
                    "QUARKUS_MANAGEMENT_ENABLED",
                    "false",
                    "JDK_JAVA_OPTIONS",
                    "-Xmx160m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"))
        .withExposedPorts(REGISTRY_PORT)
        .waitingFor(
            Wait.forHttp(Repository.registryPath() + "/subjects")
                .withStartupTimeout(Duration.ofMinutes(2)));
  }

  private static NewsItem item(String uri) {
    String text =
        "Angela Merkel met the mayor in Paris on Sunday to speak about the economy, officials said.";
    return NewsItem.newBuilder()
        .setUri(uri)
        .setRevision(1)
        .setPubStatus(PubStatus.USABLE)
        .setVersionCreated(Instant.parse("2026-03-01T12:00:00Z"))
        .setLanguage("en")
        .setHeadlines(List.of(new TextValue("main", null, "Merkel visits Paris")))
        .setBodies(List.of(new TextValue(null, "text/html", "<p>" + text + "</p>")))
        .setText(text)
        .setSource(
            Source.newBuilder()
                .setFeed("test")
                .setTransport(Transport.HTTP_PUSH)
                .setFormat("ninjs")
                .setReceivedAt(Instant.parse("2026-03-01T12:00:01Z"))
                .setSha256("0".repeat(64))
                .build())
        .build();
  }
}
