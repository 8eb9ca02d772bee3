package io.wiredesk.registry.store;

import io.wiredesk.registry.CompatibilityLevel;
import org.jspecify.annotations.Nullable;

/**
 * What is set for a subject, or globally. Immutable.
 *
 * @param level compatibility level, null where none is set
 * @param normalize whether schemas are kept in normal form unasked, null where that is not set
 */
public record SubjectConfig(@Nullable CompatibilityLevel level, @Nullable Boolean normalize) {
  static final SubjectConfig NONE = new SubjectConfig(null, null);

  boolean isEmpty() {
    return level == null && normalize == null;
  }

  /** This, with what the other sets. */
  SubjectConfig with(SubjectConfig change) {
    return new SubjectConfig(
        change.level == null ? level : change.level,
        change.normalize == null ? normalize : change.normalize);
  }
}
