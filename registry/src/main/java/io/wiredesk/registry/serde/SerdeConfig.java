package io.wiredesk.registry.serde;

import io.wiredesk.registry.client.ClientConfig;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** How records are written and read: Confluent's keys and defaults. Immutable. */
public final class SerdeConfig extends ClientConfig {
  public static final String AUTO_REGISTER = "auto.register.schemas";
  public static final String USE_LATEST = "use.latest.version";
  public static final String LATEST_STRICT = "latest.compatibility.strict";
  public static final String USE_ID = "use.schema.id";
  public static final String ID_STRICT = "id.compatibility.strict";
  public static final String NORMALIZE = "normalize.schemas";
  public static final String KEY_SUBJECT = "key.subject.name.strategy";
  public static final String VALUE_SUBJECT = "value.subject.name.strategy";
  public static final String SPECIFIC_READER = "specific.avro.reader";
  public static final String SPECIFIC_KEY_TYPE = "specific.avro.key.type";
  public static final String SPECIFIC_VALUE_TYPE = "specific.avro.value.type";
  public static final String LOGICAL_TYPES = "avro.use.logical.type.converters";
  public static final String REMOVE_JAVA_PROPERTIES = "avro.remove.java.properties";
  public static final String REFLECTION = "schema.reflection";
  public static final String REFLECTION_ALLOW_NULL = "avro.reflection.allow.null";

  /** No identifier is prescribed. */
  static final int NO_ID = -1;

  /**
   * @param settings any client's configuration
   * @throws org.apache.kafka.common.config.ConfigException when a value is out of its range
   */
  public SerdeConfig(Map<String, ?> settings) {
    super(definition(), settings);
  }

  /** The table of keys, those of the client included. */
  public static ConfigDef definition() {
    ConfigDef def = ClientConfig.definition();
    defineWriting(def);
    defineReading(def);
    def.define(
        KEY_SUBJECT,
        Type.STRING,
        "TopicNameStrategy",
        Importance.MEDIUM,
        "Subject of keys: TopicNameStrategy, RecordNameStrategy, TopicRecordNameStrategy"
            + " (Confluent's full class names as well) or a class that implements"
            + " SubjectNameStrategy.");
    def.define(
        VALUE_SUBJECT,
        Type.STRING,
        "TopicNameStrategy",
        Importance.MEDIUM,
        "Subject of values; as for keys.");
    return def;
  }

  private static void defineWriting(ConfigDef def) {
    flag(def, AUTO_REGISTER, true, "Register the schema of a record where it is not yet.");
    flag(
        def,
        USE_LATEST,
        false,
        "Write with the subject's latest schema (when "
            + AUTO_REGISTER
            + " is off); read into it (when "
            + SPECIFIC_READER
            + " is off).");
    flag(
        def,
        LATEST_STRICT,
        true,
        "Refuse to write when the latest schema cannot read the record's.");
    def.define(
        USE_ID,
        Type.INT,
        NO_ID,
        Importance.LOW,
        "Write with the schema of this id (when " + AUTO_REGISTER + " is off); -1: none.");
    flag(
        def,
        ID_STRICT,
        true,
        "Refuse to write when the schema of that id cannot read the record's.");
    flag(def, NORMALIZE, false, "Register and look schemas up in normal form.");
    flag(
        def,
        REMOVE_JAVA_PROPERTIES,
        false,
        "Leave properties that begin with avro.java out of what is registered.");
  }

  private static void defineReading(ConfigDef def) {
    flag(def, SPECIFIC_READER, false, "Read into generated classes.");
    def.define(
        SPECIFIC_KEY_TYPE,
        Type.CLASS,
        null,
        Importance.LOW,
        "Read keys into this generated class.");
    def.define(
        SPECIFIC_VALUE_TYPE,
        Type.CLASS,
        null,
        Importance.LOW,
        "Read values into this generated class.");
    flag(def, LOGICAL_TYPES, false, "Turn logical types of generic records into Java's types.");
    flag(def, REFLECTION, false, "Write and read plain objects by reflection.");
    flag(def, REFLECTION_ALLOW_NULL, false, "Every field of a plain object may be null.");
  }

  private static void flag(ConfigDef def, String key, boolean value, String doc) {
    def.define(key, Type.BOOLEAN, value, Importance.MEDIUM, doc);
  }

  SubjectNameStrategy subjects(boolean isKey) {
    String key = isKey ? KEY_SUBJECT : VALUE_SUBJECT;
    return SubjectNames.of(key, getString(key));
  }
}
