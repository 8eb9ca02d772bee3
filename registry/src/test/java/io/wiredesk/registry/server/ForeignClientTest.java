package io.wiredesk.registry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.SchemaText;
import io.wiredesk.registry.store.MemorySchemaLog;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server as a client sees it that knows nothing but HTTP and Confluent's documentation. */
class ForeignClientTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REQUEST_TYPE = "application/vnd.schemaregistry.v1+json";

  private final HttpClient http = HttpClient.newHttpClient();
  private RegistryServer server;

  @BeforeEach
  void start() throws IOException {
    server = RegistryServer.inMemory().start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Content-Type", REQUEST_TYPE)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private JsonNode ok(String method, String path, String body) throws Exception {
    HttpResponse<String> response = send(method, path, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue(REQUEST_TYPE);
    return JSON.readTree(response.body());
  }

  private static String schema(String json) {
    return JSON.createObjectNode().put("schema", json).toString();
  }

  @Test
  void answersAsConfluentDocumentsIt() throws Exception {
    String described =
        "\"guid\":\"%s\",\"schemaType\":\"AVRO\",\"schema\":\"\\\"string\\\"\"}"
            .formatted(SchemaText.of("\"string\"").guid());
    assertThat(ok("POST", "/subjects/s-value/versions", schema("\"string\"")))
        .isEqualTo(JSON.readTree("{\"id\":1,\"version\":1," + described));
    assertThat(ok("GET", "/subjects", "")).isEqualTo(JSON.readTree("[\"s-value\"]"));
    assertThat(ok("GET", "/subjects/s-value/versions", "")).isEqualTo(JSON.readTree("[1]"));
    JsonNode full = JSON.readTree("{\"subject\":\"s-value\",\"version\":1,\"id\":1," + described);
    assertThat(ok("GET", "/subjects/s-value/versions/1", "")).isEqualTo(full);
    assertThat(ok("GET", "/subjects/s-value/versions/latest", "")).isEqualTo(full);
    assertThat(ok("GET", "/subjects/s-value/versions/-1", "")).isEqualTo(full);
    assertThat(ok("POST", "/subjects/s-value", schema("\"string\""))).isEqualTo(full);
    assertThat(ok("GET", "/schemas", "")).containsExactly(full);
    assertThat(ok("GET", "/schemas?latestOnly=true&limit=0", "")).hasSize(1);
    assertThat(ok("GET", "/subjects/s-value/versions/1/schema", "").asText()).isEqualTo("string");
    assertThat(ok("GET", "/subjects/s-value/versions/1/referencedby", "")).isEmpty();
    assertThat(ok("GET", "/schemas/ids/1", "")).isEqualTo(full);
    assertThat(ok("GET", "/schemas/ids/1/schema", "").asText()).isEqualTo("string");
    assertThat(ok("GET", "/schemas/ids/1/subjects", "")).isEqualTo(JSON.readTree("[\"s-value\"]"));
    assertThat(ok("GET", "/schemas/ids/1/versions", ""))
        .isEqualTo(JSON.readTree("[{\"subject\":\"s-value\",\"version\":1}]"));
    assertThat(ok("GET", "/schemas/types", "")).isEqualTo(JSON.readTree("[\"AVRO\"]"));
    assertThat(ok("DELETE", "/subjects/s-value/versions/1", "").asInt()).isEqualTo(1);
    assertThat(ok("GET", "/subjects?deleted=true", "")).isEqualTo(JSON.readTree("[\"s-value\"]"));
    assertThat(ok("DELETE", "/subjects/s-value?permanent=true", ""))
        .isEqualTo(JSON.readTree("[1]"));
  }

  @Test
  void keepsConfigurationAndModeGloballyAndBySubject() throws Exception {
    assertThat(ok("GET", "/config", "").path("compatibilityLevel").asText()).isEqualTo("BACKWARD");
    assertThat(ok("PUT", "/config", "{\"compatibility\":\"full_transitive\"}"))
        .isEqualTo(JSON.readTree("{\"compatibility\":\"FULL_TRANSITIVE\"}"));
    assertThat(
            ok("PUT", "/config/s", "{\"compatibility\":\"NONE\"}").path("compatibility").asText())
        .isEqualTo("NONE");
    assertThat(ok("GET", "/config/s", "").path("compatibilityLevel").asText()).isEqualTo("NONE");
    assertThat(ok("DELETE", "/config/s", "").path("compatibilityLevel").asText()).isEqualTo("NONE");
    assertThat(ok("GET", "/config/s?defaultToGlobal=true", "").path("compatibilityLevel").asText())
        .isEqualTo("FULL_TRANSITIVE");
    assertThat(ok("GET", "/mode", "").path("mode").asText()).isEqualTo("READWRITE");
    assertThat(ok("PUT", "/mode/s", "{\"mode\":\"READONLY\"}").path("mode").asText())
        .isEqualTo("READONLY");
    assertThat(ok("GET", "/mode/s", "").path("mode").asText()).isEqualTo("READONLY");
    assertThat(ok("DELETE", "/mode/s", "").path("mode").asText()).isEqualTo("READONLY");
  }

  @Test
  void explainsIncompatibilityWhereAsked() throws Exception {
    String one = "{\"type\":\"record\",\"name\":\"R\",\"fields\":[]}";
    String two =
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"urgency\",\"type\":\"int\"}]}";
    ok("POST", "/subjects/s/versions", schema(one));

    String path = "/compatibility/subjects/s/versions";
    assertThat(ok("POST", path + "/latest", schema(two)))
        .isEqualTo(JSON.readTree("{\"is_compatible\":false}"));
    JsonNode verbose = ok("POST", path + "?verbose=true", schema(two));
    assertThat(verbose.path("messages").path(0).asText()).contains("'urgency'");
    HttpResponse<String> refused = send("POST", "/subjects/s/versions", schema(two));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(JSON.readTree(refused.body()).path("error_code").asInt()).isEqualTo(40901);
    assertThat(refused.body()).contains("'urgency'");
    assertThat(ok("POST", "/compatibility/subjects/new/versions/latest", schema(two)))
        .isEqualTo(JSON.readTree("{\"is_compatible\":true}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET|/subjects/x/versions||404|40401",
        "GET|/subjects/x/versions/1||404|40401",
        "GET|/subjects/x/versions/0||422|42202",
        "GET|/subjects/x/versions/abc||422|42202",
        "GET|/schemas/ids/77||404|40403",
        "GET|/config/x||404|40408",
        "GET|/mode/x||404|40409",
        "PUT|/config|{\"compatibility\":\"SIDEWAYS\"}|422|42203",
        "PUT|/mode|{\"mode\":\"SIDEWAYS\"}|422|42204",
        "POST|/subjects/x/versions|{\"schema\":\"nonsense\"}|422|42201",
        "POST|/subjects/x/versions|{\"schema\":\"\"}|422|42201",
        "POST|/subjects/x/versions|{\"schema\":\"{}\",\"schemaType\":\"PROTOBUF\"}|422|42201",
        "POST|/subjects/x/versions|no json|400|400",
        "POST|/subjects/x/versions||422|42201",
        "GET|/nowhere||404|404",
        "PUT|/subjects||405|405",
        "DELETE|/subjects/x||404|40401"
      })
  void refusesInConfluentsCodes(String method, String path, String body, int status, int code)
      throws Exception {
    HttpResponse<String> response = send(method, path, body == null ? "" : body);

    assertThat(response.statusCode()).isEqualTo(status);
    JsonNode error = JSON.readTree(response.body());
    assertThat(error.path("error_code").asInt()).isEqualTo(code);
    assertThat(error.path("message").asText()).isNotBlank();
    assertThat(response.headers().firstValue("Content-Type")).hasValue(REQUEST_TYPE);
  }

  @Test
  void writesTakeJsonAlone() throws Exception {
    String path = "/subjects/s/versions";
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "a")) {
      HttpResponse<String> refused = post(path, "Content-Type", type);
      assertThat(refused.statusCode()).as(type).isEqualTo(415);
      assertThat(JSON.readTree(refused.body()).path("error_code").asInt()).isEqualTo(415);
    }
    assertThat(ok("GET", "/subjects", "")).isEmpty();
    for (String type : List.of("application/json; charset=utf-8", REQUEST_TYPE)) {
      assertThat(post(path, "Content-Type", type).statusCode()).as(type).isEqualTo(200);
    }
    assertThat(post(path).statusCode()).as("no type at all").isEqualTo(200);
  }

  @Test
  void webPagesOfOthersAreRefused() throws Exception {
    String path = "/subjects/s/versions";
    HttpResponse<String> refused = post(path, "Origin", "http://evil.example");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(JSON.readTree(refused.body()).path("message").asText()).contains("another site");
    assertThat(post(path, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    assertThat(hostIs("evil.example")).contains(" 403 ").contains("no name of this service");
    assertThat(hostIs("localhost")).contains(" 200 ");
    assertThat(ok("GET", "/subjects", "")).isEmpty();
    RegistryServer.Options options =
        new RegistryServer.Options(
            "127.0.0.1", 0, Map.of(), CompatibilityLevel.BACKWARD, List.of("registry"));
    server.close();
    server = new RegistryServer(MemorySchemaLog::new, options).start();
    assertThat(hostIs("registry:8081")).contains(" 200 ");
  }

  private HttpResponse<String> post(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .POST(BodyPublishers.ofString(schema("\"string\"")));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Java's client sends no Host of its own choice. */
  private String hostIs(String host) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.url().getPort())) {
      String request = "GET /subjects HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void halfSentRequestsHoldUpNobody() throws Exception {
    List<Socket> dripping = new ArrayList<>();
    try {
      for (int i = 0; i < 80; i++) {
        Socket socket = new Socket("127.0.0.1", server.url().getPort());
        dripping.add(socket);
        String head =
            i % 2 == 0 ? "GET /subj" : "POST /subjects/s/versions HTTP/1.1\r\nHost: localhost\r\n";
        String body =
            i % 2 == 0 ? "" : "Content-Type: application/json\r\nContent-Length: 90\r\n\r\n{";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
      }
      assertThat(ok("GET", "/subjects", "")).isEmpty();
      assertThat(ok("POST", "/subjects/s/versions", schema("\"string\""))).isNotEmpty();
    } finally {
      for (Socket socket : dripping) {
        socket.close();
      }
    }
  }

  @Test
  void letsInOnlyWhoKnowsThePassword() throws Exception {
    RegistryServer.Options options =
        new RegistryServer.Options(
            RegistryServer.LOOPBACK, 0, Map.of("desk", "s:cret"), CompatibilityLevel.BACKWARD);
    try (RegistryServer closed = new RegistryServer(MemorySchemaLog::new, options).start()) {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(closed.url() + "/subjects"));

      assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(401);
      assertThat(status(request, "desk:wrong")).isEqualTo(401);
      assertThat(status(request, "other:s:cret")).isEqualTo(401);
      assertThat(status(request, "desk:s:cret")).isEqualTo(200);
    }
  }

  private int status(HttpRequest.Builder request, String userInfo) throws Exception {
    String encoded = Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    return http.send(
            request.copy().header("Authorization", "Basic " + encoded).build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  @Test
  void saysThatThePortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      RegistryServer second =
          new RegistryServer(
              MemorySchemaLog::new, RegistryServer.Options.loopback(taken.getLocalPort()));
      org.assertj.core.api.Assertions.assertThatIOException()
          .isThrownBy(second::start)
          .withMessageContaining("in use");
    }
  }
}
