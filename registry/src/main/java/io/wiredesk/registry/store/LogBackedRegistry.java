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
import java.util.List;
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
  private final EarlierVersions earlier = new EarlierVersions(state, parser);
  private final SubjectSettings settings;
  private final Deletion deletion;

  /**
   * Reads the whole log.
   *
   * @param defaultLevel the global level as long as nobody has set one; Confluent's is BACKWARD
   * @throws IOException when the log cannot be read
   */
  public LogBackedRegistry(SchemaLog log, CompatibilityLevel defaultLevel) throws IOException {
    this.log = log;
    this.settings = new SubjectSettings(state, this::append, defaultLevel);
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
    RegisteredSchema known = earlier.find(subject, canonical, parsed, false);
    if (known != null) {
      return known.id();
    }
    synchronized (writing) {
      catchUp();
      known = earlier.find(subject, canonical, parsed, false);
      if (known != null) {
        return known.id();
      }
      settings.requireWritable(subject);
      CompatibilityLevel level = compatibility(subject, true);
      List<String> problems = earlier.problems(subject, parsed, level, null);
      if (!problems.isEmpty()) {
        throw RegistryErrors.incompatible(subject, level, problems);
      }
      Integer id = state.idOf(canonical);
      RegisteredSchema added =
          new RegisteredSchema(
              subject, earlier.next(subject), id == null ? state.nextId() : id, canonical);
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
      int version = schema.version() > 0 ? schema.version() : earlier.next(schema.subject());
      RegisteredSchema added =
          new RegisteredSchema(schema.subject(), version, schema.id(), canonical);
      append(LogRecords.schemaKey(schema.subject(), version), LogRecords.schemaValue(added, false));
      return added.id();
    }
  }

  @Override
  public RegisteredSchema lookup(
      String subject, SchemaText schema, boolean normalize, boolean deleted) {
    requireSubject(subject, deleted);
    Schema parsed = parser.parse(schema, false);
    RegisteredSchema found =
        earlier.find(subject, CanonicalForm.of(schema, parsed, normalize), parsed, deleted);
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
      settings.requireWritable(subject);
      return deletion.ofSubject(subject, permanent);
    }
  }

  @Override
  public int deleteVersion(String subject, int version, boolean permanent) {
    synchronized (writing) {
      catchUp();
      settings.requireWritable(subject);
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
    return earlier.problems(subject, parsed, compatibility(subject, true), only);
  }

  @Override
  public CompatibilityLevel compatibility(@Nullable String subject, boolean orGlobal) {
    return settings.level(subject, orGlobal);
  }

  @Override
  public void setCompatibility(@Nullable String subject, CompatibilityLevel level) {
    synchronized (writing) {
      catchUp();
      settings.setLevel(subject, level);
    }
  }

  @Override
  public CompatibilityLevel clearCompatibility(@Nullable String subject) {
    synchronized (writing) {
      catchUp();
      return settings.clearLevel(subject);
    }
  }

  @Override
  public RegistryMode mode(@Nullable String subject, boolean orGlobal) {
    return settings.mode(subject, orGlobal);
  }

  @Override
  public void setMode(@Nullable String subject, RegistryMode mode, boolean force) {
    synchronized (writing) {
      catchUp();
      settings.setMode(subject, mode, force);
    }
  }

  @Override
  public RegistryMode clearMode(@Nullable String subject) {
    synchronized (writing) {
      catchUp();
      return settings.clearMode(subject);
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
