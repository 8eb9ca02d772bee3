package io.wiredesk.registry.store;

import io.wiredesk.registry.CompatibilityLevel;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/**
 * Says what stands between two schemas, by the rules of Avro's schema resolution, in sentences that
 * name the field. Stateless.
 */
public final class CompatibilityCheck {
  private CompatibilityCheck() {}

  /**
   * What the level forbids between an earlier schema and a new one.
   *
   * @return a sentence each, in the shape {@code {errorType:'…', description:'…',
   *     additionalInfo:'…'}}; empty when they are compatible
   */
  public static List<String> between(Schema earlier, Schema now, CompatibilityLevel level) {
    List<String> found = new ArrayList<>();
    if (level.backward()) {
      read(now, "new", earlier, "old", found);
    }
    if (level.forward()) {
      read(earlier, "old", now, "new", found);
    }
    return found;
  }

  private static void read(
      Schema reader, String readerName, Schema writer, String writerName, List<String> found) {
    SchemaCompatibility.SchemaPairCompatibility result =
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    for (Incompatibility problem : result.getResult().getIncompatibilities()) {
      String field = fieldAt(reader, problem.getLocation());
      found.add(
          "{errorType:'"
              + problem.getType()
              + "', description:'"
              + describe(problem, field, readerName, writerName)
              + "', additionalInfo:'"
              + problem.getMessage()
              + "'}");
    }
  }

  /** Confluent's sentences; where those leave it out, with the field. */
  private static String describe(
      Incompatibility problem, String field, String reader, String writer) {
    String at = problem.getLocation();
    return switch (problem.getType()) {
      case READER_FIELD_MISSING_DEFAULT_VALUE ->
          "The field '%s' at path '%s' in the %s schema has no default value and is missing in the %s schema%s"
              .formatted(problem.getMessage(), at, reader, writer, within(field, problem));
      case MISSING_ENUM_SYMBOLS ->
          "The %s schema is missing enum symbols '%s' at path '%s' in the %s schema (field '%s')"
              .formatted(reader, problem.getMessage(), at, writer, field);
      case MISSING_UNION_BRANCH ->
          "The %s schema is missing a type inside a union field at path '%s' in the %s schema (field '%s')"
              .formatted(reader, at, writer, field);
      case TYPE_MISMATCH ->
          "The type (path '%s') of a field in the %s schema does not match with the %s schema (field '%s')"
              .formatted(at, reader, writer, field);
      case NAME_MISMATCH ->
          "The name of the schema has changed (path '%s') (field '%s')".formatted(at, field);
      case FIXED_SIZE_MISMATCH ->
          "The size of FIXED type field at path '%s' in the %s schema does not match with the %s schema (field '%s')"
              .formatted(at, reader, writer, field);
    };
  }

  private static String within(String field, Incompatibility problem) {
    return field.equals(problem.getMessage()) ? "" : " (field '" + field + "')";
  }

  /** Turns Avro's pointer, e.g. {@code /fields/3/type/1/items}, into the names that people know. */
  static String fieldAt(Schema root, String location) {
    StringBuilder name = new StringBuilder();
    Schema schema = root;
    String[] steps = location.split("/");
    for (int i = 1; i < steps.length; i++) {
      String step = steps[i];
      if (step.equals("fields") && i + 1 < steps.length && schema.getType() == Schema.Type.RECORD) {
        Schema.Field field = schema.getFields().get(Integer.parseInt(steps[++i]));
        name.append(name.length() == 0 ? "" : ".").append(field.name());
        schema = field.schema();
      } else if (step.equals("items") && schema.getType() == Schema.Type.ARRAY) {
        name.append("[]");
        schema = schema.getElementType();
      } else if (step.equals("values") && schema.getType() == Schema.Type.MAP) {
        name.append("{}");
        schema = schema.getValueType();
      } else if (isIndex(step)
          && schema.getType() == Schema.Type.UNION
          && Integer.parseInt(step) < schema.getTypes().size()) {
        // of a missing branch Avro gives the index in the writer's union: it ends here
        schema = schema.getTypes().get(Integer.parseInt(step));
      }
    }
    if (name.length() > 0) {
      return name.toString();
    }
    return root.getType() == Schema.Type.UNION ? "the union" : root.getFullName();
  }

  private static boolean isIndex(String step) {
    return !step.isEmpty() && step.chars().allMatch(Character::isDigit);
  }
}
