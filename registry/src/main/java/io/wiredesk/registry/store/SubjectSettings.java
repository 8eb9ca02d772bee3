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
    if (subject != null && !orGlobal) {
      return state.level(subject).orElseThrow(() -> RegistryErrors.noLevelOfItsOwn(subject));
    }
    return state.level(subject).or(() -> state.level(null)).orElse(defaultLevel);
  }

  void setLevel(@Nullable String subject, CompatibilityLevel level) {
    requireWritable(subject);
    log.append(LogRecords.configKey(subject), LogRecords.configValue(level));
  }

  CompatibilityLevel clearLevel(@Nullable String subject) {
    requireWritable(subject);
    CompatibilityLevel before = level(subject, false);
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
