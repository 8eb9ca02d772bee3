package io.wiredesk.registry.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wiredesk.registry.Deleted;
import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.store.LogBackedRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the server says of itself. Safe for many threads. */
final class AboutRoutes {
  /** Where the metrics are; they alone are text (as bytes), not JSON. */
  static final String METRICS = "/metrics";

  private final LogBackedRegistry registry;

  AboutRoutes(LogBackedRegistry registry) {
    this.registry = registry;
  }

  List<Route> table() {
    return List.of(
        Route.of("GET", "/", r -> Answers.object()),
        Route.of("GET", "/contexts", r -> Answers.page(Answers.array().add("."), r)),
        Route.of("GET", "/v1/metadata/id", r -> id()),
        Route.of("GET", "/v1/metadata/version", r -> version()),
        Route.of("GET", "/health", r -> health()),
        Route.of("GET", "/health/live", r -> Answers.object().put("status", "up")),
        Route.of("GET", "/health/ready", r -> health()),
        Route.of("GET", METRICS, r -> metrics()));
  }

  private static JsonNode id() {
    ObjectNode json = Answers.object().put("id", "");
    ObjectNode scope = json.putObject("scope");
    scope.putArray("path");
    scope.putObject("clusters").put("schema-registry-cluster", "schema-registry");
    return json;
  }

  private static JsonNode version() {
    String version = AboutRoutes.class.getPackage().getImplementationVersion();
    return Answers.object()
        .put("version", version == null ? "development" : version)
        .put("commitId", "");
  }

  /** 503 while the log cannot be used: questions are answered all the same. */
  private JsonNode health() {
    String trouble = registry.trouble();
    if (trouble != null) {
      throw new RegistryException(503, 50301, "The schema log cannot be used: " + trouble);
    }
    return Answers.object().put("status", "up");
  }

  private JsonNode metrics() {
    List<String> subjects = registry.subjects("", Deleted.HIDDEN);
    StringBuilder text = new StringBuilder();
    gauge(text, "registry_subjects", "Subjects that are not deleted.", subjects.size());
    gauge(
        text,
        "registry_versions",
        "Versions that are not deleted, over all subjects.",
        subjects.stream().mapToInt(s -> registry.versions(s, Deleted.HIDDEN).size()).sum());
    gauge(text, "registry_greatest_id", "Greatest schema id given.", registry.greatestId());
    gauge(
        text,
        "registry_log_usable",
        "1 while the schema log can be read and written.",
        registry.trouble() == null ? 1 : 0);
    return BinaryNode.valueOf(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void gauge(StringBuilder text, String name, String help, int value) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
    text.append(name).append(' ').append(value).append('\n');
  }
}
