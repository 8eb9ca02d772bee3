package io.wiredesk.cli.node;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of the services that the environment gives to a node: {@code ENRICH_THREADS} is {@code
 * enrich.threads}. Where the node decides itself (ports, directories, broker, registry), its word
 * counts. Stateless.
 */
public final class ServiceVariables {
  private static final List<String> PREFIXES = List.of("INGEST_", "ENRICH_", "PUBLISH_", "TOPICS_");

  private ServiceVariables() {}

  /** By name of the setting; a name that no service knows is refused when the services start. */
  public static Map<String, String> of(Map<String, String> environment) {
    Map<String, String> settings = new TreeMap<>();
    environment.forEach(
        (variable, value) -> {
          if (PREFIXES.stream().anyMatch(variable::startsWith)) {
            settings.put(variable.toLowerCase(Locale.ROOT).replace('_', '.'), value);
          }
        });
    return settings;
  }
}
