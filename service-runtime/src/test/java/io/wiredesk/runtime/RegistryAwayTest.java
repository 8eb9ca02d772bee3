package io.wiredesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.wiredesk.registry.server.RegistryServer;
import io.wiredesk.registry.store.MemorySchemaLog;
import io.wiredesk.schemas.Receipt;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Serde;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service's serdes do while the registry is away in any of the ways there are. */
class RegistryAwayTest {
  private static final Receipt RECEIPT =
      Receipt.newBuilder()
          .setConsumer("cms")
          .setUri("urn:1")
          .setSequence(1)
          .setActedAt(Instant.EPOCH)
          .build();

  private final Health health = new Health();
  private final MemorySchemaLog log = new MemorySchemaLog();
  private int port;

  @BeforeEach
  void choosePort() throws Exception {
    try (RegistryServer probe = RegistryServer.inMemory().start()) {
      port = probe.url().getPort();
    }
  }

  private Serde<Receipt> serde() {
    return new Serdes(
            "io.wiredesk.registry.serde.AvroSerde",
            Map.of("schema.registry.url", "http://127.0.0.1:" + port, "http.read.timeout.ms", 200),
            new Patience(
                "registry",
                health,
                Duration.ofMinutes(1),
                new Backoff(Duration.ofMillis(5), Duration.ofMillis(20))))
        .value();
  }

  private RegistryServer registry() throws Exception {
    log.rewind();
    return new RegistryServer(() -> log, RegistryServer.Options.loopback(port)).start();
  }

  private void awaitNotReady() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> health.reasons().containsKey("registry"));
    assertThat(health.toString()).contains("registry").contains(Integer.toString(port));
  }

  @Test
  void waitsForARegistryThatIsNotThereYetAndGoesOnByItself() throws Exception {
    Serde<Receipt> serde = serde();
    CompletableFuture<byte[]> written =
        CompletableFuture.supplyAsync(() -> serde.serializer().serialize("t", RECEIPT));
    awaitNotReady();
    assertThat(written).isNotDone();

    try (RegistryServer server = registry()) {
      byte[] bytes = written.get(60, TimeUnit.SECONDS);

      assertThat(bytes).startsWith(0, 0, 0, 0, 1);
      assertThat(health.isReady()).isTrue();
      assertThat(server.url().getPort()).isEqualTo(port);
    }
  }

  @Test
  void needsNoRegistryForWhatItKnowsAndWaitsForWhatItDoesNot() throws Exception {
    Serde<Receipt> serde = serde();
    byte[] bytes;
    try (RegistryServer server = registry()) {
      bytes = serde.serializer().serialize("t", RECEIPT);
      assertThat(server.url().getPort()).isEqualTo(port);
    }

    assertThat(serde.serializer().serialize("t", RECEIPT)).isEqualTo(bytes);
    Serde<Receipt> newcomer = serde();
    CompletableFuture<Receipt> read =
        CompletableFuture.supplyAsync(() -> newcomer.deserializer().deserialize("t", bytes));
    awaitNotReady();
    try (RegistryServer server = registry()) {
      assertThat(read.get(60, TimeUnit.SECONDS)).isEqualTo(RECEIPT);
      assertThat(server.url().getPort()).isEqualTo(port);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "409", "404", "403", "garbage", "hangs"})
  void waitsOutARegistryThatAnswersWrongly(String trouble) throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    HttpServer broken =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    var threads = Executors.newCachedThreadPool();
    broken.setExecutor(threads);
    broken.createContext(
        "/",
        exchange -> {
          try (exchange) {
            if (trouble.equals("hangs")) {
              end.await();
            }
            byte[] body = "<html>sorry</html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                trouble.matches("\\d+") ? Integer.parseInt(trouble) : 200, body.length);
            exchange.getResponseBody().write(body);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    broken.start();
    Serde<Receipt> serde = serde();
    CompletableFuture<byte[]> written =
        CompletableFuture.supplyAsync(() -> serde.serializer().serialize("t", RECEIPT));
    awaitNotReady();
    end.countDown();
    broken.stop(0);
    threads.shutdownNow();

    try (RegistryServer server = registry()) {
      assertThat(written.get(60, TimeUnit.SECONDS)).startsWith(0, 0, 0, 0, 1);
      assertThat(health.isReady()).isTrue();
      assertThat(server.url().getPort()).isEqualTo(port);
    }
  }
}
