package io.wiredesk.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
    return parseAll(text, strict).schema();
  }

  /**
   * A schema and what it refers to.
   *
   * @param references the schemas that it names but does not define, those they refer to among them
   */
  public record Parsed(Schema schema, List<Schema> references) {}

  /** As {@link #parse}, and gives what it refers to as well. */
  public Parsed parseAll(SchemaText text, boolean strict) {
    Schema.Parser parser = new Schema.Parser();
    parser.setValidateDefaults(strict);
    List<Schema> references = new ArrayList<>();
    parseReferences(text, parser, new HashSet<>(), references);
    return new Parsed(parse(parser, text.text(), "schema"), references);
  }

  private static Schema parse(Schema.Parser parser, String json, String what) {
    try {
      return parser.parse(json);
    } catch (NullPointerException e) {
      // what Avro 1.12 throws for a name that is defined nowhere
      throw invalid(what, json, "it names a type that is not defined");
    } catch (RuntimeException e) {
      throw invalid(what, json, String.valueOf(e.getMessage()));
    }
  }

  private static RegistryException invalid(String what, String json, String why) {
    return new RegistryException(422, 42201, "Invalid " + what + " " + json + ", details: " + why);
  }

  private void parseReferences(
      SchemaText text, Schema.Parser parser, Set<String> seen, List<Schema> parsed) {
    for (SchemaReference reference : text.references()) {
      if (!seen.add(reference.name())) {
        continue;
      }
      SchemaText other = source.apply(reference);
      parseReferences(other, parser, seen, parsed);
      if (parser.getTypes().containsKey(reference.name())) {
        continue;
      }
      parsed.add(parse(parser, other.text(), "reference " + reference.name()));
    }
  }
}
