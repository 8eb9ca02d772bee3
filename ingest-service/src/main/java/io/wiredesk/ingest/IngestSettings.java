package io.wiredesk.ingest;

import io.wiredesk.ingest.body.Pace;
import io.wiredesk.ingest.intake.HotFolder;
import io.wiredesk.ingest.intake.PushLimits;
import io.wiredesk.ingest.topology.ParseTopology;
import io.wiredesk.runtime.CommonSettings;
import io.wiredesk.runtime.Settings;
import io.wiredesk.runtime.SettingsException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * Settings of the ingest service. Immutable.
 *
 * @param folder hot folder
 * @param pace when files are taken from it
 * @param maxBytes largest item taken in
 * @param windows how long things are remembered
 * @param urgentPerSecond urgent items a second of one feed that overtake; 0: none
 * @param feedsFile {@code feeds.yml}; empty: none
 * @param timeZone zone of times that are written without one, where the feed's profile states none
 * @param push who may push, and how much at a time
 */
public record IngestSettings(
    Path folder,
    HotFolder.Pace pace,
    int maxBytes,
    ParseTopology.Windows windows,
    int urgentPerSecond,
    Optional<Path> feedsFile,
    ZoneId timeZone,
    Push push) {

  /**
   * HTTP push.
   *
   * @param open feeds without a key in {@code feeds.yml} are open to everybody
   * @param key opens every feed; empty: none does
   * @param limits how much at a time
   */
  public record Push(boolean open, String key, PushLimits limits) {

    @Override
    public String toString() {
      return "Push[open=" + open + ", limits=" + limits + "]"; // no key in a log
    }
  }

  /** Prefix of the service's names. */
  public static final String SERVICE = "ingest";

  private static final String FOLDER = "ingest.folder";
  private static final String POLL = "ingest.folder.poll.ms";
  private static final String SETTLE = "ingest.folder.settle.ms";
  private static final String UNFINISHED = "ingest.folder.unfinished.ms";
  private static final String MAX_BYTES = "ingest.item.max.bytes";
  private static final String DUPLICATE_WINDOW = "ingest.duplicate.window.ms";
  private static final String FEEDS = "ingest.feeds.file";
  private static final String PUSH_OPEN = "ingest.push.open";
  private static final String PUSH_KEY = "ingest.push.key";
  private static final String PUSH_IN_FLIGHT = "ingest.push.inflight.max";
  private static final String PUSH_MEMORY = "ingest.push.memory.bytes";
  private static final String PUSH_FEEDS = "ingest.push.feeds.max";
  private static final String COPY_WINDOW = "ingest.duplicate.copy.window.ms";
  private static final String TAKES_WAIT = "ingest.takes.wait.ms";
  private static final String TIME_ZONE = "ingest.time.zone";
  private static final String URGENT = "ingest.urgent.per.second";
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** Everything the service knows, with units and ranges. */
  public static ConfigDef definition() {
    return CommonSettings.define(SERVICE, 8082)
        .define(
            FOLDER,
            Type.STRING,
            "wires",
            Importance.HIGH,
            "Hot folder: a file in it, or in a folder of a feed's name below it, is taken in.")
        .define(
            POLL,
            Type.LONG,
            250L,
            Range.between(50, 60_000),
            Importance.LOW,
            "Milliseconds between two looks at the hot folder.")
        .define(
            SETTLE,
            Type.LONG,
            1_000L,
            Range.between(0, 600_000),
            Importance.MEDIUM,
            "Milliseconds that a file must not have changed before it is read.")
        .define(
            UNFINISHED,
            Type.LONG,
            10_000L,
            Range.between(0, 3_600_000),
            Importance.MEDIUM,
            "The same for a file that is empty, or begins like XML or JSON and does not end like"
                + " it.")
        .define(
            MAX_BYTES,
            Type.INT,
            10 * 1024 * 1024,
            Range.between(1024, 10 * 1024 * 1024),
            Importance.MEDIUM,
            "Largest item in bytes; larger ones are refused (HTTP 413, or a dead letter with their"
                + " beginning).")
        .define(
            DUPLICATE_WINDOW,
            Type.LONG,
            30 * DAY,
            Range.between(60_000L, 400 * DAY),
            Importance.MEDIUM,
            "Milliseconds for which a repetition of the same bytes, or of the same version, is"
                + " known as one.")
        .define(
            COPY_WINDOW,
            Type.LONG,
            DAY / 2,
            Range.between(0L, 400 * DAY),
            Importance.LOW,
            "Milliseconds for which the same copy under another transmission number is known as a"
                + " repetition; 0: never.")
        .define(
            TAKES_WAIT,
            Type.LONG,
            15 * 60_000L,
            Range.between(0L, DAY),
            Importance.MEDIUM,
            "Milliseconds for which a story in takes waits for all of them before it goes on with"
                + " those that came, where the feed's profile has no takesWait.")
        .define(
            URGENT,
            Type.INT,
            5,
            Range.between(0, 1_000),
            Importance.LOW,
            "Urgent items a second of one feed that overtake what waits, on the long run; more go with"
                + " the rest. 0: none overtakes.")
        .define(
            FEEDS,
            Type.STRING,
            "",
            Importance.HIGH,
            "The feeds.yml with the feeds that are fetched or pushed with a key (docs/feeds.md); looked at for changes all the time.")
        .define(
            TIME_ZONE,
            Type.STRING,
            "UTC",
            Importance.MEDIUM,
            "Zone (tz database) of times that are written without one, where the feed's profile has no timeZone.")
        .define(
            PUSH_OPEN,
            Type.BOOLEAN,
            true,
            Importance.HIGH,
            "Whether feeds of which feeds.yml has no key take pushes from everybody who reaches the port.")
        .define(
            PUSH_KEY,
            Type.PASSWORD,
            "",
            Importance.MEDIUM,
            "Key that opens every feed to pushes, at least 16 characters: for sending dead letters again.")
        .define(
            PUSH_IN_FLIGHT,
            Type.INT,
            64,
            Range.between(1, 1000),
            Importance.MEDIUM,
            "Pushes that wait for the broker at a time, for each of feeds with keys, feeds that sign, and others; further ones get 429 with Retry-After.")
        .define(
            PUSH_MEMORY,
            Type.LONG,
            0L,
            Range.between(0L, 1L << 40),
            Importance.LOW,
            "Bytes of bodies of pushes in memory at a time, for each of feeds with keys, feeds that sign, and others; further ones get 429. 0: a share of the heap, and two of the largest items at least.")
        .define(
            PUSH_FEEDS,
            Type.INT,
            500,
            Range.between(0, 100_000),
            Importance.LOW,
            "Feeds that pushes may make which feeds.yml does not know, from a start to the next; more get 403.");
  }

  /** The service's own part of checked settings. */
  public static IngestSettings of(Settings settings) {
    return new IngestSettings(
        settings.path(FOLDER),
        new HotFolder.Pace(
            settings.millis(POLL), settings.millis(SETTLE), settings.millis(UNFINISHED)),
        settings.integer(MAX_BYTES),
        new ParseTopology.Windows(
            settings.millis(DUPLICATE_WINDOW),
            settings.millis(COPY_WINDOW),
            settings.millis(TAKES_WAIT)),
        settings.integer(URGENT),
        settings.string(FEEDS).isBlank() ? Optional.empty() : Optional.of(settings.path(FEEDS)),
        timeZone(settings),
        push(settings));
  }

  private static ZoneId timeZone(Settings settings) {
    String zone = settings.string(TIME_ZONE);
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new SettingsException(
          TIME_ZONE
              + " (INGEST_TIME_ZONE) is '"
              + zone
              + "'; it must be a zone of the tz database, for example Europe/Madrid.");
    }
  }

  private static Push push(Settings settings) {
    String key = settings.secret(PUSH_KEY).value();
    if (!key.isEmpty() && key.length() < 16) {
      throw new SettingsException(
          PUSH_KEY + " (INGEST_PUSH_KEY) has " + key.length() + " characters; it needs 16.");
    }
    long memory = settings.bytes(PUSH_MEMORY);
    int maxBytes = settings.integer(MAX_BYTES);
    PushLimits limits =
        new PushLimits(
            settings.integer(PUSH_IN_FLIGHT),
            memory == 0 ? PushLimits.shareOfHeap(maxBytes) : memory,
            settings.integer(PUSH_FEEDS),
            Pace.STANDARD);
    return new Push(settings.flag(PUSH_OPEN), key, limits);
  }
}
