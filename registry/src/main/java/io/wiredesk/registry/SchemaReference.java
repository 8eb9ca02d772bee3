package io.wiredesk.registry;

/**
 * A schema's mention of another registered schema. Immutable.
 *
 * @param name the full name by which the mentioning schema knows the other
 * @param subject subject the other is registered under
 * @param version its version there, from 1
 */
public record SchemaReference(String name, String subject, int version) {}
