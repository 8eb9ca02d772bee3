package io.wiredesk.registry.serde;

import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.client.Registries;
import io.wiredesk.registry.client.SchemaCache;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure of a subject before records are written under it, as the serializer with the same
 * settings will name it: the level first, then the version, so that no other schema comes between.
 * Doing it again, or from several programs at once, changes nothing. With {@code
 * auto.register.schemas=false} nothing is written: the subject must be there. Safe for many
 * threads.
 */
public final class SubjectSetup implements AutoCloseable {
  private final SerdeConfig config;
  private final SchemaRegistry registry;
  private final SchemaCache cache;
  private final WriterSchemas schemas;

  /** Opens the registry that the settings name; asks it nothing yet. */
  public SubjectSetup(Map<String, ?> settings) {
    this(Registries.open(settings), settings);
  }

  /** Over a registry that is open already; the settings' address is not looked at. */
  public SubjectSetup(SchemaRegistry registry, Map<String, ?> settings) {
    this.config = new SerdeConfig(settings);
    this.registry = registry;
    this.cache = new SchemaCache(registry, config);
    this.schemas = new WriterSchemas(config, cache);
  }

  /**
   * Makes sure of the subject of a topic's values.
   *
   * @param level what the subject is held to from now on; null leaves that as it is
   * @return a sentence when the registry does not let us set the level (403, 405): the version is
   *     registered all the same
   * @throws org.apache.kafka.common.KafkaException as the serializer would, when the version cannot
   *     be registered or is not there
   */
  public Optional<String> ensure(String topic, Schema schema, @Nullable CompatibilityLevel level) {
    String subject = config.subjects(false).subject(topic, false, schema);
    try {
      Optional<String> warning =
          level != null && config.getBoolean(SerdeConfig.AUTO_REGISTER)
              ? hold(subject, level)
              : Optional.empty();
      schemas.choose(subject, schema);
      return warning;
    } catch (RegistryException e) {
      throw Failures.asKafka(e, "No schema id for subject " + subject);
    }
  }

  private Optional<String> hold(String subject, CompatibilityLevel level) {
    try {
      if (level != ownLevel(subject)) {
        registry.setCompatibility(subject, level);
      }
      return Optional.empty();
    } catch (RegistryException e) {
      if (e.status() != 403 && e.status() != 405) {
        throw e;
      }
      return Optional.of(
          "The registry does not let us hold subject %s to %s: %s"
              .formatted(subject, level, e.getMessage()));
    }
  }

  private @Nullable CompatibilityLevel ownLevel(String subject) {
    try {
      return registry.compatibility(subject, false);
    } catch (RegistryException e) {
      if (e.isRetriable()) {
        throw e;
      }
      return null;
    }
  }

  @Override
  public void close() {
    cache.close();
  }
}
