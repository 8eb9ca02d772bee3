package io.wiredesk.registry.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wiredesk.registry.Deleted;
import io.wiredesk.registry.RegisteredSchema;
import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.SchemaText;
import io.wiredesk.registry.store.LogBackedRegistry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's REST interface as a table: method, path, what is done. Safe for many threads, as the
 * registry behind it is.
 */
final class Routes {
  private static final String SUBJECTS = "/subjects/{subject}";
  private static final String VERSIONS = SUBJECTS + "/versions";
  private static final String VERSION = VERSIONS + "/{version}";
  private static final String COMPATIBILITY = "/compatibility" + VERSIONS;

  private final LogBackedRegistry registry;
  private final Operator operator;

  Routes(LogBackedRegistry registry, Operator operator) {
    this.registry = registry;
    this.operator = operator;
  }

  List<Route> table() {
    List<Route> all = new ArrayList<>(subjects());
    all.addAll(new SchemaRoutes(registry).table());
    all.addAll(new SettingRoutes(registry, operator).table());
    all.addAll(new AboutRoutes(registry).table());
    return all;
  }

  private List<Route> subjects() {
    return List.of(
        Route.of("GET", "/subjects", this::list),
        Route.of("POST", SUBJECTS, this::lookup),
        Route.of("DELETE", SUBJECTS, this::deleteSubject),
        Route.of("GET", SUBJECTS + "/metadata", this::byMetadata),
        Route.of("GET", VERSIONS, this::versions),
        Route.of("POST", VERSIONS, this::register),
        Route.of("GET", VERSION, r -> Answers.full(version(r))),
        Route.of("GET", VERSION + "/schema", r -> Answers.raw(version(r).schema())),
        Route.of("GET", VERSION + "/referencedby", this::referencedBy),
        Route.of("DELETE", VERSION, this::deleteVersion),
        Route.of("POST", COMPATIBILITY, r -> compatible(r, null)),
        Route.of("POST", COMPATIBILITY + "/{version}", r -> compatible(r, r.version())));
  }

  private JsonNode list(Request r) {
    return Answers.page(Answers.strings(registry.subjects(r.prefix(), r.deleted())), r);
  }

  private JsonNode versions(Request r) {
    return Answers.page(Answers.numbers(registry.versions(r.subject(), r.deleted())), r);
  }

  private JsonNode register(Request r) {
    r.requireValidSubject();
    r.requireNoContract();
    int id = r.body().path("id").asInt(-1);
    int version = r.body().path("version").asInt(0);
    RegisteredSchema done =
        id < 0
            ? registry.register(r.subject(), schema(r), r.flag("normalize"), version)
            : registry.importSchema(
                new RegisteredSchema(r.subject(), Math.max(0, version), id, r.schema()));
    ObjectNode json = Answers.object().put("id", done.id()).put("version", done.version());
    Answers.describe(json, done.schema());
    return json;
  }

  /** Without a schema the latest one of the subject is meant. */
  private SchemaText schema(Request r) {
    return r.hasSchema()
            || registry.subjects(r.subject(), Deleted.HIDDEN).stream()
                .noneMatch(r.subject()::equals)
        ? r.schema()
        : registry.version(r.subject(), SchemaRegistry.LATEST, false).schema();
  }

  private JsonNode lookup(Request r) {
    return Answers.full(
        registry.lookup(r.subject(), r.schema(), r.flag("normalize"), r.flag("deleted")));
  }

  /** No schema here has metadata, so none has those asked for. */
  private JsonNode byMetadata(Request r) {
    registry.versions(r.subject(), Deleted.HIDDEN);
    throw new RegistryException(404, 40403, "Schema not found");
  }

  private JsonNode deleteSubject(Request r) {
    operator.require(r.isOperator(), r.subject());
    return Answers.numbers(registry.deleteSubject(r.subject(), r.flag("permanent")));
  }

  private JsonNode deleteVersion(Request r) {
    operator.require(r.isOperator(), r.subject());
    return IntNode.valueOf(registry.deleteVersion(r.subject(), r.version(), r.flag("permanent")));
  }

  private RegisteredSchema version(Request r) {
    return registry.version(r.subject(), r.version(), r.flag("deleted"));
  }

  private JsonNode referencedBy(Request r) {
    return Answers.page(Answers.numbers(registry.referencedBy(r.subject(), r.version())), r);
  }

  private JsonNode compatible(Request r, @Nullable Integer version) {
    List<String> problems;
    try {
      problems = registry.incompatibilities(r.subject(), r.schema(), version, r.flag("normalize"));
    } catch (RegistryException e) {
      if (e.errorCode() != 42201 || !r.flag("verbose")) {
        throw e;
      }
      problems = List.of(String.valueOf(e.getMessage()));
    }
    ObjectNode answer = Answers.object().put("is_compatible", problems.isEmpty());
    if (r.flag("verbose")) {
      answer.set("messages", Answers.strings(problems));
    }
    return answer;
  }
}
