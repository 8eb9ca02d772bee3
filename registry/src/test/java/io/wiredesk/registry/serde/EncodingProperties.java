package io.wiredesk.registry.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Whatever is in a record: the bytes behind the header are Avro's own, and read back the same. */
class EncodingProperties {
  private static final Schema SCHEMA =
      Schemas.parse(
          "{\"type\":\"record\",\"name\":\"P\",\"fields\":["
              + "{\"name\":\"s\",\"type\":\"string\"},{\"name\":\"i\",\"type\":\"int\"},"
              + "{\"name\":\"l\",\"type\":\"long\"},{\"name\":\"f\",\"type\":\"float\"},"
              + "{\"name\":\"d\",\"type\":\"double\"},{\"name\":\"b\",\"type\":\"boolean\"},"
              + "{\"name\":\"y\",\"type\":\"bytes\"},"
              + "{\"name\":\"a\",\"type\":{\"type\":\"array\",\"items\":\"long\"}},"
              + "{\"name\":\"m\",\"type\":{\"type\":\"map\",\"values\":[\"null\",\"string\"]}}]}");

  @Property(tries = 300)
  void writesWhatAvroWritesAndReadsItBack(
      @ForAll String s,
      @ForAll int i,
      @ForAll long l,
      @ForAll double d,
      @ForAll @Size(max = 5000) byte[] y,
      @ForAll @Size(max = 50) List<Long> a,
      @ForAll @Size(max = 20) Map<String, String> m)
      throws IOException {
    GenericRecord record = new GenericData.Record(SCHEMA);
    record.put("s", s);
    record.put("i", i);
    record.put("l", l);
    record.put("f", (float) d);
    record.put("d", d);
    record.put("b", i % 2 == 0);
    record.put("y", ByteBuffer.wrap(y));
    record.put("a", a);
    record.put("m", m);
    Map<String, Object> settings = Schemas.settings("mock://properties");
    try (KafkaAvroSerializer serializer = Schemas.serializer(settings);
        KafkaAvroDeserializer deserializer = Schemas.deserializer(settings)) {
      byte[] bytes = serializer.serialize("p", record);

      assertThat(Arrays.copyOfRange(bytes, 5, bytes.length)).isEqualTo(plainAvro(record));
      byte[] again = serializer.serialize("p", deserializer.deserialize("p", bytes));
      assertThat(
              GenericData.get()
                  .compare(
                      deserializer.deserialize("p", bytes),
                      deserializer.deserialize("p", again),
                      withoutMap()))
          .isZero();
    }
  }

  private static Schema withoutMap() {
    // Avro does not order maps
    return Schemas.parse(
        SCHEMA.toString().replace("{\"name\":\"m\",", "{\"order\":\"ignore\",\"name\":\"m\","));
  }

  private static byte[] plainAvro(GenericRecord record) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }
}
