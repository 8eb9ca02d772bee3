package io.wiredesk.registry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.registry.store.MemorySchemaLog;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Confluent's own server says where one might answer otherwise, and what is refused here. */
class ConfluentAnswersTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "a-key-of-sixteen-or-more";
  private static final String R =
      "{\"type\":\"record\",\"name\":\"R\",\"namespace\":\"n\",\"fields\":"
          + "[{\"name\":\"a\",\"type\":\"string\"}%s]}";
  private final HttpClient http = HttpClient.newHttpClient();
  private RegistryServer server;

  @BeforeEach
  void start() throws Exception {
    server =
        new RegistryServer(
                MemorySchemaLog::new,
                RegistryServer.Options.loopback(0)
                    .guarded(new Operator(KEY, List.of("news.", "_schemas"))))
            .start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(
      String method, String path, String body, Map<String, String> headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private JsonNode send(int status, String method, String path, String body) throws Exception {
    HttpResponse<String> answer = send(method, path, body, Map.of());
    assertThat(answer.statusCode())
        .as(method + " " + path + ": " + answer.body())
        .isEqualTo(status);
    return JSON.readTree(answer.body());
  }

  private void refused(int status, int code, String method, String path, String body)
      throws Exception {
    assertThat(send(status, method, path, body).path("error_code").asInt())
        .as(method + " " + path)
        .isEqualTo(code);
  }

  private static String schema(String text, String... further) {
    var json = JSON.createObjectNode().put("schema", text).toString();
    return further.length == 0
        ? json
        : json.substring(0, json.length() - 1) + "," + String.join(",", further) + "}";
  }

  private int register(String subject, String text, String... further) throws Exception {
    String path = "/subjects/" + subject + "/versions";
    return send(200, "POST", path, schema(text, further)).path("id").asInt();
  }

  @Test
  void rulesThatNobodyWouldKeepAreNotTaken() throws Exception {
    String post = "/subjects/a/versions";
    String metadata = "\"metadata\":{\"properties\":{\"o\":\"x\"}}";
    refused(422, 42201, "POST", post, schema("\"int\"", metadata));
    refused(422, 42201, "POST", post, schema("\"int\"", "\"ruleSet\":{\"domainRules\":[{}]}"));
    register("a", "\"int\"", "\"metadata\":null", "\"ruleSet\":null");
    refused(404, 40403, "GET", "/subjects/a/metadata?key=o&value=x", "");
    refused(422, 42203, "PUT", "/config/a", "{\"compatibilityGroup\":\"app\"}");
  }

  @Test
  void anExplicitVersionMustBeTheNext() throws Exception {
    String post = "/subjects/a/versions";
    refused(422, 42201, "POST", post, schema(R.formatted(""), "\"version\":99"));
    register("a", R.formatted(""), "\"version\":1");
    refused(422, 42201, "POST", post, schema(R.formatted(""), "\"version\":99"));
    register("a", R.formatted(""), "\"version\":-1");
    assertThat(send(200, "GET", post, "")).hasSize(1);
  }

  @Test
  void importNeedsAnIdAndAnIdNeedsImport() throws Exception {
    refused(422, 42205, "POST", "/subjects/a/versions", schema("\"int\"", "\"id\":7"));
    send(200, "PUT", "/mode/a", "{\"mode\":\"IMPORT\"}");
    refused(422, 42205, "POST", "/subjects/a/versions", schema("\"int\""));
    assertThat(register("a", "\"int\"", "\"id\":7", "\"version\":3")).isEqualTo(7);
    refused(422, 42205, "POST", "/subjects/a/versions", schema("\"long\"", "\"id\":7"));
    assertThat(send(200, "GET", "/subjects/a/versions", "").get(0).asInt()).isEqualTo(3);
  }

  @Test
  void anotherContextsSchemaIsNeverAnsweredForItsOwn() throws Exception {
    int id = register("a", "\"int\"");
    refused(422, 42208, "POST", "/subjects/%3A.ctx%3Aa/versions", schema("\"int\""));
    refused(422, 42208, "GET", "/subjects/%3A.ctx%3Aa/versions/1", "");
    refused(422, 42208, "GET", "/schemas/ids/" + id + "?subject=%3A.ctx%3Aa", "");
    refused(422, 42208, "GET", "/subjects?subjectPrefix=%3A.ctx%3A", "");
    send(200, "GET", "/subjects/%3A.%3Aa/versions/1", "");
    assertThat(send(200, "GET", "/contexts", "").get(0).asText()).isEqualTo(".");
  }

  @Test
  void listsComeInPages() throws Exception {
    for (String subject : List.of("a", "b", "c")) {
      register(subject, "\"int\"");
      register(subject, "\"long\"");
    }
    assertThat(send(200, "GET", "/subjects?offset=1&limit=1", "")).hasSize(1);
    assertThat(send(200, "GET", "/subjects?offset=1", "").get(0).asText()).isEqualTo("b");
    assertThat(send(200, "GET", "/subjects/a/versions?offset=1&limit=5", "")).hasSize(1);
    assertThat(send(200, "GET", "/schemas?limit=4&offset=3", "")).hasSize(3);
    refused(404, 404, "GET", "/subjects?limit=many", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"__GLOBAL", "__EMPTY"})
  void reservedNamesAreNoSubjects(String name) throws Exception {
    refused(422, 42208, "POST", "/subjects/" + name + "/versions", schema("\"int\""));
    refused(422, 42208, "PUT", "/config/" + name, "{\"compatibility\":\"FULL\"}");
    refused(422, 42208, "PUT", "/mode/" + name, "{\"mode\":\"READONLY\"}");
  }

  @Test
  void controlCharactersAreRefusedAtTheDoor() throws Exception {
    JsonNode answer = send(400, "POST", "/subjects/%01bad/versions", schema("\"int\""));
    assertThat(answer.has("error_code")).isFalse();
    assertThat(send(200, "GET", "/subjects", "")).isEmpty();
  }

  @Test
  void aRefusalSaysWhatConfluentsSays() throws Exception {
    register("a", R.formatted(""));
    JsonNode answer =
        send(
            409,
            "POST",
            "/subjects/a/versions",
            schema(R.formatted(",{\"name\":\"b\",\"type\":\"int\"}")));
    assertThat(answer.path("error_code").asInt()).isEqualTo(40901);
    assertThat(answer.path("message").asText())
        .startsWith(
            "Schema being registered is incompatible with an earlier schema for subject \"a\","
                + " details: [{errorType:'READER_FIELD_MISSING_DEFAULT_VALUE', description:'The field"
                + " 'b' at path '/fields/1' in the new schema has no default value and is missing in"
                + " the old schema', additionalInfo:'b'}, {oldSchemaVersion: 1}, {oldSchema: '")
        .endsWith("'}, {validateFields: 'false', compatibility: 'BACKWARD'}]");
  }

  @Test
  void aSchemaThatCannotBeReadIsIncompatibleWhereReasonsAreAsked() throws Exception {
    register("a", "\"int\"");
    String ask = "/compatibility/subjects/a/versions/latest";
    refused(422, 42201, "POST", ask, schema("{"));
    JsonNode verbose = send(200, "POST", ask + "?verbose=true", schema("{"));
    assertThat(verbose.path("is_compatible").asBoolean()).isFalse();
    assertThat(verbose.path("messages")).isNotEmpty();
    refused(404, 40402, "POST", "/compatibility/subjects/no/versions/1", schema("\"int\""));
  }

  @Test
  void whatIsReferredToStaysUntilItsReferrerIsDeleted() throws Exception {
    register("a", R.formatted(""));
    String reference = "\"references\":[{\"name\":\"n.R\",\"subject\":\"a\",\"version\":1}]";
    String wraps =
        "{\"type\":\"record\",\"name\":\"R2\",\"fields\":[{\"name\":\"r\",\"type\":\"n.R\"}]}";
    send(200, "PUT", "/config/a", "{\"compatibility\":\"NONE\"}");
    register("a", wraps, reference); // the subject refers to itself
    refused(422, 42206, "DELETE", "/subjects/a/versions/1", "");
    refused(422, 42206, "DELETE", "/subjects/a", "");
    send(200, "DELETE", "/subjects/a/versions/2", "");
    send(200, "DELETE", "/subjects/a", "");
  }

  @Test
  void aSchemaIsTheSameHoweverItIsWritten() throws Exception {
    register("a", R.formatted(""));
    String reference = "\"references\":[{\"name\":\"n.R\",\"subject\":\"a\",\"version\":1}]";
    String q =
        "{\"type\":\"record\",\"name\":\"Q\",\"fields\":[{\"name\":\"r\",\"type\":\"n.R\"}%s]}";
    String field = ",{\"name\":\"i\",\"type\":%s}";
    int id = register("b", q.formatted(field.formatted("\"int\"")), reference);
    assertThat(register("b", q.formatted(field.formatted("{\"type\":\"int\"}")), reference))
        .isEqualTo(id);
    int plain = register("c", q.formatted(""), reference);
    String reordered =
        "{\"fields\":[{\"type\":\"n.R\",\"name\":\"r\"}],\"doc\":\"\",\"name\":\"Q\",\"type\":\"record\"}";
    JsonNode normal =
        send(200, "POST", "/subjects/c?normalize=true", schema(q.formatted(""), reference));
    assertThat(normal.path("id").asInt()).isEqualTo(plain);
    int normalId =
        send(200, "POST", "/subjects/d/versions?normalize=true", schema(q.formatted(""), reference))
            .path("id")
            .asInt();
    assertThat(
            send(200, "POST", "/subjects/d/versions?normalize=true", schema(reordered, reference))
                .path("id")
                .asInt())
        .isEqualTo(normalId);
    assertThat(register("e", "\"int\"")).isEqualTo(register("e", "{\"type\":\"int\"}"));
  }

  @Test
  void aSubjectMayAskForNormalFormAlways() throws Exception {
    send(200, "PUT", "/config/a", "{\"normalize\":true}");
    int id = register("a", "{\"type\":\"record\",\"name\":\"N\",\"fields\":[]}");
    assertThat(register("a", "{\"doc\":\"\",\"fields\":[],\"name\":\"N\",\"type\":\"record\"}"))
        .isEqualTo(id);
    assertThat(send(200, "GET", "/config/a", "").path("normalize").asBoolean()).isTrue();
    send(200, "PUT", "/config/a", "{}");
    send(200, "DELETE", "/config/a", "");
    refused(404, 40401, "DELETE", "/config/a", "");
    refused(404, 40408, "GET", "/config/a", "");
  }

  @Test
  void anIdentifierSaysWhereItIsUsedAndByWhatNameItGoesElsewhere() throws Exception {
    int id = register("a", "\"int\"");
    register("b", "\"int\"");
    register("b", "\"long\"");
    JsonNode byId = send(200, "GET", "/schemas/ids/" + id + "?subject=b&fetchMaxId=true", "");
    assertThat(byId.path("subject").asText()).isEqualTo("b");
    assertThat(byId.path("version").asInt()).isEqualTo(1);
    assertThat(byId.path("maxId").asInt()).isEqualTo(id + 1);
    String guid = byId.path("guid").asText();
    assertThat(send(200, "GET", "/schemas/guids/" + guid, "").path("schema").asText())
        .isEqualTo("\"int\"");
    assertThat(send(200, "GET", "/schemas/guids/" + guid + "/ids", "").get(0).path("id").asInt())
        .isEqualTo(id);
    refused(404, 40403, "GET", "/schemas/guids/0", "");
    send(200, "DELETE", "/subjects/a", "");
    assertThat(send(200, "GET", "/schemas/ids/" + id + "/subjects", "")).hasSize(1);
    assertThat(send(200, "GET", "/schemas/ids/" + id + "/subjects?deleted=true", "")).hasSize(2);
    assertThat(send(200, "GET", "/schemas/ids/" + id + "/versions?subject=b", "")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | 200 | application/json",
        "application/vnd.schemaregistry+json | 200 | application/vnd.schemaregistry+json",
        "*/* | 200 | application/vnd.schemaregistry.v1+json",
        "text/html, application/json;q=0.5 | 200 | application/json",
        "text/html | 406 | application/vnd.schemaregistry.v1+json",
        "application/json;q=0 | 406 | application/vnd.schemaregistry.v1+json",
      })
  void answersInTheTypeThatIsAccepted(String accept, int status, String type) throws Exception {
    HttpResponse<String> answer = send("GET", "/subjects", "", Map.of("Accept", accept));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
  }

  @Test
  void saysHowItIs() throws Exception {
    register("a", "\"int\"");
    assertThat(send(200, "GET", "/health", "").path("status").asText()).isEqualTo("up");
    send(200, "GET", "/health/ready", "");
    HttpResponse<String> metrics = send("GET", "/metrics", "", Map.of("Accept", "text/plain"));
    assertThat(metrics.body())
        .contains("registry_subjects 1\n")
        .contains("registry_log_usable 1\n");
    assertThat(metrics.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    send(200, "GET", "/v1/metadata/id", "");
    send(200, "GET", "/v1/metadata/version", "");
  }

  @Test
  void whatIsGuardedNeedsTheOperatorsKey() throws Exception {
    register("news.raw-value", "\"int\"");
    String none = "{\"compatibility\":\"NONE\"}";
    for (String subject : List.of("news.raw-value", "_schemas-value")) {
      refused(403, 40301, "PUT", "/config/" + subject, none);
      refused(403, 40301, "DELETE", "/config/" + subject, "");
      refused(403, 40301, "PUT", "/mode/" + subject, "{\"mode\":\"IMPORT\"}");
      refused(403, 40301, "DELETE", "/mode/" + subject, "");
      refused(403, 40301, "DELETE", "/subjects/" + subject, "");
      refused(403, 40301, "DELETE", "/subjects/" + subject + "/versions/1", "");
    }
    refused(403, 40301, "PUT", "/config", none);
    refused(403, 40301, "PUT", "/mode", "{\"mode\":\"READONLY\"}");
    send(200, "DELETE", "/config", ""); // changes nothing
    send(200, "PUT", "/config/own", none);
    for (String value : List.of("Bearer " + KEY, "Basic " + basic("operator:" + KEY))) {
      Map<String, String> key = Map.of("Authorization", value);
      assertThat(send("PUT", "/config", none, key).statusCode()).isEqualTo(200);
      refused(403, 40301, "DELETE", "/config", "");
    }
    Map<String, String> key = Map.of(Operator.HEADER, KEY);
    assertThat(send("DELETE", "/subjects/news.raw-value", "", key).statusCode()).isEqualTo(200);
    Map<String, String> wrong = Map.of(Operator.HEADER, KEY + "x");
    assertThat(send("PUT", "/mode", "{\"mode\":\"IMPORT\"}", wrong).statusCode()).isEqualTo(403);
  }

  private static String basic(String plain) {
    return java.util.Base64.getEncoder()
        .encodeToString(plain.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
