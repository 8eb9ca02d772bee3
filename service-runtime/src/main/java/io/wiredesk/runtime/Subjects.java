package io.wiredesk.runtime;

import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.serde.SubjectSetup;
import io.wiredesk.schemas.Topic;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that the registry has our schema for a topic before anything is written there, and
 * holds every topic of the contract to FULL_TRANSITIVE: the level first, then the version, so that
 * nobody comes between. Asks once a topic; thread-safe.
 */
public final class Subjects {

  private static final Logger LOG = LoggerFactory.getLogger(Subjects.class);

  private final SubjectSetup setup;
  private final Health health;
  private final Set<String> done = ConcurrentHashMap.newKeySet();

  /**
   * @param config of the serdes, in Confluent's keys
   * @param health where a registry that does not let us set levels is a warning
   */
  Subjects(Map<String, ?> config, Health health) {
    this.setup = new SubjectSetup(config);
    this.health = health;
  }

  /**
   * Makes sure of the subject of that topic's values; at once where that has been done.
   *
   * @throws RuntimeException while the registry is away or refuses the schema
   */
  public void ensure(String topic, Schema schema) {
    if (done.contains(topic)) {
      return;
    }
    setup.ensure(topic, schema, levelOf(topic)).ifPresent(warning -> warn(topic, warning));
    done.add(topic);
  }

  private void warn(String topic, String warning) {
    LOG.warn("{}: {}", topic, warning);
    health.warn("registry", warning);
  }

  /** What a topic's subject is held to: programs of others build on the contract. */
  public static @Nullable CompatibilityLevel levelOf(String topic) {
    return topic.startsWith(Topic.DESK_PREFIX) || Topic.byName(topic).isPresent()
        ? CompatibilityLevel.FULL_TRANSITIVE
        : null;
  }
}
