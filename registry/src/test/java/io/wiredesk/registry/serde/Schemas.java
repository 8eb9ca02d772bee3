package io.wiredesk.registry.serde;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Schemas, records and serdes of the tests. */
final class Schemas {
  static final Schema STORY_1 =
      parse(
          "{\"type\":\"record\",\"name\":\"Story\",\"namespace\":\"t\",\"fields\":["
              + "{\"name\":\"uri\",\"type\":\"string\"},{\"name\":\"urgency\",\"type\":\"int\"}]}");
  static final Schema STORY_2 =
      parse(
          "{\"type\":\"record\",\"name\":\"Story\",\"namespace\":\"t\",\"fields\":["
              + "{\"name\":\"slug\",\"type\":\"string\",\"default\":\"none\"},"
              + "{\"name\":\"uri\",\"type\":\"string\"}]}");

  private Schemas() {}

  static Schema parse(String json) {
    return new Schema.Parser().parse(json);
  }

  static GenericRecord story(String uri, int urgency) {
    GenericRecord story = new GenericData.Record(STORY_1);
    story.put("uri", uri);
    story.put("urgency", urgency);
    return story;
  }

  static String freshUrl() {
    return "mock://" + UUID.randomUUID();
  }

  /** Settings from a URL and pairs of key and value. */
  static Map<String, Object> settings(String url, Object... pairs) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("schema.registry.url", url);
    for (int i = 0; i < pairs.length; i += 2) {
      settings.put(pairs[i].toString(), pairs[i + 1]);
    }
    return settings;
  }

  static KafkaAvroSerializer serializer(Map<String, ?> settings) {
    KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    serializer.configure(settings, false);
    return serializer;
  }

  static KafkaAvroDeserializer deserializer(Map<String, ?> settings) {
    KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
    deserializer.configure(settings, false);
    return deserializer;
  }
}
