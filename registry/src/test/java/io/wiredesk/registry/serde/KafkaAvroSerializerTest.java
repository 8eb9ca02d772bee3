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

import io.wiredesk.registry.SchemaReference;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.SchemaText;
import io.wiredesk.registry.client.Registries;
import io.wiredesk.schemas.Receipt;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class KafkaAvroSerializerTest {
  private final String url = freshUrl();
  private final SchemaRegistry registry = Registries.open(Map.of("schema.registry.url", url));

  @Test
  void writesNothingUnknownWhereRegistrationIsOff() {
    KafkaAvroSerializer closed = serializer(settings(url, "auto.register.schemas", false));

    assertThatThrownBy(() -> closed.serialize("news", story("u", 1)))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("news-value");
    serializer(settings(url)).serialize("news", story("u", 1));
    assertThat(closed.serialize("news", story("u", 1))).startsWith(0, 0, 0, 0, 1);
  }

  @Test
  void refusesAnIncompatibleChangeAndNamesTheField() {
    Schema incompatible = Schemas.parse(STORY_1.toString().replace("\"urgency\"", "\"weight\""));
    GenericRecord changed = new GenericData.Record(incompatible);
    changed.put("uri", "u");
    changed.put("weight", 1);
    KafkaAvroSerializer serializer = serializer(settings(url));
    serializer.serialize("news", story("u", 1));

    assertThatThrownBy(() -> serializer.serialize("news", changed))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("'weight'");
  }

  @Test
  void writesWithTheLatestSchemaByNameNotByPosition() {
    int first = registry.register("news-value", SchemaText.of(STORY_1.toString()), false);
    int second = registry.register("news-value", SchemaText.of(STORY_2.toString()), false);
    Map<String, Object> settings =
        settings(url, "auto.register.schemas", "false", "use.latest.version", "true");

    byte[] bytes = serializer(settings).serialize("news", story("urn:x", 4));

    assertThat(second).isGreaterThan(first);
    assertThat(bytes).startsWith(0, 0, 0, 0, second);
    GenericRecord read = (GenericRecord) deserializer(settings(url)).deserialize("news", bytes);
    assertThat(read.get("uri")).hasToString("urn:x");
    assertThat(read.get("slug")).hasToString("none");
  }

  @Test
  void refusesToWriteWhatTheLatestSchemaCannotReadUnlessToldTo() {
    Schema stricter = Schemas.parse(STORY_1.toString().replace("\"urgency\"", "\"weight\""));
    registry.register("news-value", SchemaText.of(stricter.toString()), false);
    Map<String, Object> settings =
        settings(url, "auto.register.schemas", false, "use.latest.version", true);

    assertThatThrownBy(() -> serializer(settings).serialize("news", story("u", 1)))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("latest.compatibility.strict")
        .hasMessageContaining("weight");
  }

  @Test
  void writesWithThePrescribedId() {
    int id = registry.register("elsewhere", SchemaText.of(STORY_2.toString()), false);
    Map<String, Object> settings =
        settings(url, "auto.register.schemas", false, "use.schema.id", id);

    byte[] bytes = serializer(settings).serialize("news", story("urn:y", 2));

    assertThat(bytes).startsWith(0, 0, 0, 0, id);
    assertThat(((GenericRecord) deserializer(settings(url)).deserialize("news", bytes)).get("uri"))
        .hasToString("urn:y");
  }

  @Test
  void writesAndReadsThroughReferences() {
    Schema name =
        Schemas.parse(
            "{\"type\":\"record\",\"name\":\"N\",\"namespace\":\"t\",\"fields\":[{\"name\":\"s\",\"type\":\"string\"}]}");
    String holderText =
        "{\"type\":\"record\",\"name\":\"H\",\"namespace\":\"t\",\"fields\":[{\"name\":\"n\",\"type\":\"t.N\"}]}";
    registry.register("names", SchemaText.of(name.toString()), false);
    int id =
        registry.register(
            "news-value",
            new SchemaText(holderText, List.of(new SchemaReference("t.N", "names", 1))),
            false);
    Schema holder = Schemas.parse(holderText.replace("\"t.N\"", name.toString()));
    GenericRecord inner = new GenericData.Record(name);
    inner.put("s", "x");
    GenericRecord outer = new GenericData.Record(holder);
    outer.put("n", inner);

    byte[] bytes =
        serializer(settings(url, "auto.register.schemas", false, "use.latest.version", true))
            .serialize("news", outer);

    assertThat(bytes).startsWith(0, 0, 0, 0, id);
    assertThat(serializer(settings(url)).serialize("news", outer)).isEqualTo(bytes);
    assertThat(deserializer(settings(url)).deserialize("news", bytes))
        .hasToString("{\"n\": {\"s\": \"x\"}}");
  }

  @Test
  void leavesJavaPropertiesOutWhereAsked() {
    Receipt receipt =
        Receipt.newBuilder()
            .setConsumer("cms")
            .setUri("urn:1")
            .setSequence(1)
            .setActedAt(Instant.EPOCH)
            .build();
    Map<String, Object> settings = settings(url, "avro.remove.java.properties", true);

    byte[] bytes = serializer(settings).serialize("news.receipts", receipt);

    assertThat(
            registry.version("news.receipts-value", SchemaRegistry.LATEST, false).schema().text())
        .doesNotContain("avro.java")
        .contains("timestamp-millis");
    assertThat(
            deserializer(settings(url, "specific.avro.reader", true))
                .deserialize("news.receipts", bytes))
        .isEqualTo(receipt);
  }

  @Test
  void turnsLogicalTypesOfGenericRecordsWhereAsked() {
    Schema schema =
        Schemas.parse(
            "{\"type\":\"record\",\"name\":\"L\",\"fields\":["
                + "{\"name\":\"at\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}},"
                + "{\"name\":\"price\",\"type\":{\"type\":\"bytes\",\"logicalType\":\"decimal\","
                + "\"precision\":9,\"scale\":2}}]}");
    GenericRecord record = new GenericData.Record(schema);
    record.put("at", Instant.ofEpochMilli(5));
    record.put("price", new BigDecimal("12.34"));
    Map<String, Object> settings = settings(url, "avro.use.logical.type.converters", true);

    GenericRecord read =
        (GenericRecord)
            deserializer(settings).deserialize("t", serializer(settings).serialize("t", record));

    assertThat(read.get("at")).isEqualTo(Instant.ofEpochMilli(5));
    assertThat(read.get("price")).isEqualTo(new BigDecimal("12.34"));
  }

  @Test
  void writesMapsAndLists() {
    KafkaAvroSerializer serializer = serializer(settings(url));
    KafkaAvroDeserializer deserializer = deserializer(settings(url));

    Object map = deserializer.deserialize("m", serializer.serialize("m", Map.of("k", 1)));
    Object list = deserializer.deserialize("l", serializer.serialize("l", List.of(1L, 2L)));

    assertThat(map).hasToString("{k=1}");
    assertThat(list).isEqualTo(List.of(1L, 2L));
    assertThatThrownBy(() -> serializer.serialize("o", new Object()))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void saysThatARecordDoesNotFitItsSchema() {
    GenericRecord incomplete = new GenericData.Record(STORY_1);

    KafkaAvroSerializer serializer = serializer(settings(url));
    assertThatThrownBy(() -> serializer.serialize("news", incomplete))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("t.Story");
    assertThat(serializer.serialize("news", story("u", 1))).hasSize(8);
  }

  @Test
  void stopsAProgramThatMakesASchemaForEachRecord() {
    KafkaAvroSerializer serializer =
        serializer(
            settings(
                url,
                "max.schemas.per.subject",
                3,
                "value.subject.name.strategy",
                "TopicNameStrategy"));
    registry.setCompatibility(null, io.wiredesk.registry.CompatibilityLevel.NONE);

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 10; i++) {
                Schema schema = Schema.createRecord("R" + i, "", "t", false, List.of());
                serializer.serialize("news", new GenericData.Record(schema));
              }
            })
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("max.schemas.per.subject");
  }

  @Test
  void writesRightWhenManyThreadsShareIt() throws Exception {
    KafkaAvroSerializer serializer = serializer(settings(url));
    KafkaAvroDeserializer deserializer = deserializer(settings(url));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      String topic = "topic-" + t % 3;
      int number = t;
      tasks.add(
          () -> {
            for (int i = 0; i < 2000; i++) {
              Object value = i % 2 == 0 ? story("u" + number, i) : "text " + number + "/" + i;
              String name = topic + (i % 2);
              Object read = deserializer.deserialize(name, serializer.serialize(name, value));
              assertThat(read).hasToString(value.toString());
            }
            return null;
          });
    }
    try {
      for (var done : threads.invokeAll(tasks)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void knowsNothingBeforeItIsConfigured() {
    assertThatThrownBy(() -> new KafkaAvroSerializer().serialize("t", "x"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(new HashMap<>(SerdeConfig.definition().defaultValues()))
        .containsEntry("auto.register.schemas", true)
        .containsEntry("use.latest.version", false)
        .containsEntry("latest.compatibility.strict", true)
        .containsEntry("normalize.schemas", false)
        .containsEntry("use.schema.id", -1)
        .containsEntry("specific.avro.reader", false)
        .containsEntry("avro.use.logical.type.converters", false)
        .containsEntry("max.retries", 3)
        .containsEntry("retries.wait.ms", 1000)
        .containsEntry("retries.max.wait.ms", 20000)
        .containsEntry("http.connect.timeout.ms", 60000)
        .containsEntry("http.read.timeout.ms", 60000)
        .containsEntry("latest.cache.ttl.sec", -1L)
        .containsEntry("max.schemas.per.subject", 1000)
        .containsEntry("basic.auth.credentials.source", "URL");
  }
}
