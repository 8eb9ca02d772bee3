package io.wiredesk.registry.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes fixed by hand from Confluent's description of the wire format and the Avro specification:
 * 00, the id (here 1) in four bytes, the binary encoding; bytes at the top without a length.
 */
class WireVectorsTest {

  static Stream<Arguments> vectors() {
    Schema signal =
        Schemas.parse("{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\",\"B\",\"C\"]}");
    Schema fixed = Schemas.parse("{\"type\":\"fixed\",\"name\":\"F\",\"size\":2}");
    return Stream.of(
        Arguments.of("hello", "0000000001" + "0a68656c6c6f"),
        Arguments.of("", "0000000001" + "00"),
        Arguments.of("ünïcödé ☃ 📰", "0000000001" + "28c3bc6ec3af63c3b664c3a920e2988320f09f93b0"),
        Arguments.of(true, "0000000001" + "01"),
        Arguments.of(false, "0000000001" + "00"),
        Arguments.of(0, "0000000001" + "00"),
        Arguments.of(-1, "0000000001" + "01"),
        Arguments.of(64, "0000000001" + "8001"),
        Arguments.of(Integer.MIN_VALUE, "0000000001" + "ffffffff0f"),
        Arguments.of(Long.MAX_VALUE, "0000000001" + "feffffffffffffffff01"),
        Arguments.of(1.0f, "0000000001" + "0000803f"),
        Arguments.of(-2.5d, "0000000001" + "00000000000004c0"),
        Arguments.of(new byte[] {1, 2, -1}, "0000000001" + "0102ff"),
        Arguments.of(new byte[0], "0000000001"),
        Arguments.of(new GenericData.EnumSymbol(signal, "C"), "0000000001" + "04"),
        Arguments.of(new GenericData.Fixed(fixed, new byte[] {9, 8}), "0000000001" + "0908"),
        Arguments.of(Schemas.story("urn:1", 3), "0000000001" + "0a75726e3a3106"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void writesTheVectorAndReadsItBack(Object value, String hex) {
    Map<String, Object> settings = Schemas.settings(Schemas.freshUrl());
    try (KafkaAvroSerializer serializer = Schemas.serializer(settings);
        KafkaAvroDeserializer deserializer = Schemas.deserializer(settings)) {
      byte[] bytes = serializer.serialize("t", value);

      assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(hex);
      assertThat(deserializer.deserialize("t", bytes)).isEqualTo(value);
      assertThat(deserializer.deserialize("t", new RecordHeaders(), within(bytes)))
          .isEqualTo(value);
      assertThat(deserializer.deserialize("t", new RecordHeaders(), direct(bytes)))
          .isEqualTo(value);
    }
  }

  /** The record in the middle of a larger array, as consumers hand it over. */
  private static ByteBuffer within(byte[] bytes) {
    byte[] larger = "x".repeat(bytes.length + 20).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, larger, 7, bytes.length);
    return ByteBuffer.wrap(larger, 7, bytes.length).slice();
  }

  private static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }
}
