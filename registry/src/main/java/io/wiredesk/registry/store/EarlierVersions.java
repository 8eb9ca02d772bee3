package io.wiredesk.registry.store;

import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.RegisteredSchema;
import io.wiredesk.registry.SchemaParser;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.SchemaText;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Holds a schema against the versions that a subject has already. Safe for many threads. */
final class EarlierVersions {
  private final RegistryState state;
  private final SchemaParser parser;

  EarlierVersions(RegistryState state, SchemaParser parser) {
    this.state = state;
    this.parser = parser;
  }

  /** The number of the next version. */
  int next(String subject) {
    NavigableMap<Integer, RegistryState.Entry> versions = state.versions(subject);
    return versions.isEmpty() ? 1 : versions.lastKey() + 1;
  }

  /** The newest version with that content, null where there is none. */
  @Nullable RegisteredSchema find(
      String subject, SchemaText canonical, Schema parsed, boolean deleted) {
    RegisteredSchema sameMeaning = null;
    for (RegistryState.Entry entry : state.versions(subject).descendingMap().values()) {
      if (entry.deleted() && !deleted) {
        continue;
      }
      SchemaText kept = entry.schema().schema();
      if (kept.equals(canonical)) {
        return entry.schema();
      }
      // the same schema with its references written out, as clients with generated classes send it
      if (sameMeaning == null
          && canonical.references().isEmpty()
          && !kept.references().isEmpty()
          && parser.parse(kept, false).toString().equals(parsed.toString())) {
        sameMeaning = entry.schema();
      }
    }
    return sameMeaning;
  }

  /** Compares with one version, the latest, or (null) those which the level names. */
  List<String> problems(
      String subject, Schema schema, CompatibilityLevel level, @Nullable Integer version) {
    List<RegisteredSchema> earlier =
        state.versions(subject).descendingMap().values().stream()
            .filter(e -> !e.deleted())
            .map(RegistryState.Entry::schema)
            .filter(
                s -> version == null || version == SchemaRegistry.LATEST || s.version() == version)
            .limit(version == null && level.transitive() ? Long.MAX_VALUE : 1)
            .toList();
    for (RegisteredSchema old : earlier) {
      List<String> found =
          CompatibilityCheck.between(parser.parse(old.schema(), false), schema, level);
      if (!found.isEmpty()) {
        List<String> all = new ArrayList<>(found);
        all.add("{oldSchemaVersion: " + old.version() + "}");
        all.add("{oldSchema: '" + old.schema().text() + "'}");
        all.add("{validateFields: 'false', compatibility: '" + level + "'}");
        return all;
      }
    }
    return List.of();
  }
}
