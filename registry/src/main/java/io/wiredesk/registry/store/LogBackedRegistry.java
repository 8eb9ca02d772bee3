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
  private final ChangeLog log;
  private final SubjectSettings settings;
  private final Deletion deletion;
  private final Registration registration;

  /**
   * Reads the whole log.
   *
   * @param defaultLevel the global level as long as nobody has set one; Confluent's is BACKWARD
   * @throws IOException when the log cannot be read
   */
  public LogBackedRegistry(SchemaLog log, CompatibilityLevel defaultLevel) throws IOException {
    this.log = new ChangeLog(log, state);
    this.settings = new SubjectSettings(state, this.log, defaultLevel);
    this.deletion = new Deletion(state, this.log);
    this.registration = new Registration(state, this.log, parser, settings);
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
    return register(subject, schema, normalize, 0).id();
  }

  /**
   * The same, and gives the whole of it.
   *
   * @param version the version that it must become, else 42201; 0 or -1: the next, or the one that
   *     it has already
   */
  public RegisteredSchema register(
      String subject, SchemaText schema, boolean normalize, int version) {
    Registration.Wanted wanted = registration.wanted(subject, schema, normalize, version);
    RegisteredSchema known = registration.known(wanted);
    if (known != null) {
      return known;
    }
    synchronized (writing) {
      log.catchUp();
      known = registration.known(wanted);
      return known == null ? registration.add(wanted) : known;
    }
  }

  /**
   * Registers a schema under the identifier it has elsewhere; allowed in mode IMPORT alone.
   *
   * @param schema its {@code version} may be 0: the next one
   */
  public RegisteredSchema importSchema(RegisteredSchema schema) {
    synchronized (writing) {
      log.catchUp();
      return registration.takeOver(schema);
    }
  }

  @Override
  public RegisteredSchema lookup(
      String subject, SchemaText schema, boolean normalize, boolean deleted) {
    requireSubject(subject, deleted);
    SchemaParser.Parsed parsed = parser.parseAll(schema, false);
    SchemaText canonical =
        CanonicalForm.of(schema, parsed, normalize || settings.normalizes(subject));
    RegisteredSchema found =
        registration.earlier().find(subject, canonical, parsed.schema(), deleted);
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
  public SchemaText schema(String guid) {
    return schema(idOf(guid));
  }

  /** The identifier of a schema that is known by that name over all registries; 40403. */
  public int idOf(String guid) {
    Integer id = state.idByGuid(guid);
    if (id == null) {
      throw RegistryErrors.schemaNotFound();
    }
    return id;
  }

  /** The global level as long as nobody has set one. */
  public CompatibilityLevel defaultLevel() {
    return settings.defaultLevel();
  }

  /** The greatest identifier that was given so far. */
  public int greatestId() {
    return state.greatestId();
  }

  /** What keeps the log from being written or read at the moment; null where nothing does. */
  public @Nullable String trouble() {
    return log.trouble();
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
      log.catchUp();
      settings.requireWritable(subject);
      return deletion.ofSubject(subject, permanent);
    }
  }

  @Override
  public int deleteVersion(String subject, int version, boolean permanent) {
    synchronized (writing) {
      log.catchUp();
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
    if (version != null && version != LATEST) {
      RegistryState.Entry entry = state.versions(subject).get(version);
      if (entry == null || entry.deleted()) {
        throw RegistryErrors.versionNotFound(version);
      }
    }
    return registration.earlier().problems(subject, parsed, compatibility(subject, true), version);
  }

  @Override
  public CompatibilityLevel compatibility(@Nullable String subject, boolean orGlobal) {
    return settings.level(subject, orGlobal);
  }

  @Override
  public void setCompatibility(@Nullable String subject, CompatibilityLevel level) {
    synchronized (writing) {
      log.catchUp();
      settings.setConfig(subject, new SubjectConfig(level, null));
    }
  }

  @Override
  public CompatibilityLevel clearCompatibility(@Nullable String subject) {
    CompatibilityLevel before = compatibility(subject, true);
    clearConfig(subject);
    return before;
  }

  /** What is set for a subject (null: globally); see {@link #compatibility}. */
  public SubjectConfig config(@Nullable String subject, boolean orGlobal) {
    return settings.config(subject, orGlobal);
  }

  /** Sets what the change names, and leaves the rest. */
  public void setConfig(@Nullable String subject, SubjectConfig change) {
    synchronized (writing) {
      log.catchUp();
      settings.setConfig(subject, change);
    }
  }

  /** Sets everything back that is set for a subject (null: globally); 40401 where nothing is. */
  public SubjectConfig clearConfig(@Nullable String subject) {
    synchronized (writing) {
      log.catchUp();
      return settings.clearConfig(subject);
    }
  }

  @Override
  public RegistryMode mode(@Nullable String subject, boolean orGlobal) {
    return settings.mode(subject, orGlobal);
  }

  @Override
  public void setMode(@Nullable String subject, RegistryMode mode, boolean force) {
    synchronized (writing) {
      log.catchUp();
      settings.setMode(subject, mode, force);
    }
  }

  @Override
  public RegistryMode clearMode(@Nullable String subject) {
    synchronized (writing) {
      log.catchUp();
      return settings.clearMode(subject);
    }
  }

  @Override
  public void close() {
    synchronized (writing) {
      log.close();
    }
  }
}
