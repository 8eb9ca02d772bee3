package io.wiredesk.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * Settings of one service, from properties and environment variables, checked against its {@link
 * ConfigDef}.
 *
 * <p>One rule maps the two: {@code INGEST_HTTP_PORT} is {@code ingest.http.port}; the environment
 * wins. A name that starts with {@code kafka.} goes, without that prefix, to every Kafka client and
 * serde as it is; names that start with {@code schema.registry.} go to the serdes. Every other
 * unknown name in the service's own name space, or in the properties, is an error. Immutable.
 */
public final class Settings {

  /** Names with this prefix are passed through to Kafka's clients, without it. */
  public static final String KAFKA_PREFIX = "kafka.";

  /** Names with this prefix are passed through to the serdes, with it. */
  public static final String REGISTRY_PREFIX = "schema.registry.";

  private final AbstractConfig config;
  private final Map<String, String> passThrough;

  private Settings(AbstractConfig config, Map<String, String> passThrough) {
    this.config = config;
    this.passThrough = passThrough;
  }

  /**
   * Reads and checks.
   *
   * @param def what the service knows
   * @param service prefix of the service's own names, e.g. {@code ingest}
   * @param properties names as in the documentation
   * @param environment environment variables; only those of known prefixes are looked at
   * @throws SettingsException in one line that names the setting, its environment variable, and
   *     what is wrong
   */
  public static Settings load(
      ConfigDef def,
      String service,
      Map<String, String> properties,
      Map<String, String> environment) {
    Map<String, String> all = new LinkedHashMap<>(properties);
    environment.forEach(
        (variable, value) -> {
          String name = nameOf(variable);
          if (def.names().contains(name) || passesThrough(name) || name.startsWith(service + ".")) {
            all.put(name, value);
          }
        });
    Map<String, String> known = new HashMap<>();
    Map<String, String> passed = new HashMap<>();
    all.forEach(
        (name, value) -> {
          if (def.names().contains(name)) {
            known.put(name, value);
          } else if (passesThrough(name)) {
            passed.put(
                name.startsWith(KAFKA_PREFIX) ? name.substring(KAFKA_PREFIX.length()) : name,
                value);
          } else {
            throw new SettingsException(unknown(name, def));
          }
        });
    try {
      return new Settings(new AbstractConfig(def, known, Map.of(), false), Map.copyOf(passed));
    } catch (ConfigException e) {
      throw new SettingsException(withVariable(String.valueOf(e.getMessage()), def));
    }
  }

  /** Environment variable of a setting. */
  public static String variableOf(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  public String string(String name) {
    return config.getString(name);
  }

  public int integer(String name) {
    return config.getInt(name);
  }

  public boolean flag(String name) {
    return config.getBoolean(name);
  }

  public List<String> list(String name) {
    return config.getList(name);
  }

  /** A setting in milliseconds. */
  public Duration millis(String name) {
    return Duration.ofMillis(config.getLong(name));
  }

  /** A setting in bytes. */
  public long bytes(String name) {
    return config.getLong(name);
  }

  public Path path(String name) {
    return Path.of(config.getString(name));
  }

  public Password secret(String name) {
    return config.getPassword(name);
  }

  /**
   * What goes to every Kafka client and serde: the {@code kafka.*} names without prefix, {@code
   * schema.registry.*}, and the bootstrap servers and registry URL of this service.
   */
  public Map<String, Object> clientConfig() {
    Map<String, Object> client = new HashMap<>(passThrough);
    client.put("bootstrap.servers", string(CommonSettings.BOOTSTRAP_SERVERS));
    client.put("schema.registry.url", string(CommonSettings.REGISTRY_URL));
    return client;
  }

  private static String nameOf(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  private static boolean passesThrough(String name) {
    return name.startsWith(KAFKA_PREFIX) || name.startsWith(REGISTRY_PREFIX);
  }

  private static String unknown(String name, ConfigDef def) {
    String known =
        new TreeSet<>(def.names())
            .stream().map(n -> n + " (" + variableOf(n) + ")").collect(Collectors.joining(", "));
    return "Unknown setting "
        + name
        + " ("
        + variableOf(name)
        + "). Known are: "
        + known
        + ", and kafka.* for Kafka's own.";
  }

  private static String withVariable(String message, ConfigDef def) {
    return def.names().stream()
        .filter(message::contains)
        .max(java.util.Comparator.comparingInt(String::length))
        .map(name -> message + " (environment variable " + variableOf(name) + ")")
        .orElse(message);
  }
}
