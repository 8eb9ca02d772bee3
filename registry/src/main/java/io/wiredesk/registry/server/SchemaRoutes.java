package io.wiredesk.registry.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wiredesk.registry.Deleted;
import io.wiredesk.registry.SchemaText;
import io.wiredesk.registry.SubjectVersion;
import io.wiredesk.registry.store.LogBackedRegistry;
import java.util.ArrayList;
import java.util.List;

/** Schemas by identifier, over all subjects. Safe for many threads. */
final class SchemaRoutes {
  private static final String ID = "/schemas/ids/{id}";
  private static final String GUID = "/schemas/guids/{guid}";

  private final LogBackedRegistry registry;

  SchemaRoutes(LogBackedRegistry registry) {
    this.registry = registry;
  }

  List<Route> table() {
    return List.of(
        Route.of("GET", "/schemas", this::schemas),
        Route.of("GET", "/schemas/types", r -> Answers.array().add("AVRO")),
        Route.of("GET", ID, r -> byId(r, r.id())),
        Route.of("GET", ID + "/schema", r -> Answers.raw(registry.schema(r.id()))),
        Route.of("GET", ID + "/subjects", this::subjectsOfId),
        Route.of("GET", ID + "/versions", this::versionsOfId),
        Route.of("GET", GUID, r -> byId(r, registry.idOf(r.guid()))),
        Route.of("GET", GUID + "/ids", this::idsOfGuid));
  }

  private JsonNode schemas(Request r) {
    ArrayNode all = Answers.array();
    Deleted deleted = r.deleted();
    for (String subject : registry.subjects(r.prefix(), deleted)) {
      List<Integer> versions = new ArrayList<>(versions(subject, deleted));
      if (r.flag("latestOnly") && !versions.isEmpty()) {
        versions = versions.subList(versions.size() - 1, versions.size());
      }
      versions.forEach(
          v -> all.add(Answers.full(registry.version(subject, v, deleted != Deleted.HIDDEN))));
    }
    return Answers.page(all, r);
  }

  private List<Integer> versions(String subject, Deleted deleted) {
    return registry.versions(subject, deleted);
  }

  private JsonNode byId(Request r, int id) {
    SchemaText schema = registry.schema(id);
    ObjectNode json = Answers.object();
    List<SubjectVersion> uses = registry.uses(id, true);
    String wanted = r.subjectParameter();
    uses.stream()
        .filter(use -> use.subject().equals(wanted))
        .findFirst()
        .or(() -> uses.stream().findFirst())
        .ifPresent(use -> json.put("subject", use.subject()).put("version", use.version()));
    json.put("id", id);
    Answers.describe(json, schema);
    if (r.flag("fetchMaxId")) {
      json.put("maxId", registry.greatestId());
    }
    return json;
  }

  private List<SubjectVersion> uses(Request r) {
    String wanted = r.subjectParameter();
    return registry.uses(r.id(), r.flag("deleted")).stream()
        .filter(use -> wanted.isEmpty() || use.subject().equals(wanted))
        .toList();
  }

  private JsonNode subjectsOfId(Request r) {
    return Answers.page(
        Answers.strings(uses(r).stream().map(SubjectVersion::subject).distinct().toList()), r);
  }

  private JsonNode versionsOfId(Request r) {
    ArrayNode all = Answers.array();
    uses(r).forEach(u -> all.addObject().put("subject", u.subject()).put("version", u.version()));
    return Answers.page(all, r);
  }

  private JsonNode idsOfGuid(Request r) {
    ArrayNode all = Answers.array();
    all.addObject().put("context", ".").put("id", registry.idOf(r.guid()));
    return all;
  }
}
