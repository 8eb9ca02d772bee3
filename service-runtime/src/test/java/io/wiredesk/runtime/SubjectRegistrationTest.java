package io.wiredesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.Deleted;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.SchemaText;
import io.wiredesk.registry.client.Registries;
import io.wiredesk.registry.server.RegistryServer;
import io.wiredesk.registry.store.MemorySchemaLog;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.RawNews;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Promise: nobody's schema stands in the way of ours, and a registry that refuses is waited for.
 */
class SubjectRegistrationTest {

  private static final String LETTERS = "news.dead-letters";
  private static final Map<String, Schema> SUBJECTS =
      Map.of(
          "news.raw",
          RawNews.getClassSchema(),
          "news.desk.sport",
          PublishedItem.getClassSchema(),
          LETTERS,
          DeadLetter.getClassSchema());

  private final MemorySchemaLog log = new MemorySchemaLog();
  private final Health health = new Health();
  private final List<SubjectRegistration> registrations = new ArrayList<>();
  private RegistryServer server;
  private SchemaRegistry registry;

  @BeforeEach
  void start() throws Exception {
    server = new RegistryServer(() -> log, RegistryServer.Options.loopback(0)).start();
    registry = Registries.open(Map.of("schema.registry.url", server.url().toString()));
  }

  @AfterEach
  void stop() {
    registrations.forEach(SubjectRegistration::close);
    server.close();
  }

  private void register(String url, Map<String, String> further) {
    Map<String, String> settings = new java.util.HashMap<>(further);
    settings.put(CommonSettings.REGISTRY_URL, url);
    registrations.add(
        SubjectRegistration.start(
            SUBJECTS,
            Settings.load(CommonSettings.define("test", 0), "test", settings, Map.of()),
            health));
  }

  private void register() {
    register(server.url().toString(), Map.of());
  }

  private void awaitReady() {
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(health::isReady);
  }

  @Test
  void setsTheLevelFirstThenTheVersionOfEverySubject() {
    register();
    awaitReady();
    for (String topic : SUBJECTS.keySet()) {
      assertThat(registry.compatibility(topic + "-value", false))
          .isEqualTo(CompatibilityLevel.FULL_TRANSITIVE);
      assertThat(registry.versions(topic + "-value", Deleted.HIDDEN)).containsExactly(1);
    }
    List<String> written = new ArrayList<>();
    log.rewind();
    log.catchUp((key, value) -> written.add(key));
    for (String topic : SUBJECTS.keySet()) {
      List<String> ofSubject = written.stream().filter(k -> k.contains(topic)).toList();
      assertThat(ofSubject.get(0)).contains("CONFIG");
      assertThat(ofSubject.get(1)).contains("SCHEMA");
    }
  }

  @Test
  void threeServicesAtOnceRegisterNothingTwice() {
    register();
    register();
    register();
    awaitReady();
    for (String topic : SUBJECTS.keySet()) {
      assertThat(registry.versions(topic + "-value", Deleted.INCLUDED)).containsExactly(1);
    }
    assertThat(registry.subjects("", Deleted.INCLUDED)).hasSize(SUBJECTS.size());
  }

  @Test
  void takesNoSchemaThatOursCouldNotFollow() {
    register();
    awaitReady();
    Schema without = new Schema.Parser().parse(DeadLetter.getClassSchema().toString());
    String text = without.toString().replace("\"name\":\"payload\"", "\"name\":\"bytes\"");
    assertThat(registry.incompatibilities(LETTERS + "-value", SchemaText.of(text), null, false))
        .isNotEmpty();
  }

  @Test
  void isNotReadyWithTheReasonWhileAStrangersSchemaStandsInTheWay() {
    registry.register(LETTERS + "-value", SchemaText.of("\"string\""), false);
    register();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> health.toString().contains("incompatible"));
    assertThat(health.isAlive()).isTrue();
    assertThat(health.reasons().get("subjects")).contains(LETTERS + "-value");
    assertThat(registry.versions("news.raw-value", Deleted.HIDDEN))
        .as("the others are not kept out")
        .hasSize(1);

    registry.deleteSubject(LETTERS + "-value", false);
    awaitReady();
    assertThat(registry.version(LETTERS + "-value", SchemaRegistry.LATEST, false).schema().text())
        .contains("payload");
  }

  @Test
  void looksSubjectsUpWhereServicesMayNotRegister() {
    Map<String, String> lookUp = Map.of("kafka.auto.register.schemas", "false");
    register(server.url().toString(), lookUp);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> health.toString().contains("not found"));
    assertThat(registry.subjects("", Deleted.INCLUDED)).isEmpty();
    Serdes operator =
        new Serdes(
            CommonSettings.AVRO_SERDE,
            Map.of("schema.registry.url", server.url().toString()),
            Patience.with("registry", new Health()));
    SUBJECTS.forEach(operator.subjects()::ensure);
    awaitReady();

    assertThat(registry.compatibility(null, true)).isEqualTo(CompatibilityLevel.BACKWARD);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 405})
  void aRegistryThatDoesNotLetUsSetLevelsIsAWarning(int status) throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer foreign =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    foreign.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + path);
            boolean config = path.startsWith("/config");
            byte[] body =
                (config ? "{\"error_code\":" + status + ",\"message\":\"no\"}" : "{\"id\":7}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(config ? status : 200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    foreign.start();
    register("http://127.0.0.1:" + foreign.getAddress().getPort(), Map.of());
    awaitReady();

    foreign.stop(0);

    assertThat(health.warnings().get("registry")).contains("FULL_TRANSITIVE").contains("no");
    assertThat(asked).contains("POST /subjects/news.raw-value/versions");
  }
}
