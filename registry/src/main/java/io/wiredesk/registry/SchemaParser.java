package io.wiredesk.registry;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * Parses schemas together with what they refer to. Stateless but for the source of referenced
 * schemas; safe for many threads when that source is.
 */
public final class SchemaParser {
  private final Function<SchemaReference, SchemaText> source;

  /**
   * @param source gives the text of a referenced schema, or throws {@link RegistryException}
   */
  public SchemaParser(Function<SchemaReference, SchemaText> source) {
    this.source = source;
  }

  /**
   * Parses a schema and puts what it refers to in place.
   *
   * @param strict refuse defaults that do not fit their field: right for new schemas, while schemas
   *     that are already on topics must stay readable
   * @throws RegistryException 42201 when it is not an Avro schema, or what the source threw
   */
  public Schema parse(SchemaText text, boolean strict) {
    Schema.Parser parser = new Schema.Parser();
    parser.setValidateDefaults(strict);
    parseReferences(text, parser, new HashSet<>());
    try {
      return parser.parse(text.text());
    } catch (AvroRuntimeException e) {
      throw new RegistryException(
          422, 42201, "Invalid schema " + text.text() + ", details: " + e.getMessage());
    }
  }

  private void parseReferences(SchemaText text, Schema.Parser parser, Set<String> seen) {
    for (SchemaReference reference : text.references()) {
      if (!seen.add(reference.name())) {
        continue;
      }
      SchemaText other = source.apply(reference);
      parseReferences(other, parser, seen);
      if (parser.getTypes().containsKey(reference.name())) {
        continue;
      }
      try {
        parser.parse(other.text());
      } catch (AvroRuntimeException e) {
        throw new RegistryException(
            422, 42201, "Invalid reference " + reference.name() + ", details: " + e.getMessage());
      }
    }
  }
}
