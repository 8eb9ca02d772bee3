package io.wiredesk.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema registry, near or far: every operation of Confluent's REST interface that concerns Avro.
 * Each method may throw {@link RegistryException} with the status and code that the interface
 * prescribes. Safe for use by many threads; whoever made it closes it.
 */
public interface SchemaRegistry extends AutoCloseable {

  /** Stands for the newest version where a version is asked for. */
  int LATEST = -1;

  /**
   * Registers a schema under a subject unless it is there already.
   *
   * @param normalize compare and keep the schema in normal form (attributes in fixed order)
   * @return its identifier over all subjects
   */
  int register(String subject, SchemaText schema, boolean normalize);

  /** Finds a schema under a subject by its content; 40401 or 40403 where it is not there. */
  RegisteredSchema lookup(String subject, SchemaText schema, boolean normalize, boolean deleted);

  /** The schema with that identifier, deleted or not; 40403 where there is none. */
  SchemaText schema(int id);

  /** The schema that goes by that name in every registry (a UUID); 40403 where it is not here. */
  SchemaText schema(String guid);

  /** Where a schema is registered, by subject and version. */
  List<SubjectVersion> uses(int id, boolean deleted);

  /** Subjects whose name begins with a prefix, in alphabetical order. */
  List<String> subjects(String prefix, Deleted deleted);

  /** Versions of a subject, ascending; 40401 where there are none. */
  List<Integer> versions(String subject, Deleted deleted);

  /** One version of a subject, or {@link #LATEST}. */
  RegisteredSchema version(String subject, int version, boolean deleted);

  /** Identifiers of the schemas that mention a version of a subject, ascending. */
  List<Integer> referencedBy(String subject, int version);

  /**
   * Deletes all versions of a subject: softly, or, when that has been done before, permanently.
   *
   * @return the versions deleted, ascending
   */
  List<Integer> deleteSubject(String subject, boolean permanent);

  /**
   * Deletes one version, or {@link #LATEST}.
   *
   * @return its number
   */
  int deleteVersion(String subject, int version, boolean permanent);

  /**
   * What stands between a schema and those registered before it, a sentence each, by the level in
   * force; empty when it would be accepted.
   *
   * @param version the version to compare with, {@link #LATEST}, or null for those which the level
   *     names
   */
  List<String> incompatibilities(
      String subject, SchemaText schema, @Nullable Integer version, boolean normalize);

  /**
   * The level of a subject (null: the global one).
   *
   * @param orGlobal answer the global level where the subject has none of its own; else that is
   *     40408
   */
  CompatibilityLevel compatibility(@Nullable String subject, boolean orGlobal);

  /** Sets the level of a subject (null: the global one). */
  void setCompatibility(@Nullable String subject, CompatibilityLevel level);

  /** Removes a subject's own level (null: sets the global one back to its default). */
  CompatibilityLevel clearCompatibility(@Nullable String subject);

  /** The mode of a subject (null: the global one); see {@link #compatibility}, 40409. */
  RegistryMode mode(@Nullable String subject, boolean orGlobal);

  /**
   * Sets the mode of a subject (null: the global one).
   *
   * @param force go into IMPORT although there are schemas
   */
  void setMode(@Nullable String subject, RegistryMode mode, boolean force);

  /** Removes a subject's own mode (null: sets the global one back to its default). */
  RegistryMode clearMode(@Nullable String subject);

  @Override
  void close();
}
