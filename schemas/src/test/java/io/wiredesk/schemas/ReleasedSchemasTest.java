package io.wiredesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract holds in both directions with every release (FULL_TRANSITIVE). {@code mvn -pl
 * schemas test -Dtest=ReleasedSchemasTest -Dfreeze=0.2.0} freezes the contract of now as that of
 * 0.2.0.
 */
class ReleasedSchemasTest {
  private static final String WHAT_TO_DO =
      """
      The contract of %s has changed in a way that breaks somebody:
      %s
      Programs of subscribers were built with the released schema, and records written with it are on
      topics for good: both must go on working. What is allowed:
        - a new field, with a default (null, "", 0, [] …): older readers skip it, newer readers of older
          records see the default
        - a field less, if it had a default
        - a new symbol in an enum that has a default symbol; older readers see the default
      What is not: a field renamed or of another type, a field without default added or removed, a
      symbol taken out. Add a new field beside the old one instead, fill both, and say in the old
      one's doc that it is deprecated. Never edit src/main/avro-released.
      """;

  @BeforeAll
  static void freezeWhereAsked() throws IOException {
    String version = System.getProperty("freeze");
    if (version != null) {
      ReleasedSchemas.freeze(version);
    }
  }

  static List<ReleasedSchemas.Released> released() {
    return ReleasedSchemas.all();
  }

  @ParameterizedTest
  @MethodSource("released")
  void holdsBothWaysWithEveryRelease(ReleasedSchemas.Released released) {
    Schema now = released.topic().valueSchema();
    List<String> problems = new ArrayList<>();
    collect("a reader of now, a record of " + released.version(), now, released.schema(), problems);
    collect(
        "a reader of " + released.version() + ", a record of now",
        released.schema(),
        now,
        problems);

    assertThat(problems)
        .as(WHAT_TO_DO, released.topic().topicName(), String.join("\n", problems))
        .isEmpty();
  }

  private static void collect(String who, Schema reader, Schema writer, List<String> problems) {
    for (Incompatibility problem :
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
            .getResult()
            .getIncompatibilities()) {
      problems.add(
          "  %s: %s at %s (%s)"
              .formatted(who, problem.getType(), problem.getLocation(), problem.getMessage()));
    }
  }

  @ParameterizedTest
  @MethodSource("released")
  void recordsOfEitherAreReadByTheOther(ReleasedSchemas.Released released) throws IOException {
    Schema now = ReleasedSchemas.withoutJava(released.topic().valueSchema());
    for (int seed = 0; seed < 20; seed++) {
      assertThat(throughBytes(released.schema(), now, seed)).isNotNull();
      assertThat(throughBytes(now, released.schema(), seed)).isNotNull();
    }
  }

  private static Object throughBytes(Schema writer, Schema reader, int seed) throws IOException {
    Object record = new RandomData(writer, 1, seed).iterator().next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<>(writer, new GenericData()).write(record, encoder);
    encoder.flush();
    return new GenericDatumReader<>(writer, reader, new GenericData())
        .read(null, DecoderFactory.get().binaryDecoder(out.toByteArray(), null));
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyTopicHasBeenReleased(Topic topic) {
    assertThat(released())
        .as("freeze the contract before a release: -Dfreeze=<version>")
        .anyMatch(r -> r.topic() == topic);
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everythingIsDocumentedAndEveryEnumHasADefault(Topic topic) {
    for (Schema type : TopicsDocument.namedTypes(List.of(topic.valueSchema()))) {
      assertThat(type.getDoc()).as(type.getName()).isNotBlank();
      if (type.getType() == Schema.Type.RECORD) {
        assertThat(type.getFields())
            .allSatisfy(f -> assertThat(f.doc()).as(type.getName() + "." + f.name()).isNotBlank());
      } else {
        assertThat(type.getEnumDefault()).as(type.getName()).isNotNull();
      }
    }
  }
}
