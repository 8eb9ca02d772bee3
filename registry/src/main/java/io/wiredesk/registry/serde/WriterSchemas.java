package io.wiredesk.registry.serde;

import io.wiredesk.registry.client.SchemaCache;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Decides with which registered schema a record is written: its own, the subject's latest, or the
 * one with a prescribed identifier. Safe for many threads.
 */
final class WriterSchemas {
  /** A schema and the identifier that stands in front of the record. */
  record Choice(int id, Schema schema) {}

  private final SerdeConfig config;
  private final SchemaCache registry;

  WriterSchemas(SerdeConfig config, SchemaCache registry) {
    this.config = config;
    this.registry = registry;
  }

  /** May the choice change while the program runs? */
  boolean choiceAges() {
    return !config.getBoolean(SerdeConfig.AUTO_REGISTER)
        && config.getInt(SerdeConfig.USE_ID) == SerdeConfig.NO_ID
        && config.getBoolean(SerdeConfig.USE_LATEST)
        && config.getLong(SerdeConfig.LATEST_CACHE_TTL) >= 0;
  }

  Choice choose(String subject, Schema own) {
    boolean normalize = config.getBoolean(SerdeConfig.NORMALIZE);
    Schema named =
        config.getBoolean(SerdeConfig.REMOVE_JAVA_PROPERTIES) ? JavaProperties.removed(own) : own;
    if (config.getBoolean(SerdeConfig.AUTO_REGISTER)) {
      return new Choice(registry.register(subject, named, normalize), own);
    }
    int prescribed = config.getInt(SerdeConfig.USE_ID);
    if (prescribed != SerdeConfig.NO_ID) {
      Schema schema = registry.byId(prescribed);
      require(SerdeConfig.ID_STRICT, schema, own, "The schema with id " + prescribed);
      return new Choice(prescribed, schema);
    }
    if (config.getBoolean(SerdeConfig.USE_LATEST)) {
      SchemaCache.Latest latest = registry.latest(subject);
      String name = "Version " + latest.registered().version() + " of subject " + subject;
      require(SerdeConfig.LATEST_STRICT, latest.schema(), own, name);
      return new Choice(latest.registered().id(), latest.schema());
    }
    return new Choice(registry.idOf(subject, named, normalize), own);
  }

  private void require(String strictKey, Schema reader, Schema own, String name) {
    if (!config.getBoolean(strictKey)) {
      return;
    }
    var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, own);
    if (result.getType() != SchemaCompatibilityType.COMPATIBLE) {
      throw new SerializationException(
          name
              + " cannot read the record's schema ("
              + strictKey
              + "): "
              + result.getResult().getIncompatibilities());
    }
  }
}
