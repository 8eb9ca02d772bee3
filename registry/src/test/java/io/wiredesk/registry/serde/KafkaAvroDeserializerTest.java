package io.wiredesk.registry.serde;

import static io.wiredesk.registry.serde.Schemas.STORY_1;
import static io.wiredesk.registry.serde.Schemas.STORY_2;
import static io.wiredesk.registry.serde.Schemas.deserializer;
import static io.wiredesk.registry.serde.Schemas.freshUrl;
import static io.wiredesk.registry.serde.Schemas.serializer;
import static io.wiredesk.registry.serde.Schemas.settings;
import static io.wiredesk.registry.serde.Schemas.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.SchemaText;
import io.wiredesk.registry.client.Registries;
import io.wiredesk.schemas.Receipt;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaAvroDeserializerTest {
  private final String url = freshUrl();
  private final SchemaRegistry registry = Registries.open(Map.of("schema.registry.url", url));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // empty
        "00000000", // no room for the id
        "0100000001", // another magic byte
        "0000000001", // no record behind the header
        "00000000010a", // string cut off
        "0000000001feffffff0f", // string of 2 GiB announced
        "000000000101", // string of negative length
        "0000000001ffffffffffffffffffff01", // no number at all
        "00000000010a75726e3a31ffffffffffff" // number too long
      })
  void callsBrokenBytesASerializationException(String hex) {
    serializer(settings(url)).serialize("news", story("u", 1));
    KafkaAvroDeserializer deserializer = deserializer(settings(url));

    assertThatThrownBy(() -> deserializer.deserialize("news", HexFormat.of().parseHex(hex)))
        .isInstanceOf(SerializationException.class)
        .satisfies(e -> assertThat(Failures.isRetriable(e)).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"bytes\"",
        "{\"type\":\"array\",\"items\":\"long\"}",
        "{\"type\":\"array\",\"items\":\"null\"}",
        "{\"type\":\"map\",\"values\":\"long\"}"
      })
  void takesNoMemoryForLengthsThatAreOnlyAnnounced(String type) {
    String schema =
        "{\"type\":\"record\",\"name\":\"Big\",\"fields\":[{\"name\":\"f\",\"type\":"
            + type
            + "}]}";
    registry.register("big-value", SchemaText.of(schema), false);
    KafkaAvroDeserializer deserializer = deserializer(settings(url));

    // the largest length that fits into an int, and a few bytes behind it
    assertThatThrownBy(
            () ->
                deserializer.deserialize(
                    "big", HexFormat.of().parseHex("0000000001" + "eeffffff0f" + "0202")))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void readsTheIdOrTheUuidOfASchemaFromAHeader() {
    byte[] bytes = serializer(settings(url)).serialize("news", story("urn:1", 1));
    byte[] bare = java.util.Arrays.copyOfRange(bytes, 5, bytes.length);
    java.util.UUID guid = java.util.UUID.fromString(registry.schema(1).guid());
    byte[] byId = {0, bytes[1], bytes[2], bytes[3], bytes[4]};
    byte[] byGuid =
        java.nio.ByteBuffer.allocate(17)
            .put((byte) 1)
            .putLong(guid.getMostSignificantBits())
            .putLong(guid.getLeastSignificantBits())
            .array();
    KafkaAvroDeserializer deserializer = deserializer(settings(url));
    for (byte[] header : java.util.List.of(byId, byGuid)) {
      var headers = new org.apache.kafka.common.header.internals.RecordHeaders();
      headers.add("__value_schema_id", header);
      assertThat(deserializer.deserialize("news", headers, bare))
          .isEqualTo(deserializer.deserialize("news", bytes));
    }
    var broken = new org.apache.kafka.common.header.internals.RecordHeaders();
    broken.add("__value_schema_id", new byte[] {1, 2});
    assertThatThrownBy(() -> deserializer.deserialize("news", broken, bare))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void readsIntoTheSchemaThatComesWithTheCall() {
    byte[] bytes = serializer(settings(url)).serialize("news", story("urn:1", 1));
    GenericRecord read =
        (GenericRecord) deserializer(settings(url)).deserialize("news", bytes, STORY_2);
    assertThat(read.getSchema()).isEqualTo(STORY_2);
  }

  @Test
  void saysThatAnIdIsUnknown() {
    assertThatThrownBy(
            () -> deserializer(settings(url)).deserialize("news", new byte[] {0, 0, 0, 1, 0, 0}))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("256");
  }

  @Test
  void readsIntoTheLatestSchemaWhereAsked() {
    byte[] bytes = serializer(settings(url)).serialize("news", story("urn:1", 1));
    registry.register("news-value", SchemaText.of(STORY_2.toString()), false);

    GenericRecord read =
        (GenericRecord)
            deserializer(settings(url, "use.latest.version", true)).deserialize("news", bytes);

    assertThat(read.getSchema()).isEqualTo(STORY_2);
    assertThat(read.get("slug")).hasToString("none");
    assertThat(((GenericRecord) deserializer(settings(url)).deserialize("news", bytes)).getSchema())
        .isEqualTo(STORY_1);
  }

  @Test
  void readsOlderAndNewerWritersIntoTheGeneratedClass() {
    String receipt = Receipt.getClassSchema().toString();
    Schema newer =
        Schemas.parse(
            receipt.replaceFirst(
                "\"fields\":\\[",
                "\"fields\":[{\"name\":\"added\",\"type\":\"string\",\"default\":\"\"},"));
    Schema older = Schemas.parse(receipt.replaceFirst(",\\{\"name\":\"note\".*", "]}"));
    KafkaAvroDeserializer deserializer = deserializer(settings(url, "specific.avro.reader", true));

    for (Schema writer : new Schema[] {older, newer}) {
      GenericRecord written = new GenericData.Record(writer);
      written.put("consumer", "cms");
      written.put("uri", "urn:1");
      written.put("sequence", 3L);
      written.put("actedAt", 0L);
      if (writer == newer) {
        written.put("added", "x");
      }
      byte[] bytes = serializer(settings(url)).serialize("news.receipts", written);

      Receipt read = (Receipt) deserializer.deserialize("news.receipts", bytes);
      assertThat(read.getConsumer()).isEqualTo("cms");
      assertThat(read.getSequence()).isEqualTo(3);
      assertThat(read.getNote()).isNull();
    }
    assertThat(newer).isNotEqualTo(older);
  }

  @Test
  void readsIntoTheClassThatIsNamed() {
    Schema renamed =
        Schemas.parse(Receipt.getClassSchema().toString().replace("\"Receipt\"", "\"Quittung\""));
    GenericRecord written = new GenericData.Record(renamed);
    written.put("consumer", "cms");
    written.put("uri", "urn:1");
    written.put("sequence", 3L);
    written.put("actedAt", 0L);
    byte[] bytes = serializer(settings(url)).serialize("t", written);

    assertThatThrownBy(
            () -> deserializer(settings(url, "specific.avro.reader", true)).deserialize("t", bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("Quittung");
    assertThat(
            deserializer(settings(url, "specific.avro.value.type", Receipt.class.getName()))
                .deserialize("t", bytes))
        .isInstanceOf(Receipt.class);
  }

  @Test
  void takesNoClassThatAvroDidNotGenerate() {
    Schema hostile =
        Schemas.parse(
            "{\"type\":\"record\",\"name\":\"ProcessBuilder\",\"namespace\":\"java.lang\","
                + "\"fields\":[]}");
    byte[] bytes = serializer(settings(url)).serialize("t", new GenericData.Record(hostile));

    assertThatThrownBy(
            () -> deserializer(settings(url, "specific.avro.reader", true)).deserialize("t", bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("no generated class");
  }
}
