package io.wiredesk.publish;

import io.wiredesk.runtime.CommonSettings;
import io.wiredesk.runtime.Settings;
import io.wiredesk.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the publish service. Immutable.
 *
 * @param interval between two looks at the clock for embargoes
 * @param keepCopy how long a public item's copy is kept to say what changed
 * @param items most items that are kept in memory
 * @param readers most readers of the stream at one time
 * @param heartbeat pause after which the stream shows that it is alive
 * @param desks where the desks are described
 * @param webhooks file of the webhooks' subscriptions; null where there are none
 * @param ordersKey what an editor's order must carry; empty where none is set
 */
public record PublishSettings(
    Duration interval,
    Duration keepCopy,
    int items,
    int readers,
    Duration heartbeat,
    DesksPlace desks,
    @Nullable Path webhooks,
    Password ordersKey) {

  /**
   * Where the desks are described.
   *
   * @param file their file; null where there are none
   * @param interval between two looks at it
   * @param partitions of a desk's topic
   */
  public record DesksPlace(@Nullable Path file, Duration interval, int partitions) {}

  /** Prefix of the service's names. */
  public static final String SERVICE = "publish";

  private static final String INTERVAL = "publish.release.interval.ms";
  private static final String KEEP_COPY = "publish.compare.window.ms";
  private static final String ITEMS = "publish.http.items";
  private static final String READERS = "publish.stream.readers";
  private static final String HEARTBEAT = "publish.stream.heartbeat.ms";
  private static final String DESKS_FILE = "publish.desks.file";
  private static final String DESKS_INTERVAL = "publish.desks.interval.ms";
  private static final String DESKS_PARTITIONS = "publish.desks.partitions";
  private static final String WEBHOOKS_FILE = "publish.webhooks.file";
  private static final String ORDERS_KEY = "publish.orders.key";
  private static final int SHORTEST_KEY = 16;
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** Everything the service knows, with units and ranges. */
  public static ConfigDef definition() {
    return CommonSettings.define(SERVICE, 8080)
        .define(
            INTERVAL,
            Type.LONG,
            200L,
            Range.between(10, 1_000),
            Importance.LOW,
            "Milliseconds between two looks at the clock: an embargo ends at most this late.")
        .define(
            KEEP_COPY,
            Type.LONG,
            30 * DAY,
            Range.between(60_000L, 3_650 * DAY),
            Importance.LOW,
            "Milliseconds for which a public item's copy is kept to tell what the next changes.")
        .define(
            ITEMS,
            Type.INT,
            20_000,
            Range.between(100, 1_000_000),
            Importance.MEDIUM,
            "Newest items kept in memory for /stream, orders and receipts: about 10 KB each.")
        .define(
            READERS,
            Type.INT,
            200,
            Range.between(1, 5_000),
            Importance.LOW,
            "Readers of /stream at one time, a thread each; more get 503.")
        .define(
            HEARTBEAT,
            Type.LONG,
            15_000L,
            Range.between(100, 300_000),
            Importance.LOW,
            "Milliseconds of silence on /stream after which a comment is sent.")
        .define(
            DESKS_FILE,
            Type.STRING,
            "",
            Importance.MEDIUM,
            "File of the desks (docs/desks.md); empty: no desks.")
        .define(
            DESKS_INTERVAL,
            Type.LONG,
            1_000L,
            Range.between(50, 60_000),
            Importance.LOW,
            "Milliseconds between two looks at the desks' file; a change counts after two that agree.")
        .define(
            DESKS_PARTITIONS,
            Type.INT,
            Topic.DESK_PARTITIONS,
            Range.between(1, 100),
            Importance.LOW,
            "Partitions of a desk's topic when it is made; each costs every commit that reaches it.")
        .define(
            WEBHOOKS_FILE,
            Type.STRING,
            "",
            Importance.MEDIUM,
            "File of the webhooks' subscriptions (docs/webhooks.md), looked at like the desks' file;"
                + " empty: no webhooks.")
        .define(
            ORDERS_KEY,
            Type.PASSWORD,
            "",
            ConfigDef.LambdaValidator.with(
                PublishSettings::checkKey, () -> "at least " + SHORTEST_KEY + " characters"),
            Importance.MEDIUM,
            "Key that an editor's order by HTTP must carry (Authorization: Bearer KEY). Without one"
                + " orders come from this machine alone, and none are taken where"
                + " publish.http.host is not a loopback address.");
  }

  private static void checkKey(String name, Object value) {
    String key = ((Password) value).value();
    if (!key.isEmpty() && (key.length() < SHORTEST_KEY || !key.equals(key.strip()))) {
      throw new ConfigException(
          name + " must have at least " + SHORTEST_KEY + " characters, no white space around");
    }
  }

  /** The service's own part of checked settings. */
  public static PublishSettings of(Settings settings) {
    return new PublishSettings(
        settings.millis(INTERVAL),
        settings.millis(KEEP_COPY),
        settings.integer(ITEMS),
        settings.integer(READERS),
        settings.millis(HEARTBEAT),
        desks(settings),
        webhooks(settings),
        settings.secret(ORDERS_KEY));
  }

  private static @Nullable Path webhooks(Settings settings) {
    String file = settings.string(WEBHOOKS_FILE);
    return file.isBlank() ? null : Path.of(file);
  }

  private static DesksPlace desks(Settings settings) {
    String file = settings.string(DESKS_FILE);
    return new DesksPlace(
        file.isBlank() ? null : Path.of(file),
        settings.millis(DESKS_INTERVAL),
        settings.integer(DESKS_PARTITIONS));
  }
}
