package io.wiredesk.registry.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.SchemaText;
import io.wiredesk.registry.server.RegistryServer;
import io.wiredesk.registry.store.MemorySchemaLog;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who we say we are, and over which connection. */
class AccessTest {
  private static final SchemaText STRING = SchemaText.of("\"string\"");
  private static final String BASIC = "Basic ZGVzazpzOmNyZXQ="; // desk:s:cret

  private final List<Headers> received = new CopyOnWriteArrayList<>();

  private FakeRegistry recording() {
    return new FakeRegistry(
        exchange -> {
          received.add(exchange.getRequestHeaders());
          FakeRegistry.says(200, "{\"id\":1}").answer(exchange);
        });
  }

  private static Map<String, Object> settings(String url, String... pairs) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("schema.registry.url", url);
    settings.put("max.retries", 0);
    for (int i = 0; i < pairs.length; i += 2) {
      settings.put(pairs[i], pairs[i + 1]);
    }
    return settings;
  }

  private String authorization(Map<String, Object> settings) {
    Registries.open(settings).register("s", STRING, false);
    return received.get(received.size() - 1).getFirst("Authorization");
  }

  @Test
  void sendsUserAndPasswordFromWhereItIsTold() {
    try (FakeRegistry fake = recording()) {
      String url = fake.url();

      assertThat(authorization(settings(url))).isNull();
      assertThat(authorization(settings(url.replace("://", "://desk:s%3Acret@")))).isEqualTo(BASIC);
      assertThat(
              authorization(
                  settings(
                      url,
                      "basic.auth.credentials.source",
                      "USER_INFO",
                      "basic.auth.user.info",
                      "desk:s:cret")))
          .isEqualTo(BASIC);
      assertThat(
              authorization(
                  settings(
                      url,
                      "basic.auth.credentials.source",
                      "USER_INFO",
                      "schema.registry.basic.auth.user.info",
                      "desk:s:cret")))
          .isEqualTo(BASIC);
      assertThat(
              authorization(
                  settings(
                      url,
                      "basic.auth.credentials.source",
                      "SASL_INHERIT",
                      "sasl.jaas.config",
                      "org.apache.kafka.common.security.plain.PlainLoginModule required"
                          + " username=\"desk\" password=\"s:cret\";")))
          .isEqualTo(BASIC);
    }
  }

  @Test
  void sendsTokensAndHeaders() {
    try (FakeRegistry fake = recording()) {
      String token =
          authorization(
              settings(
                  fake.url(),
                  "bearer.auth.credentials.source",
                  "STATIC_TOKEN",
                  "bearer.auth.token",
                  "abc",
                  "bearer.auth.logical.cluster",
                  "lsrc-1",
                  "bearer.auth.identity.pool.id",
                  "pool-1",
                  "request.header.X-Desk",
                  "foreign"));

      assertThat(token).isEqualTo("Bearer abc");
      Headers headers = received.get(0);
      assertThat(headers.getFirst("target-sr-cluster")).isEqualTo("lsrc-1");
      assertThat(headers.getFirst("Confluent-Identity-Pool-Id")).isEqualTo("pool-1");
      assertThat(headers.getFirst("X-Desk")).isEqualTo("foreign");
      assertThat(headers.getFirst("Content-Type")).isEqualTo(HttpExchanges.CONTENT_TYPE);
    }
  }

  @Test
  void fetchesATokenOnceForManyRequests() {
    try (FakeRegistry fake = recording();
        FakeRegistry issuer =
            new FakeRegistry(
                FakeRegistry.says(200, "{\"access_token\":\"t1\",\"expires_in\":3600}"))) {
      Map<String, Object> settings =
          settings(
              fake.url(),
              "bearer.auth.credentials.source",
              "OAUTHBEARER",
              "bearer.auth.issuer.endpoint.url",
              issuer.url() + "/token",
              "bearer.auth.client.id",
              "wiredesk",
              "bearer.auth.client.secret",
              "s",
              "bearer.auth.scope",
              "sr");
      RestRegistry registry = new RestRegistry(new ClientConfig(settings));
      registry.register("s", STRING, false);
      registry.register("s", STRING, false);

      assertThat(received).extracting(h -> h.getFirst("Authorization")).containsOnly("Bearer t1");
      assertThat(issuer.requests()).containsExactly("POST /token");
      issuer.behave(FakeRegistry.says(500, ""));
      assertThatThrownBy(() -> authorization(settings))
          .isInstanceOfSatisfying(
              RegistryException.class, e -> assertThat(e.isRetriable()).isTrue());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "basic.auth.credentials.source,NOWHERE",
    "basic.auth.credentials.source,USER_INFO",
    "basic.auth.credentials.source,SASL_INHERIT",
    "bearer.auth.credentials.source,STATIC_TOKEN",
    "bearer.auth.credentials.source,OAUTHBEARER",
    "bearer.auth.credentials.source,CUSTOM",
    "max.retries,-1",
    "http.read.timeout.ms,soon"
  })
  void refusesSettingsThatMakeNoSense(String key, String value) {
    Map<String, Object> settings = settings("http://127.0.0.1:1", key, value);

    assertThatThrownBy(() -> Registries.open(settings)).isInstanceOf(ConfigException.class);
  }

  @Test
  void getsThroughOurOwnServersDoor() throws Exception {
    RegistryServer.Options options =
        new RegistryServer.Options(
            RegistryServer.LOOPBACK, 0, Map.of("desk", "s:cret"), CompatibilityLevel.BACKWARD);
    try (RegistryServer server = new RegistryServer(MemorySchemaLog::new, options).start()) {
      String url = server.url().toString();

      assertThatThrownBy(() -> Registries.open(settings(url)).register("s", STRING, false))
          .isInstanceOfSatisfying(
              RegistryException.class, e -> assertThat(e.status()).isEqualTo(401));
      String withUser = url.replace("://", "://desk:s%3Acret@");
      assertThat(Registries.open(settings(withUser)).register("s", STRING, false)).isEqualTo(1);
    }
  }

  @Test
  void goesThroughAProxy() {
    try (FakeRegistry proxy = recording()) {
      Map<String, Object> settings =
          settings(
              "http://registry.invalid:8081",
              "proxy.host",
              "127.0.0.1",
              "proxy.port",
              proxy.url().replaceAll(".*:", ""));

      assertThat(Registries.open(settings).register("s", STRING, false)).isEqualTo(1);
      assertThat(proxy.requests().get(0))
          .startsWith("POST http://registry.invalid:8081/subjects/s");
    }
  }

  @Test
  void trustsTheCertificateThatItIsGivenAndNoOther(@TempDir Path dir) throws Exception {
    Path store = dir.resolve("server.p12");
    keytool(store, "CN=somewhere.else");
    HttpsServer https =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(context(store)));
    https.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            FakeRegistry.says(200, "{\"id\":1}").answer(exchange);
          }
        });
    https.start();
    try {
      String url = "https://127.0.0.1:" + https.getAddress().getPort();
      Map<String, Object> trusting =
          settings(
              url,
              "schema.registry.ssl.truststore.location",
              store.toString(),
              "schema.registry.ssl.truststore.type",
              "PKCS12",
              "schema.registry.ssl.truststore.password",
              "changeit");

      assertThatThrownBy(() -> Registries.open(settings(url)).register("s", STRING, false))
          .isInstanceOf(RegistryException.class);
      assertThatThrownBy(() -> Registries.open(trusting).register("s", STRING, false))
          .as("the name in the certificate is another")
          .isInstanceOf(RegistryException.class);
      trusting.put("schema.registry.ssl.endpoint.identification.algorithm", "");
      assertThat(Registries.open(trusting).register("s", STRING, false)).isEqualTo(1);
    } finally {
      https.stop(0);
    }
  }

  private static void keytool(Path store, String name) throws Exception {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process =
        new ProcessBuilder(
                tool.toString(),
                "-genkeypair",
                "-alias",
                "s",
                "-keyalg",
                "EC",
                "-dname",
                name,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private static SSLContext context(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }
}
