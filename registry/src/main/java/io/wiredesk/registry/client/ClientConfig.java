package io.wiredesk.registry.client;

import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/**
 * How a registry is reached: Confluent's keys and defaults. Keys that are not named here are passed
 * over, since Kafka hands serdes the whole configuration of a client. Immutable.
 */
public class ClientConfig extends AbstractConfig {
  public static final String URL = "schema.registry.url";
  public static final String MAX_RETRIES = "max.retries";
  public static final String RETRIES_WAIT_MS = "retries.wait.ms";
  public static final String RETRIES_MAX_WAIT_MS = "retries.max.wait.ms";
  public static final String CONNECT_TIMEOUT_MS = "http.connect.timeout.ms";
  public static final String READ_TIMEOUT_MS = "http.read.timeout.ms";
  public static final String BASIC_SOURCE = "basic.auth.credentials.source";
  public static final String BASIC_USER_INFO = "basic.auth.user.info";
  public static final String BASIC_USER_INFO_OLD = "schema.registry.basic.auth.user.info";
  public static final String BEARER_SOURCE = "bearer.auth.credentials.source";
  public static final String BEARER_TOKEN = "bearer.auth.token";
  public static final String BEARER_LOGICAL_CLUSTER = "bearer.auth.logical.cluster";
  public static final String BEARER_IDENTITY_POOL = "bearer.auth.identity.pool.id";
  public static final String SASL_JAAS_CONFIG = "sasl.jaas.config";
  public static final String PROXY_HOST = "proxy.host";
  public static final String PROXY_PORT = "proxy.port";
  public static final String MAX_SCHEMAS = "max.schemas.per.subject";
  public static final String LATEST_CACHE_TTL = "latest.cache.ttl.sec";
  public static final String MISSING_ID_TTL = "missing.id.cache.ttl.sec";
  public static final String MISSING_SCHEMA_TTL = "missing.schema.cache.ttl.sec";
  public static final String MISSING_CACHE_SIZE = "missing.cache.size";

  /** Prefix of headers that go with every request. */
  public static final String HEADER_PREFIX = "request.header.";

  /** Prefix of Kafka's {@code ssl.*} keys for the connection to the registry. */
  public static final String SSL_PREFIX = "schema.registry.";

  /** Prefix of a registry inside this process. */
  public static final String MOCK_PREFIX = "mock://";

  /**
   * @param settings any client's configuration; strings or values of the right type
   * @throws org.apache.kafka.common.config.ConfigException when a value is out of its range
   */
  public ClientConfig(Map<String, ?> settings) {
    this(definition(), settings);
  }

  /** For configurations that add keys of their own. */
  protected ClientConfig(ConfigDef definition, Map<String, ?> settings) {
    super(definition, settings, false);
  }

  /** The table of keys. */
  public static ConfigDef definition() {
    ConfigDef def = new ConfigDef();
    def.define(
        URL,
        Type.LIST,
        ConfigDef.NO_DEFAULT_VALUE,
        Importance.HIGH,
        "Addresses of the registry, separated by commas; the next is tried when one does not"
            + " answer. mock://scope is a registry inside this process.");
    defineTiming(def);
    defineAuth(def);
    def.define(PROXY_HOST, Type.STRING, "", Importance.LOW, "Host of an HTTP proxy.");
    def.define(PROXY_PORT, Type.INT, -1, Importance.LOW, "Port of the HTTP proxy.");
    def.define(
        MAX_SCHEMAS,
        Type.INT,
        1000,
        atLeast(1),
        Importance.LOW,
        "Most schemas remembered for one subject; more is taken for a program that makes a new"
            + " schema for each record.");
    def.define(
        LATEST_CACHE_TTL,
        Type.LONG,
        -1L,
        atLeast(-1),
        Importance.LOW,
        "Seconds for which the latest version of a subject is believed; -1: for ever.");
    def.define(
        MISSING_ID_TTL,
        Type.LONG,
        0L,
        atLeast(0),
        Importance.LOW,
        "Seconds for which the registry is not asked again for an id it did not know; 0: always.");
    def.define(
        MISSING_SCHEMA_TTL,
        Type.LONG,
        0L,
        atLeast(0),
        Importance.LOW,
        "Seconds for which the registry is not asked again for a schema it did not know; 0:"
            + " always.");
    def.define(
        MISSING_CACHE_SIZE,
        Type.INT,
        10_000,
        atLeast(0),
        Importance.LOW,
        "Most answers of that kind remembered.");
    return def;
  }

