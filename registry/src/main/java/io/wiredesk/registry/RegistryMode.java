package io.wiredesk.registry;

/** What a registry or one subject accepts; names as in Confluent's REST interface. */
public enum RegistryMode {
  READWRITE,
  /** Registrations and deletions are refused. */
  READONLY,
  /** As READONLY, set globally, and no subject's own mode lifts it. */
  READONLY_OVERRIDE,
  /** Schemas are registered under identifiers and versions that the caller names, unchecked. */
  IMPORT
}
