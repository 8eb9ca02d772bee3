package io.wiredesk.registry.serde;

import static io.wiredesk.registry.serde.Schemas.freshUrl;
import static io.wiredesk.registry.serde.Schemas.serializer;
import static io.wiredesk.registry.serde.Schemas.settings;
import static io.wiredesk.registry.serde.Schemas.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.registry.Deleted;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.client.Registries;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectNamesTest {
  private final String url = freshUrl();
  private final SchemaRegistry registry = Registries.open(Map.of("schema.registry.url", url));

  @ParameterizedTest
  @CsvSource({
    "TopicNameStrategy,news-value",
    "io.confluent.kafka.serializers.subject.TopicNameStrategy,news-value",
    "RecordNameStrategy,t.Story",
    "io.confluent.kafka.serializers.subject.RecordNameStrategy,t.Story",
    "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy,news-t.Story",
    "io.wiredesk.registry.serde.SubjectNamesTest$Shouting,NEWS"
  })
  void registersUnderTheSubjectThatTheStrategyNames(String strategy, String subject) {
    serializer(settings(url, "value.subject.name.strategy", strategy))
        .serialize("news", story("u", 1));

    assertThat(registry.subjects("", Deleted.HIDDEN)).containsExactly(subject);
  }

  /** A strategy of one's own. */
  public static final class Shouting implements SubjectNameStrategy {
    @Override
    public String subject(String topic, boolean isKey, Schema schema) {
      return topic.toUpperCase(java.util.Locale.ROOT);
    }
  }

  @Test
  void refusesUnknownStrategiesAndUrls() {
    assertThatThrownBy(() -> serializer(settings(url, "value.subject.name.strategy", "Nope")))
        .isInstanceOf(ConfigException.class);
    assertThatThrownBy(() -> serializer(Map.of())).isInstanceOf(ConfigException.class);
    assertThatThrownBy(() -> serializer(settings("mock://a,mock://b")))
        .isInstanceOf(ConfigException.class);
  }

  @Test
  void keepsKeysAndValuesApart() {
    KafkaAvroSerializer keys = new KafkaAvroSerializer();
    keys.configure(settings(url), true);
    keys.serialize("news", "key");

    assertThat(registry.subjects("", Deleted.HIDDEN)).containsExactly("news-key");
  }

  @Test
  void findsNoRecordNameForAString() {
    KafkaAvroSerializer serializer =
        serializer(settings(url, "value.subject.name.strategy", "RecordNameStrategy"));

    assertThatThrownBy(() -> serializer.serialize("news", "text"))
        .isInstanceOf(SerializationException.class);
  }
}