  private static void defineTiming(ConfigDef def) {
    def.define(
        MAX_RETRIES,
        Type.INT,
        3,
        atLeast(0),
        Importance.MEDIUM,
        "How often a request is repeated when all addresses fail (no connection, time-out, 408, 429,"
            + " 5xx).");
    def.define(
        RETRIES_WAIT_MS,
        Type.INT,
        1000,
        atLeast(0),
        Importance.LOW,
        "Milliseconds before the first repetition; doubled each time, with jitter.");
    def.define(
        RETRIES_MAX_WAIT_MS,
        Type.INT,
        20_000,
        atLeast(0),
        Importance.LOW,
        "Longest wait between repetitions, in milliseconds.");
    def.define(
        CONNECT_TIMEOUT_MS,
        Type.INT,
        60_000,
        atLeast(1),
        Importance.LOW,
        "Longest wait for a connection, in milliseconds.");
    def.define(
        READ_TIMEOUT_MS,
        Type.INT,
        60_000,
        atLeast(1),
        Importance.LOW,
        "Longest wait for an answer, in milliseconds; also the longest an answer may take as a"
            + " whole.");
  }

  private static void defineAuth(ConfigDef def) {
    def.define(
        BASIC_SOURCE,
        Type.STRING,
        "URL",
        Importance.MEDIUM,
        "Where user and password are: URL (http://user:password@host), USER_INFO or SASL_INHERIT.");
    def.define(
        BASIC_USER_INFO, Type.PASSWORD, "", Importance.MEDIUM, "user:password for USER_INFO.");
    def.define(
        BASIC_USER_INFO_OLD, Type.PASSWORD, "", Importance.LOW, "Older name of the same key.");
    def.define(
        BEARER_SOURCE,
        Type.STRING,
        "",
        Importance.MEDIUM,
        "STATIC_TOKEN for a bearer token, OAUTHBEARER for one from an issuer; empty: basic or none.");
    def.define(BEARER_TOKEN, Type.PASSWORD, "", Importance.MEDIUM, "The token for STATIC_TOKEN.");
    def.define(
        BEARER_LOGICAL_CLUSTER,
        Type.STRING,
        "",
        Importance.LOW,
        "Sent as target-sr-cluster with a bearer token.");
    def.define(
        BEARER_IDENTITY_POOL,
        Type.STRING,
        "",
        Importance.LOW,
        "Sent as Confluent-Identity-Pool-Id with a bearer token.");
    def.define(
        SASL_JAAS_CONFIG,
        Type.PASSWORD,
        "",
        Importance.LOW,
        "Kafka's own login, used for SASL_INHERIT.");
    OAuthTokens.define(def);
  }

  /** Addresses of the registry, in the order given, without trailing slashes. */
  public List<String> urls() {
    List<String> urls = getList(URL).stream().map(String::trim).filter(u -> !u.isEmpty()).toList();
    if (urls.isEmpty()) {
      throw new ConfigException(URL, "", "names no address");
    }
    urls.stream().filter(u -> !isUrl(u)).findFirst().ifPresent(ClientConfig::refuse);
    return urls.stream().map(u -> u.replaceAll("/+$", "")).toList();
  }

  private static boolean isUrl(String text) {
    return text.matches("(?:https?://[^\\s/]+|" + MOCK_PREFIX + ").*");
  }

  private static void refuse(String url) {
    throw new ConfigException(
        URL, Credentials.withoutUserInfo(url), "must be http://host:port or https://host:port");
  }

  Duration millis(String key) {
    return Duration.ofMillis(getInt(key));
  }
}
