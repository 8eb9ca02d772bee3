package io.wiredesk.registry.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.registry.Deleted;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.client.MockRegistries;
import io.wiredesk.registry.client.Registries;
import io.wiredesk.registry.server.RegistryServer;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Receipt;
import io.wiredesk.schemas.Transport;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** The contract's own records through the serde, near and far. */
class AvroSerdeTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private static RawNews raw() {
    return RawNews.newBuilder()
        .setFeed("wire-a")
        .setTransport(Transport.FILE)
        .setReceivedAt(NOON)
        .setSha256("00")
        .setPayload(ByteBuffer.wrap(new byte[] {1, 2, 3}))
        .setHeaders(Map.of("x", "y"))
        .build();
  }

  @Test
  void givesBackTheGeneratedRecord() {
    Map<String, ?> settings = Map.of("schema.registry.url", "mock://gives-back");
    try (AvroSerde<RawNews> serde = AvroSerde.ofValues(settings)) {
      byte[] bytes = serde.serializer().serialize("news.raw", raw());

      assertThat(bytes).startsWith(0, 0, 0, 0, 1);
      assertThat(serde.deserializer().deserialize("news.raw", bytes)).isEqualTo(raw());
      assertThat(Registries.open(settings).versions("news.raw-value", Deleted.HIDDEN))
          .containsExactly(1);
    } finally {
      MockRegistries.drop("gives-back");
    }
  }

  @Test
  void keepsNullAsNull() {
    try (AvroSerde<Receipt> serde =
        AvroSerde.ofValues(Map.of("schema.registry.url", "mock://null"))) {
      assertThat(serde.serializer().serialize("t", null)).isNull();
      assertThat(serde.deserializer().deserialize("t", null)).isNull();
    }
  }

  @Test
  void readsGenericRecordsOverHttp() throws Exception {
    try (RegistryServer server = RegistryServer.inMemory().start()) {
      Map<String, ?> settings = Map.of("schema.registry.url", server.url().toString());
      KafkaAvroSerializer serializer = new KafkaAvroSerializer();
      serializer.configure(settings, false);
      KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
      deserializer.configure(settings, false);

      Object read = deserializer.deserialize("news.raw", serializer.serialize("news.raw", raw()));

      assertThat(read).isInstanceOf(GenericRecord.class);
      assertThat(((GenericRecord) read).get("feed")).hasToString("wire-a");
      assertThat(((GenericRecord) read).get("receivedAt")).isEqualTo(NOON.toEpochMilli());
      try (SchemaRegistry registry = Registries.open(settings)) {
        assertThat(registry.version("news.raw-value", SchemaRegistry.LATEST, false).id())
            .isEqualTo(1);
      }
    }
  }
}
