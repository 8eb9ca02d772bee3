package io.wiredesk.registry;

import java.util.List;

/**
 * An Avro schema as the registry keeps it: its JSON and the schemas which that JSON names but does
 * not define. Immutable; two are equal when both parts are.
 *
 * @param text Avro schema in JSON
 * @param references registered schemas that {@code text} names, in the order given
 */
public record SchemaText(String text, List<SchemaReference> references) {
  public SchemaText {
    references = List.copyOf(references);
  }

  /** A schema that stands by itself. */
  public static SchemaText of(String text) {
    return new SchemaText(text, List.of());
  }
}
