package io.wiredesk.registry;

/**
 * One version of one subject. Immutable.
 *
 * @param subject subject
 * @param version version under that subject, from 1
 * @param id identifier over all subjects, from 1; the number in front of every record
 * @param schema the schema
 */
public record RegisteredSchema(String subject, int version, int id, SchemaText schema) {}
