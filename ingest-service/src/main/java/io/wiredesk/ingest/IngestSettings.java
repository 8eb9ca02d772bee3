package io.wiredesk.ingest;

import io.wiredesk.ingest.intake.HotFolder;
import io.wiredesk.ingest.topology.ParseTopology;
import io.wiredesk.runtime.CommonSettings;
import io.wiredesk.runtime.Settings;
import java.nio.file.Path;
import java.time.Duration;
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
 */
public record IngestSettings(
    Path folder,
    HotFolder.Pace pace,
    int maxBytes,
    ParseTopology.Windows windows,
    int urgentPerSecond) {

  /** Prefix of the service's names. */
  public static final String SERVICE = "ingest";

  private static final String FOLDER = "ingest.folder";
  private static final String POLL = "ingest.folder.poll.ms";
  private static final String SETTLE = "ingest.folder.settle.ms";
  private static final String UNFINISHED = "ingest.folder.unfinished.ms";
  private static final String MAX_BYTES = "ingest.item.max.bytes";
  private static final String DUPLICATE_WINDOW = "ingest.duplicate.window.ms";
  private static final String COPY_WINDOW = "ingest.duplicate.copy.window.ms";
  private static final String TAKES_WAIT = "ingest.takes.wait.ms";
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
                + " those that came.")
        .define(
            URGENT,
            Type.INT,
            5,
            Range.between(0, 1_000),
            Importance.LOW,
            "Urgent items a second of one feed that overtake what waits, on the long run; more go with"
                + " the rest. 0: none overtakes.");
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
        settings.integer(URGENT));
  }
}
