package io.wiredesk.registry.client;

import io.wiredesk.registry.SchemaRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** Opens the registry that a configuration names. Stateless. */
public final class Registries {
  private Registries() {}

  /** As {@link #open(ClientConfig)}, from the configuration of any Kafka client. */
  public static SchemaRegistry open(Map<String, ?> settings) {
    return open(new ClientConfig(settings));
  }

  /**
   * Opens a registry; asks it nothing yet, so this succeeds while the registry is down.
   *
   * @throws ConfigException when the addresses or credentials make no sense
   */
  public static SchemaRegistry open(ClientConfig config) {
    List<String> urls = config.urls();
    boolean mock = urls.stream().anyMatch(u -> u.startsWith(ClientConfig.MOCK_PREFIX));
    if (!mock) {
      return new RestRegistry(config);
    }
    if (urls.size() > 1) {
      throw new ConfigException(ClientConfig.URL, urls, "mock:// stands alone");
    }
    return MockRegistries.scope(urls.get(0).substring(ClientConfig.MOCK_PREFIX.length()));
  }
}
