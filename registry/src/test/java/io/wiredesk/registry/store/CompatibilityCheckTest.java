package io.wiredesk.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.registry.CompatibilityLevel;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompatibilityCheckTest {
  private static final String A = "{\"name\":\"a\",\"type\":\"int\"}";
  private static final String B = "{\"name\":\"b\",\"type\":\"int\"}";
  private static final String B_DEFAULT = "{\"name\":\"b\",\"type\":\"int\",\"default\":1}";

  private static Schema schema(String json) {
    return new Schema.Parser().parse(json);
  }

  private static Schema record(String... fields) {
    return schema(
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + String.join(",", fields) + "]}");
  }

  @ParameterizedTest
  @CsvSource({
    // level, add with default, add without, remove with default, remove without
    "NONE,true,true,true,true",
    "BACKWARD,true,false,true,true",
    "BACKWARD_TRANSITIVE,true,false,true,true",
    "FORWARD,true,true,true,false",
    "FORWARD_TRANSITIVE,true,true,true,false",
    "FULL,true,false,true,false",
    "FULL_TRANSITIVE,true,false,true,false"
  })
  void allowsWhatTheLevelAllows(
      CompatibilityLevel level, boolean add, boolean addBare, boolean remove, boolean removeBare) {
    assertThat(CompatibilityCheck.between(record(A), record(A, B_DEFAULT), level).isEmpty())
        .isEqualTo(add);
    assertThat(CompatibilityCheck.between(record(A), record(A, B), level).isEmpty())
        .isEqualTo(addBare);
    assertThat(CompatibilityCheck.between(record(A, B_DEFAULT), record(A), level).isEmpty())
        .isEqualTo(remove);
    assertThat(CompatibilityCheck.between(record(A, B), record(A), level).isEmpty())
        .isEqualTo(removeBare);
  }

  @ParameterizedTest
  @EnumSource(CompatibilityLevel.class)
  void findsASchemaCompatibleWithItself(CompatibilityLevel level) {
    assertThat(CompatibilityCheck.between(record(A, B), record(A, B), level)).isEmpty();
  }

  @Test
  void namesTheFieldWhereverItIs() {
    String nested =
        "{\"name\":\"people\",\"type\":{\"type\":\"array\",\"items\":"
            + "{\"type\":\"record\",\"name\":\"P\",\"fields\":[%s]}}}";
    Schema old = record(nested.formatted(A));
    Schema now = record(nested.formatted(A + "," + B));

    List<String> found = CompatibilityCheck.between(old, now, CompatibilityLevel.BACKWARD);

    assertThat(found)
        .singleElement()
        .asString()
        .contains("READER_FIELD_MISSING_DEFAULT_VALUE")
        .contains("The field 'b' at path '/fields/0/type/items/fields/1' in the new schema")
        .contains("(field 'people[].b')");
  }

  @Test
  void namesEnumUnionAndTypeChanges() {
    Schema old =
        record(
            "{\"name\":\"e\",\"type\":{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"X\",\"Y\"]}}",
            "{\"name\":\"u\",\"type\":[\"null\",\"int\",\"string\"]}",
            "{\"name\":\"t\",\"type\":\"string\"}");
    Schema now =
        record(
            "{\"name\":\"e\",\"type\":{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"X\"]}}",
            "{\"name\":\"u\",\"type\":[\"null\",\"int\"]}",
            "{\"name\":\"t\",\"type\":\"int\"}");

    assertThat(CompatibilityCheck.between(old, now, CompatibilityLevel.BACKWARD))
        .anyMatch(m -> m.contains("MISSING_ENUM_SYMBOLS") && m.contains("'e'"))
        .anyMatch(m -> m.contains("MISSING_UNION_BRANCH") && m.contains("'u'"))
        .anyMatch(m -> m.contains("TYPE_MISMATCH") && m.contains("'t'"));
  }
}
