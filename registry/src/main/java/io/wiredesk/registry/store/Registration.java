package io.wiredesk.registry.store;

import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.RegisteredSchema;
import io.wiredesk.registry.RegistryMode;
import io.wiredesk.registry.SchemaParser;
import io.wiredesk.registry.SchemaText;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The rules by which a schema becomes a version of a subject. Used by one thread at a time. */
final class Registration {
  private final RegistryState state;
  private final Deletion.Append log;
  private final SchemaParser parser;
  private final SubjectSettings settings;
  private final EarlierVersions earlier;

  Registration(
      RegistryState state, Deletion.Append log, SchemaParser parser, SubjectSettings settings) {
    this.state = state;
    this.log = log;
    this.parser = parser;
    this.settings = settings;
    this.earlier = new EarlierVersions(state, parser);
  }

  /** A schema on its way to a subject, read and in the form in which it is kept. */
  record Wanted(String subject, SchemaText canonical, Schema parsed, int version) {}

  /**
   * @param version the version that it must become; 0 or -1: the next
   */
  Wanted wanted(String subject, SchemaText schema, boolean normalize, int version) {
    SchemaParser.Parsed parsed = parser.parseAll(schema, true);
    boolean normal = normalize || settings.normalizes(subject);
    return new Wanted(subject, CanonicalForm.of(schema, parsed, normal), parsed.schema(), version);
  }

  /** Where it is registered already, and may be again without a word; null where it is not. */
  @Nullable RegisteredSchema known(Wanted wanted) {
    return wanted.version() > 0
        ? null
        : earlier.find(wanted.subject(), wanted.canonical(), wanted.parsed(), false);
  }

  /** Adds a version; compatibility and mode decide. */
  RegisteredSchema add(Wanted wanted) {
    String subject = wanted.subject();
    settings.requireWritable(subject);
    if (settings.mode(subject, true) != RegistryMode.READWRITE) {
      throw RegistryErrors.notPermitted("Subject " + subject + " is not in read-write mode");
    }
    CompatibilityLevel level = settings.level(subject, true);
    List<String> problems = earlier.problems(subject, wanted.parsed(), level, null);
    if (!problems.isEmpty()) {
      throw RegistryErrors.incompatible(subject, problems);
    }
    int next = earlier.next(subject);
    if (wanted.version() > 0 && wanted.version() != next) {
      throw RegistryErrors.invalidSchema(
          "Version " + wanted.version() + " is not one more than previous version");
    }
    Integer id = state.idOf(wanted.canonical());
    RegisteredSchema added =
        new RegisteredSchema(subject, next, id == null ? state.nextId() : id, wanted.canonical());
    forgetDeleted(added);
    log.append(LogRecords.schemaKey(subject, next), LogRecords.schemaValue(added, false));
    return added;
  }

  /**
   * A deleted version with the same schema comes back under the new number, as Confluent's does.
   */
  private void forgetDeleted(RegisteredSchema added) {
    state
        .versions(added.subject())
        .forEach(
            (version, entry) -> {
              if (entry.deleted() && entry.schema().id() == added.id()) {
                log.append(LogRecords.schemaKey(added.subject(), version), null);
              }
            });
  }

  /** Takes a version over under the identifier that it has elsewhere; its version may be 0. */
  RegisteredSchema takeOver(RegisteredSchema schema) {
    SchemaParser.Parsed parsed = parser.parseAll(schema.schema(), false);
    SchemaText canonical = CanonicalForm.of(schema.schema(), parsed, false);
    if (settings.mode(schema.subject(), true) != RegistryMode.IMPORT) {
      throw RegistryErrors.notPermitted("Subject " + schema.subject() + " is not in import mode");
    }
    SchemaText other = state.byId(schema.id());
    if (other != null && !other.equals(canonical)) {
      throw RegistryErrors.notPermitted(
          "Overwrite new schema with id " + schema.id() + " is not permitted.");
    }
    RegisteredSchema known = earlier.find(schema.subject(), canonical, parsed.schema(), false);
    if (known != null && known.id() == schema.id() && schema.version() <= 0) {
      return known;
    }
    int version = schema.version() > 0 ? schema.version() : earlier.next(schema.subject());
    RegisteredSchema added =
        new RegisteredSchema(schema.subject(), version, schema.id(), canonical);
    log.append(
        LogRecords.schemaKey(schema.subject(), version), LogRecords.schemaValue(added, false));
    return added;
  }

  EarlierVersions earlier() {
    return earlier;
  }
}
