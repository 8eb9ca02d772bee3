package io.wiredesk.registry.store;

import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.Deleted;
import io.wiredesk.registry.RegistryMode;
import org.jspecify.annotations.Nullable;

/**
 * Levels and modes, global ones (subject null) and those of subjects. Questions from any thread;
 * changes by one thread at a time.
 */
final class SubjectSettings {
  private final RegistryState state;
  private final Deletion.Append log;
  private final CompatibilityLevel defaultLevel;

  SubjectSettings(RegistryState state, Deletion.Append log, CompatibilityLevel defaultLevel) {
    this.state = state;
    this.log = log;
    this.defaultLevel = defaultLevel;
  }

  CompatibilityLevel level(@Nullable String subject, boolean orGlobal) {
    CompatibilityLevel own = state.config(subject).level();
    if (own != null) {
      return own;
    }
    if (subject != null && !orGlobal) {
      throw RegistryErrors.noLevelOfItsOwn(subject);
    }
    CompatibilityLevel global = state.config(null).level();
    return global == null ? defaultLevel : global;
  }

  /** What is in force for the subject; only its own where {@code orGlobal} is not set. */
  SubjectConfig config(@Nullable String subject, boolean orGlobal) {
    SubjectConfig own = state.config(subject);
    if (subject != null && !orGlobal) {
      if (own.isEmpty()) {
        throw RegistryErrors.noLevelOfItsOwn(subject);
      }
      return own;
    }
    return new SubjectConfig(defaultLevel, null).with(state.config(null)).with(own);
  }

  CompatibilityLevel defaultLevel() {
    return defaultLevel;
  }

  boolean normalizes(String subject) {
    return Boolean.TRUE.equals(config(subject, true).normalize());
  }

  void setConfig(@Nullable String subject, SubjectConfig change) {
    requireWritable(subject);
    SubjectConfig next = state.config(subject).with(change);
    if (!next.equals(state.config(subject))) {
      log.append(LogRecords.configKey(subject), LogRecords.configValue(next));
    }
  }

  /** What was in force before. */
  SubjectConfig clearConfig(@Nullable String subject) {
    requireWritable(subject);
    if (subject != null && state.config(subject).isEmpty()) {
      throw RegistryErrors.subjectNotFound(subject);
    }
    SubjectConfig before = config(subject, false);
    log.append(LogRecords.configKey(subject), null);
    return before;
  }

  RegistryMode mode(@Nullable String subject, boolean orGlobal) {
    RegistryMode global = state.mode(null).orElse(RegistryMode.READWRITE);
    if (subject == null || (orGlobal && global == RegistryMode.READONLY_OVERRIDE)) {
      return global;
    }
    if (!orGlobal) {
      return state.mode(subject).orElseThrow(() -> RegistryErrors.noModeOfItsOwn(subject));
    }
    return state.mode(subject).orElse(global);
  }

  void setMode(@Nullable String subject, RegistryMode mode, boolean force) {
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
    log.append(LogRecords.modeKey(subject), LogRecords.modeValue(mode));
  }

  RegistryMode clearMode(@Nullable String subject) {
    if (subject != null && state.mode(subject).isEmpty()) {
      throw RegistryErrors.subjectNotFound(subject);
    }
    RegistryMode before = mode(subject, false);
    log.append(LogRecords.modeKey(subject), null);
    return before;
  }

  void requireWritable(@Nullable String subject) {
    RegistryMode mode = mode(subject, true);
    if (mode == RegistryMode.READONLY || mode == RegistryMode.READONLY_OVERRIDE) {
      throw RegistryErrors.notPermitted(
          subject == null ? "The registry is read-only" : "Subject " + subject + " is read-only");
    }
  }
}
