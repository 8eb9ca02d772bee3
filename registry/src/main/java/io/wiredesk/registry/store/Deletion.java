package io.wiredesk.registry.store;

import io.wiredesk.registry.RegisteredSchema;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of deletion: softly first, permanently only after that, and nothing that is referred
 * to. Used by one thread at a time.
 */
final class Deletion {
  /** Appends a change and brings the state up to it. */
  @FunctionalInterface
  interface Append {
    void append(String key, @Nullable String value);
  }

  private final RegistryState state;
  private final Append log;

  Deletion(RegistryState state, Append log) {
    this.state = state;
    this.log = log;
  }

  List<Integer> ofSubject(String subject, boolean permanent) {
    NavigableMap<Integer, RegistryState.Entry> versions = state.versions(subject);
    if (versions.isEmpty()) {
      throw RegistryErrors.subjectNotFound(subject);
    }
    boolean live = versions.values().stream().anyMatch(e -> !e.deleted());
    if (permanent && live) {
      throw RegistryErrors.subjectNotSoftlyDeleted(subject);
    }
    if (!permanent && !live) {
      throw RegistryErrors.subjectSoftlyDeleted(subject);
    }
    versions.values().removeIf(e -> e.deleted() != permanent);
    versions.keySet().forEach(version -> requireUnreferenced(subject, version));
    if (permanent) {
      rememberIds();
      versions.keySet().forEach(v -> log.append(LogRecords.schemaKey(subject, v), null));
      log.append(LogRecords.deleteSubjectKey(subject), null);
      clearSettings(subject);
    } else {
      log.append(
          LogRecords.deleteSubjectKey(subject),
          LogRecords.deleteSubjectValue(subject, versions.lastKey()));
    }
    return List.copyOf(versions.keySet());
  }

  int ofVersion(String subject, int version, boolean permanent) {
    RegistryState.Entry entry = state.versions(subject).get(version);
    if (entry == null) {
      throw RegistryErrors.versionNotFound(version);
    }
    if (permanent && !entry.deleted()) {
      throw RegistryErrors.versionNotSoftlyDeleted(subject, version);
    }
    if (!permanent && entry.deleted()) {
      throw RegistryErrors.versionSoftlyDeleted(subject, version);
    }
    requireUnreferenced(subject, version);
    if (permanent) {
      rememberIds();
      log.append(LogRecords.schemaKey(subject, version), null);
      if (state.versions(subject).isEmpty()) {
        clearSettings(subject);
      }
    } else {
      RegisteredSchema schema = entry.schema();
      log.append(LogRecords.schemaKey(subject, version), LogRecords.schemaValue(schema, true));
    }
    return version;
  }

  private void requireUnreferenced(String subject, int version) {
    if (!state.referrers(subject, version).isEmpty()) {
      throw RegistryErrors.referenceExists(subject, version);
    }
  }

  /** An identifier is in front of records on topics for ever: it must never mean something else. */
  private void rememberIds() {
    log.append(LogRecords.noopKey(), LogRecords.noopValue(state.greatestId()));
  }

  private void clearSettings(String subject) {
    if (!state.config(subject).isEmpty()) {
      log.append(LogRecords.configKey(subject), null);
    }
    if (state.mode(subject).isPresent()) {
      log.append(LogRecords.modeKey(subject), null);
    }
  }
}
