package io.wiredesk.registry.serde;

import java.lang.reflect.InvocationTargetException;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;

/** The three strategies of Confluent, known by the simple or full names of its classes. */
public enum SubjectNames implements SubjectNameStrategy {
  /** {@code <topic>-key} or {@code <topic>-value}. */
  TOPIC("TopicNameStrategy") {
    @Override
    public String subject(String topic, boolean isKey, Schema schema) {
      return topic + (isKey ? "-key" : "-value");
    }
  },
  /** The full name of the record type, whatever the topic. */
  RECORD("RecordNameStrategy") {
    @Override
    public String subject(String topic, boolean isKey, Schema schema) {
      return recordName(schema);
    }
  },
  /** {@code <topic>-<full name of the record type>}. */
  TOPIC_RECORD("TopicRecordNameStrategy") {
    @Override
    public String subject(String topic, boolean isKey, Schema schema) {
      return topic + "-" + recordName(schema);
    }
  };

  private static final String CONFLUENT_PACKAGE = "io.confluent.kafka.serializers.subject.";

  private final String className;

  SubjectNames(String className) {
    this.className = className;
  }

  private static String recordName(Schema schema) {
    if (schema.getType() != Schema.Type.RECORD) {
      throw new SerializationException(
          "A strategy by record name needs a record, not " + schema.getType());
    }
    return schema.getFullName();
  }

  /**
   * The strategy of that name.
   *
   * @param setting a class, Confluent's class name (full or simple), or the full name of a class
   *     with a public constructor without parameters that implements {@link SubjectNameStrategy}
   * @throws ConfigException for anything else
   */
  static SubjectNameStrategy of(String key, Object setting) {
    String name = setting instanceof Class<?> type ? type.getName() : setting.toString().trim();
    for (SubjectNames known : values()) {
      if (name.equals(known.className) || name.equals(CONFLUENT_PACKAGE + known.className)) {
        return known;
      }
    }
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      return Class.forName(
              name, true, loader == null ? SubjectNames.class.getClassLoader() : loader)
          .asSubclass(SubjectNameStrategy.class)
          .getConstructor()
          .newInstance();
    } catch (InvocationTargetException e) {
      throw new ConfigException(key, name, "cannot be made: " + e.getCause());
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new ConfigException(
          key,
          name,
          "is neither a known strategy nor a class that implements "
              + SubjectNameStrategy.class.getName());
    }
  }
}
