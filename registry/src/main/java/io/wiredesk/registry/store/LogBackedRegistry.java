package io.wiredesk.registry.store;

import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.Deleted;
import io.wiredesk.registry.RegisteredSchema;
import io.wiredesk.registry.RegistryMode;
import io.wiredesk.registry.SchemaParser;
import io.wiredesk.registry.SchemaReference;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.SchemaText;
import io.wiredesk.registry.SubjectVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A schema registry over a {@link SchemaLog}: a change is made by appending it to the log and
 * reading it back, so memory never runs ahead of the log. Safe for many threads; changes go one at
 * a time, questions never wait for them. One registry at a time may write to a log. Closes the log.
 */
public final class LogBackedRegistry implements SchemaRegistry {
  private final Object writing = new Object();
  private final RegistryState state = new RegistryState();
  private final SchemaParser parser = new SchemaParser(this::resolve);
  private final SchemaLog log;
  private final CompatibilityLevel defaultLevel;
  private final Deletion deletion;

  /**
   * Reads the whole log.
   *
   * @param defaultLevel the global level as long as nobody has set one; Confluent's is BACKWARD
   * @throws IOException when the log cannot be read
   */
  public LogBackedRegistry(SchemaLog log, CompatibilityLevel defaultLevel) throws IOException {
    this.log = log;
    this.defaultLevel = defaultLevel;
    this.deletion = new Deletion(state, this::append);
    synchronized (writing) {
      log.catchUp(state::apply);
    }
  }

  private SchemaText resolve(SchemaReference reference) {
    if (state.versions(reference.subject()).get(reference.version()) == null) {
      throw RegistryErrors.invalidSchema(
          "Invalid schema: no schema reference found for subject \"%s\" and version %d"
              .formatted(reference.subject(), reference.version()));
    }
    return state.versions(reference.subject()).get(reference.version()).schema().schema();
  }

  @Override
  public int register(String subject, SchemaText schema, boolean normalize) {
    Schema parsed = parser.parse(schema, true);
    SchemaText canonical = CanonicalForm.of(schema, parsed, normalize);
    RegisteredSchema known = find(subject, canonical, parsed, false);
    if (known != null) {
      return known.id();
    }
    synchronized (writing) {
      catchUp();
      known = find(subject, canonical, parsed, false);
      if (known != null) {
        return known.id();
      }
      requireWritable(subject);
      CompatibilityLevel level = compatibility(subject, true);
      List<String> problems = problems(subject, parsed, level, null);
      if (!problems.isEmpty()) {
        throw RegistryErrors.incompatible(subject, level, problems);
      }
      Integer id = state.idOf(canonical);
      RegisteredSchema added =
          new RegisteredSchema(
              subject, nextVersion(subject), id == null ? state.nextId() : id, canonical);
      append(LogRecords.schemaKey(subject, added.version()), LogRecords.schemaValue(added, false));
      return added.id();
    }
  }

  /**
   * Registers a schema under the identifier it has elsewhere; allowed in mode IMPORT alone.
   *
   * @param schema its {@code version} may be 0: the next one
   * @return its identifier
   */
  public int importSchema(RegisteredSchema schema) {
    Schema parsed = parser.parse(schema.schema(), false);
    SchemaText canonical = CanonicalForm.of(schema.schema(), parsed, false);
    synchronized (writing) {
      catchUp();
      if (mode(schema.subject(), true) != RegistryMode.IMPORT) {
        throw RegistryErrors.notPermitted(
            "Subject " + schema.subject() + " is not in import mode: identifiers are given here");
      }
      SchemaText other = state.byId(schema.id());
      if (other != null && !other.equals(canonical)) {
        throw RegistryErrors.notPermitted(
            "Overwriting the schema with id " + schema.id() + " is not permitted.");
      }
      int version = schema.version() > 0 ? schema.version() : nextVersion(schema.subject());
      RegisteredSchema added =
          new RegisteredSchema(schema.subject(), version, schema.id(), canonical);
      append(LogRecords.schemaKey(schema.subject(), version), LogRecords.schemaValue(added, false));
      return added.id();
    }
  }

