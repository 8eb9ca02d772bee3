package io.wiredesk.registry.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.registry.Deleted;
import io.wiredesk.registry.RegisteredSchema;
import io.wiredesk.registry.RegistryMode;
import io.wiredesk.registry.SchemaReference;
import io.wiredesk.registry.SchemaText;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the log says so far. Changed only by {@link #apply}, so that a registry which restarts knows
 * exactly what the one before knew. Safe for many threads: no method waits for anything.
 */
final class RegistryState {
  /** A version and whether it is softly deleted. */
  record Entry(RegisteredSchema schema, boolean deleted) {}

  private static final Logger LOG = LoggerFactory.getLogger(RegistryState.class);
  private static final String GLOBAL = "";

  private final NavigableMap<String, NavigableMap<Integer, Entry>> subjects = new TreeMap<>();
  private final Map<Integer, SchemaText> byId = new HashMap<>();
  private final Map<SchemaText, Integer> ids = new HashMap<>();
  private final Map<String, SubjectConfig> configs = new HashMap<>();
  private final Map<String, RegistryMode> modes = new HashMap<>();
  private int greatestId;

  /**
   * Takes one record of the log. Kinds of record that are not known here are passed over; so is
   * what makes no sense, because anybody who may write to the topic could otherwise stop the
   * registry.
   */
  synchronized void apply(String keyJson, @Nullable String valueJson) {
    try {
      applyKnown(keyJson, valueJson);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      LOG.warn("A record of the schema log makes no sense and is passed over: {}", keyJson, e);
    }
  }

  private void applyKnown(String keyJson, @Nullable String valueJson) {
    JsonNode key = LogRecords.parse(keyJson);
    JsonNode value = valueJson == null ? null : LogRecords.parse(valueJson);
    switch (key.path("keytype").asText()) {
      case "SCHEMA" -> applySchema(key, value);
      case "DELETE_SUBJECT" -> applyDeletion(key, value);
      case "CONFIG" -> set(configs, key, value, LogRecords::config);
      case "MODE" -> set(modes, key, value, LogRecords::mode);
      case "NOOP" -> {
        if (value != null) {
          greatestId = Math.max(greatestId, value.path("greatestId").asInt());
        }
      }
      default -> {} // Confluent's registry writes further kinds (contexts, cleared subjects)
    }
  }

  private void applySchema(JsonNode key, @Nullable JsonNode value) {
    String subject = key.path("subject").asText();
    int version = key.path("version").asInt();
    if (value == null) {
      remove(subject, version);
      return;
    }
    RegisteredSchema schema = LogRecords.schema(value);
    requireSense(schema, subject, version);
    greatestId = Math.max(greatestId, schema.id());
    if (!value.path("schemaType").asText("AVRO").equals("AVRO")) {
      return; // of no use here, but its identifier is taken
    }
    boolean deleted = value.path("deleted").asBoolean();
    subjects
        .computeIfAbsent(subject, s -> new TreeMap<>())
        .put(version, new Entry(schema, deleted));
    byId.putIfAbsent(schema.id(), schema.schema());
    ids.putIfAbsent(schema.schema(), schema.id());
  }

  private static void requireSense(RegisteredSchema schema, String subject, int version) {
    if (!schema.subject().equals(subject)
        || subject.isEmpty()
        || schema.version() != version
        || version < 1
        || schema.id() < 1
        || schema.schema().text().isEmpty()) {
      throw new IllegalArgumentException("no schema under the subject and version of the key");
    }
  }

  private void remove(String subject, int version) {
    NavigableMap<Integer, Entry> versions = subjects.get(subject);
    Entry gone = versions == null ? null : versions.remove(version);
    if (versions != null && versions.isEmpty()) {
      subjects.remove(subject);
    }
    if (gone != null && uses(gone.schema().id(), true).isEmpty()) {
      ids.remove(gone.schema().schema());
      byId.remove(gone.schema().id());
    }
  }

  private void applyDeletion(JsonNode key, @Nullable JsonNode value) {
    NavigableMap<Integer, Entry> versions = subjects.get(key.path("subject").asText());
    if (value != null && versions != null) {
      versions
          .headMap(value.path("version").asInt(), true)
          .replaceAll((version, entry) -> new Entry(entry.schema(), true));
    }
  }

  private static <T> void set(
      Map<String, T> map, JsonNode key, @Nullable JsonNode value, Function<JsonNode, T> parse) {
    String subject = key.path("subject").isTextual() ? key.path("subject").asText() : GLOBAL;
    if (value == null) {
      map.remove(subject);
    } else {
      map.put(subject, parse.apply(value));
    }
  }

  synchronized int nextId() {
    if (greatestId == Integer.MAX_VALUE) { // somebody imported it
      throw RegistryErrors.notPermitted("All identifiers are taken");
    }
    return greatestId + 1;
  }

  synchronized int greatestId() {
    return greatestId;
  }

  synchronized @Nullable Integer idOf(SchemaText schema) {
    return ids.get(schema);
  }

  synchronized @Nullable SchemaText byId(int id) {
    return byId.get(id);
  }

  /** The schema that is known by that name over all registries, null where it is not here. */
  synchronized @Nullable Integer idByGuid(String guid) {
    return ids.entrySet().stream()
        .filter(entry -> entry.getKey().guid().equals(guid))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** Versions of a subject, ascending, softly deleted ones included; empty where unknown. */
  synchronized NavigableMap<Integer, Entry> versions(String subject) {
    NavigableMap<Integer, Entry> versions = subjects.get(subject);
    return versions == null ? new TreeMap<>() : new TreeMap<>(versions);
  }

  synchronized List<String> subjects(String prefix, Deleted deleted) {
    List<String> names = new ArrayList<>();
    subjects.forEach(
        (name, versions) -> {
          boolean live = versions.values().stream().anyMatch(e -> !e.deleted());
          boolean wanted =
              switch (deleted) {
                case HIDDEN -> live;
                case INCLUDED -> true;
                case ONLY -> !live;
              };
          if (wanted && name.startsWith(prefix)) {
            names.add(name);
          }
        });
    return names;
  }

  /** Every version that satisfies the condition of having that identifier. */
  synchronized List<RegisteredSchema> uses(int id, boolean deleted) {
    List<RegisteredSchema> found = new ArrayList<>();
    forEach(
        entry -> {
          if (entry.schema().id() == id && (deleted || !entry.deleted())) {
            found.add(entry.schema());
          }
        });
    return found;
  }

  /** Versions, not deleted, that refer to one version of a subject. */
  synchronized List<RegisteredSchema> referrers(String subject, int version) {
    List<RegisteredSchema> found = new ArrayList<>();
    forEach(
        entry -> {
          for (SchemaReference r : entry.schema().schema().references()) {
            if (!entry.deleted() && r.subject().equals(subject) && r.version() == version) {
              found.add(entry.schema());
            }
          }
        });
    return found;
  }

  private void forEach(Consumer<Entry> consumer) {
    subjects.values().forEach(versions -> versions.values().forEach(consumer));
  }

  /** What is set for the subject (null: globally) itself. */
  synchronized SubjectConfig config(@Nullable String subject) {
    return configs.getOrDefault(subject == null ? GLOBAL : subject, SubjectConfig.NONE);
  }

  synchronized Optional<RegistryMode> mode(@Nullable String subject) {
    return Optional.ofNullable(modes.get(subject == null ? GLOBAL : subject));
  }
}
