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

  private static String describe(
      Incompatibility problem, String field, String reader, String writer) {
    String at = " (at path '" + problem.getLocation() + "')";
    return switch (problem.getType()) {
      case READER_FIELD_MISSING_DEFAULT_VALUE ->
          "The field '%s' in the %s schema has no default value and is missing in the %s schema"
                  .formatted(field, reader, writer)
              + at;
      case MISSING_ENUM_SYMBOLS ->
          "The enum of '%s' in the %s schema lacks symbols that the %s schema has, and has no default"
                  .formatted(field, reader, writer)
              + at;
      case MISSING_UNION_BRANCH ->
          "The union of '%s' in the %s schema lacks a type that the %s schema has"
                  .formatted(field, reader, writer)
              + at;
      case TYPE_MISMATCH ->
          "The type of '%s' in the %s schema does not match that in the %s schema"
                  .formatted(field, reader, writer)
              + at;
      case NAME_MISMATCH ->
          "The name of the type of '%s' has changed between the %s and the %s schema"
                  .formatted(field, reader, writer)
              + at;
      case FIXED_SIZE_MISMATCH ->
          "The size of the fixed type of '%s' differs between the %s and the %s schema"
                  .formatted(field, reader, writer)
              + at;
    };
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
