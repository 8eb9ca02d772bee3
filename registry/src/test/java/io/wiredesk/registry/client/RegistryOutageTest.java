package io.wiredesk.registry.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.SchemaText;
import io.wiredesk.registry.serde.Failures;
import io.wiredesk.registry.serde.KafkaAvroDeserializer;
import io.wiredesk.registry.serde.KafkaAvroSerializer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A registry that is down, slow, in trouble, or not a registry at all. */
class RegistryOutageTest {
  private static final String ID_1 = "{\"id\":1}";
  private static final SchemaText STRING = SchemaText.of("\"string\"");

  private final List<Long> pauses = new ArrayList<>();

  private static Map<String, Object> settings(String urls) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("schema.registry.url", urls);
    settings.put("http.read.timeout.ms", "300");
    settings.put("http.connect.timeout.ms", "300");
    settings.put("max.retries", "2");
    settings.put("retries.wait.ms", "1");
    return settings;
  }

  private RestRegistry client(Map<String, Object> settings) {
    return new RestRegistry(new ClientConfig(settings), pauses::add);
  }

  private static String deadUrl() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    }
  }

  @ParameterizedTest
  @CsvSource({"408", "429", "500", "502", "503", "504", "599"})
  void asksAgainAfterAFailureThatPasses(int status) {
    try (FakeRegistry fake = new FakeRegistry(FakeRegistry.says(status, "<html>busy</html>"))) {
      RestRegistry client = client(settings(fake.url()));

      assertThatThrownBy(() -> client.register("s", STRING, false))
          .isInstanceOfSatisfying(
              RegistryException.class, e -> assertThat(e.status()).isEqualTo(status));
      assertThat(fake.requests()).hasSize(3);
      assertThat(pauses).hasSize(2);

      fake.behave(FakeRegistry.says(200, ID_1));
      assertThat(client.register("s", STRING, false)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"400", "401", "403", "404", "409", "422", "301"})
  void doesNotAskAgainAfterARefusal(int status) {
    try (FakeRegistry fake = new FakeRegistry(FakeRegistry.says(status, ""))) {
      assertThatThrownBy(() -> client(settings(fake.url())).register("s", STRING, false))
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining(Integer.toString(status));
      assertThat(fake.requests()).hasSize(1);
    }
  }

  @Test
  void waitsLongerEachTimeAndNeverLongerThanTheLimit() {
    Map<String, Object> settings = new HashMap<>();
    try (FakeRegistry fake = new FakeRegistry(FakeRegistry.says(503, ""))) {
      settings.putAll(settings(fake.url()));
      settings.put("max.retries", "6");
      settings.put("retries.wait.ms", "100");
      settings.put("retries.max.wait.ms", "800");

      assertThatThrownBy(() -> client(settings).schema(1)).isInstanceOf(RegistryException.class);
    }
    assertThat(pauses).hasSize(6);
    long expected = 100;
    for (long pause : pauses) {
      assertThat(pause).isBetween(expected / 2, expected);
      expected = Math.min(800, expected * 2);
    }
  }

  @Test
  void goesToTheNextAddressAndStaysThere() throws Exception {
    try (FakeRegistry broken = new FakeRegistry(FakeRegistry.says(500, ""));
        FakeRegistry good = new FakeRegistry(FakeRegistry.says(200, ID_1))) {
      String urls = deadUrl() + ", " + broken.url() + "/ ," + good.url();
      RestRegistry client = client(settings(urls));

      assertThat(client.register("s", STRING, false)).isEqualTo(1);
      assertThat(client.register("s", STRING, false)).isEqualTo(1);

      assertThat(broken.requests()).hasSize(1);
      assertThat(good.requests()).hasSize(2);
      assertThat(pauses).isEmpty();
    }
  }

  static Stream<Arguments> silence() {
    return Stream.of(
        Arguments.of("hangs", TimeoutException.class),
        Arguments.of("drips", TimeoutException.class),
        Arguments.of("garbage", DisconnectException.class),
        Arguments.of("empty", DisconnectException.class),
        Arguments.of("other json", DisconnectException.class),
        Arguments.of("closes", DisconnectException.class));
  }

  @ParameterizedTest
  @MethodSource("silence")
  void surfacesAsRetriableAndMendsByItself(String trouble, Class<?> expected) {
    try (FakeRegistry fake = new FakeRegistry(FakeRegistry.says(200, ID_1));
        KafkaAvroSerializer serializer = new KafkaAvroSerializer()) {
      fake.behave(
          switch (trouble) {
            case "hangs" -> fake.hangs();
            case "drips" -> fake.drips();
            case "garbage" -> FakeRegistry.says(200, "<html>Welcome to nginx</html>");
            case "empty" -> FakeRegistry.says(200, "");
            case "other json" -> FakeRegistry.says(200, "{\"hello\":[1]}");
            default -> exchange -> exchange.close();
          });
      Map<String, Object> settings = settings(fake.url());
      settings.put("max.retries", "0");
      serializer.configure(settings, false);

      assertThatThrownBy(() -> serializer.serialize("t", "text"))
          .isInstanceOf(RetriableException.class)
          .isInstanceOf(expected)
          .satisfies(e -> assertThat(Failures.isRetriable(new RuntimeException(e))).isTrue());
      fake.behave(FakeRegistry.says(200, ID_1));
      assertThat(serializer.serialize("t", "text")).startsWith(0, 0, 0, 0, 1);
    }
  }

  @Test
  void surfacesAsRetriableWhenNobodyListens() throws Exception {
    try (KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer()) {
      String url = deadUrl();
      deserializer.configure(settings(url), false);

      assertThatThrownBy(() -> deserializer.deserialize("t", new byte[] {0, 0, 0, 0, 9, 1}))
          .isInstanceOf(DisconnectException.class)
          .hasMessageContaining(url);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401,org.apache.kafka.common.errors.AuthenticationException,false",
    "403,org.apache.kafka.common.errors.AuthorizationException,false",
    "404,org.apache.kafka.common.errors.SerializationException,false",
    "408,org.apache.kafka.common.errors.TimeoutException,true",
    "409,org.apache.kafka.common.errors.SerializationException,false",
    "422,org.apache.kafka.common.errors.SerializationException,false",
    "429,org.apache.kafka.common.errors.ThrottlingQuotaExceededException,true",
    "500,org.apache.kafka.common.errors.DisconnectException,true",
    "503,org.apache.kafka.common.errors.DisconnectException,true",
    "504,org.apache.kafka.common.errors.TimeoutException,true"
  })
  void becomesTheExceptionOfKafkaThatMeansTheSame(int status, Class<?> type, boolean retriable) {
    try (FakeRegistry fake =
            new FakeRegistry(
                FakeRegistry.says(status, "{\"error_code\":" + status + ",\"message\":\"why\"}"));
        KafkaAvroSerializer serializer = new KafkaAvroSerializer()) {
      Map<String, Object> settings = settings(fake.url());
      settings.put("max.retries", "0");
      serializer.configure(settings, false);

      assertThatThrownBy(() -> serializer.serialize("t", "text"))
          .isExactlyInstanceOf(type)
          .hasMessageContaining("why")
          .hasMessageContaining("t-value")
          .satisfies(e -> assertThat(Failures.isRetriable(e)).isEqualTo(retriable));
    }
  }

  @Test
  void showsNoPasswordInMessages() throws Exception {
    String url = deadUrl().replace("http://", "http://desk:geheim@");
    assertThatThrownBy(() -> client(settings(url)).schema(1))
        .isInstanceOf(RegistryException.class)
        .hasMessageNotContaining("geheim");
    assertThat(
            new ClientConfig(Map.of("schema.registry.url", "x", "basic.auth.user.info", "u:geheim"))
                .values())
        .extractingByKey("basic.auth.user.info")
        .asString()
        .doesNotContain("geheim");
  }
}