  private int nextVersion(String subject) {
    NavigableMap<Integer, RegistryState.Entry> versions = state.versions(subject);
    return versions.isEmpty() ? 1 : versions.lastKey() + 1;
  }

  private @Nullable RegisteredSchema find(
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
      // the same schema with its references written out, or the other way round
      if (sameMeaning == null
          && kept.references().isEmpty() != canonical.references().isEmpty()
          && parser.parse(kept, false).toString().equals(parsed.toString())) {
        sameMeaning = entry.schema();
      }
    }
    return sameMeaning;
  }

  @Override
  public RegisteredSchema lookup(
      String subject, SchemaText schema, boolean normalize, boolean deleted) {
    requireSubject(subject, deleted);
    Schema parsed = parser.parse(schema, false);
    RegisteredSchema found =
        find(subject, CanonicalForm.of(schema, parsed, normalize), parsed, deleted);
    if (found == null) {
      throw RegistryErrors.schemaNotFound();
    }
    return found;
  }

  @Override
  public SchemaText schema(int id) {
    SchemaText schema = state.byId(id);
    if (schema == null) {
      throw RegistryErrors.schemaNotFound(id);
    }
    return schema;
  }

  @Override
  public List<SubjectVersion> uses(int id, boolean deleted) {
    schema(id);
    return state.uses(id, deleted).stream()
        .map(s -> new SubjectVersion(s.subject(), s.version()))
        .toList();
  }

  @Override
  public List<String> subjects(String prefix, Deleted deleted) {
    return state.subjects(prefix, deleted);
  }

  @Override
  public List<Integer> versions(String subject, Deleted deleted) {
    List<Integer> versions =
        state.versions(subject).values().stream()
            .filter(e -> deleted == Deleted.INCLUDED || e.deleted() == (deleted == Deleted.ONLY))
            .map(e -> e.schema().version())
            .toList();
    if (versions.isEmpty()) {
      throw RegistryErrors.subjectNotFound(subject);
    }
    return versions;
  }

  @Override
  public RegisteredSchema version(String subject, int version, boolean deleted) {
    requireSubject(subject, deleted);
    return state.versions(subject).descendingMap().values().stream()
        .filter(e -> deleted || !e.deleted())
        .map(RegistryState.Entry::schema)
        .filter(s -> version == LATEST || s.version() == version)
        .findFirst()
        .orElseThrow(() -> RegistryErrors.versionNotFound(version));
  }

  private void requireSubject(String subject, boolean deleted) {
    versions(subject, deleted ? Deleted.INCLUDED : Deleted.HIDDEN);
  }

  @Override
  public List<Integer> referencedBy(String subject, int version) {
    RegisteredSchema schema = version(subject, version, true);
    return state.referrers(subject, schema.version()).stream()
        .map(RegisteredSchema::id)
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public List<Integer> deleteSubject(String subject, boolean permanent) {
    synchronized (writing) {
      catchUp();
      requireWritable(subject);
      return deletion.ofSubject(subject, permanent);
    }
  }

  @Override
  public int deleteVersion(String subject, int version, boolean permanent) {
    synchronized (writing) {
      catchUp();
      requireWritable(subject);
      int number = version(subject, version, true).version();
      if (version == LATEST && !permanent) {
        number = version(subject, LATEST, false).version();
      }
      return deletion.ofVersion(subject, number, permanent);
    }
  }

  @Override
  public List<String> incompatibilities(
      String subject, SchemaText schema, @Nullable Integer version, boolean normalize) {
    Schema parsed = parser.parse(schema, true);
    Integer only = version;
    if (version != null && version != LATEST) {
      only = version(subject, version, false).version();
    }
    return problems(subject, parsed, compatibility(subject, true), only);
  }

  /** Compares with one version, the latest, or (null) those which the level names. */
  private List<String> problems(
      String subject, Schema schema, CompatibilityLevel level, @Nullable Integer version) {
    List<RegisteredSchema> earlier =
        state.versions(subject).descendingMap().values().stream()
            .filter(e -> !e.deleted())
            .map(RegistryState.Entry::schema)
            .filter(s -> version == null || version == LATEST || s.version() == version)
            .limit(version == null && level.transitive() ? Long.MAX_VALUE : 1)
            .toList();
    for (RegisteredSchema old : earlier) {
      List<String> found =
          CompatibilityCheck.between(parser.parse(old.schema(), false), schema, level);
      if (!found.isEmpty()) {
        List<String> all = new ArrayList<>(found);
        all.add("{oldSchemaVersion: " + old.version() + "}");
        all.add("{oldSchema: '" + old.schema().text() + "'}");
        all.add("{compatibility: '" + level + "'}");
        return all;
      }
    }
    return List.of();
  }

  @Override
  public CompatibilityLevel compatibility(@Nullable String subject, boolean orGlobal) {
    if (subject != null && !orGlobal) {
      return state.level(subject).orElseThrow(() -> RegistryErrors.noLevelOfItsOwn(subject));
    }
    return state.level(subject).or(() -> state.level(null)).orElse(defaultLevel);
  }

  @Override
  public void setCompatibility(@Nullable String subject, CompatibilityLevel level) {
    synchronized (writing) {
      catchUp();
      requireWritable(subject);
      append(LogRecords.configKey(subject), LogRecords.configValue(level));
    }
  }

  @Override
  public CompatibilityLevel clearCompatibility(@Nullable String subject) {
    synchronized (writing) {
      catchUp();
      requireWritable(subject);
      CompatibilityLevel before = compatibility(subject, false);
      append(LogRecords.configKey(subject), null);
      return before;
    }
  }

  @Override
  public RegistryMode mode(@Nullable String subject, boolean orGlobal) {
    RegistryMode global = state.mode(null).orElse(RegistryMode.READWRITE);
    if (subject == null || (orGlobal && global == RegistryMode.READONLY_OVERRIDE)) {
      return global;
    }
    if (!orGlobal) {
      return state.mode(subject).orElseThrow(() -> RegistryErrors.noModeOfItsOwn(subject));
    }
    return state.mode(subject).orElse(global);
  }

  @Override
  public void setMode(@Nullable String subject, RegistryMode mode, boolean force) {
    synchronized (writing) {
      catchUp();
      boolean occupied =
          subject == null
              ? !state.subjects("", Deleted.HIDDEN).isEmpty()
              : state.versions(subject).values().stream().anyMatch(e -> !e.deleted());
      if (mode == RegistryMode.IMPORT
          && occupied
          && !force
          && mode(subject, true) != RegistryMode.IMPORT) {
        throw RegistryErrors.notPermitted(
            "Cannot go into import mode: there are schemas already (force=true does it anyway)");
      }
      append(LogRecords.modeKey(subject), LogRecords.modeValue(mode));
    }
  }

  @Override
  public RegistryMode clearMode(@Nullable String subject) {
    synchronized (writing) {
      catchUp();
      RegistryMode before = mode(subject, false);
      append(LogRecords.modeKey(subject), null);
      return before;
    }
  }

  private void requireWritable(@Nullable String subject) {
    RegistryMode mode = mode(subject, true);
    if (mode == RegistryMode.READONLY || mode == RegistryMode.READONLY_OVERRIDE) {
      throw RegistryErrors.notPermitted(
          subject == null ? "The registry is read-only" : "Subject " + subject + " is read-only");
    }
  }

  private void append(String key, @Nullable String value) {
    try {
      log.append(key, value);
      log.catchUp(state::apply);
    } catch (IOException e) {
      throw RegistryErrors.storeFailed(e);
    }
  }

  private void catchUp() {
    try {
      log.catchUp(state::apply);
    } catch (IOException e) {
      throw RegistryErrors.storeFailed(e);
    }
  }

  @Override
  public void close() {
    synchronized (writing) {
      log.close();
    }
  }
}
