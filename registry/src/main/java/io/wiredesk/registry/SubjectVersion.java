package io.wiredesk.registry;

/**
 * Where a schema is registered. Immutable.
 *
 * @param subject subject
 * @param version version there, from 1
 */
public record SubjectVersion(String subject, int version) {}
