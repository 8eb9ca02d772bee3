package io.wiredesk.wire;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Transport;
import io.wiredesk.wire.normalise.Normaliser;
import io.wiredesk.wire.normalise.SourceInfo;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.WireParser;
import io.wiredesk.wire.profile.FeedProfile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The one door of this library: bytes of a wire to normalised items, or a sentence that says why
 * there are none; never an exception for what the bytes contain. Pure: the same bytes, profile and
 * time of receipt give the same items; the trail entry is the caller's. Immutable, safe to share
 * between threads.
 */
public final class WireReader {

  /** The feed of bytes that come over none. */
  private static final String NO_FEED = "file";

  private final WireParser parser;
  private final Function<String, FeedProfile> profiles;
  private final Normaliser normaliser = new Normaliser();

  /**
   * A reader that knows nothing of any feed.
   *
   * @param parser all formats behind one door
   */
  public WireReader(WireParser parser) {
    this(parser, FeedProfile::standard);
  }

  /**
   * @param parser all formats behind one door
   * @param profiles what is known of a feed's provider, by name
   */
  public WireReader(WireParser parser, Function<String, FeedProfile> profiles) {
    this.parser = parser;
    this.profiles = profiles;
  }

  /** A reader of every format that Wiredesk reads, which knows nothing of any feed. */
  public static WireReader ofAllFormats() {
    return new WireReader(AllFormats.parsers());
  }

  /**
   * Every item in the bytes of a file, in wire order, or the reason why there is none.
   *
   * @param bytes one wire file of any format, as received
   * @param receivedAt when it was received: the year for dates written without one, and the time of
   *     items without any
   */
  public Result read(byte[] bytes, Instant receivedAt) {
    WireInput input = new WireInput(bytes, null, null, receivedAt, profiles.apply(NO_FEED));
    return read(input, RawCoordinates.none());
  }

  /** What is known of the feed's provider. */
  public FeedProfile profile(String feed) {
    return profiles.apply(feed);
  }

  /** Outcome of reading one raw record. */
  public sealed interface Result {

    /**
     * At least one record.
     *
     * @param format what the bytes were read as
     * @param items in wire order
     * @param origins for each item, where each value stood in the wire
     */
    record Read(WireFormat format, List<NewsItem> items, List<Map<Field, String>> origins)
        implements Result {
      public Read {
        items = List.copyOf(items);
        origins = List.copyOf(origins);
      }
    }

    /** Nothing could be read. */
    record Refused(Parsed.Rejected rejection) implements Result {}
  }

  /**
   * Where the raw bytes are kept.
   *
   * @param transport how they came in
   * @param topic topic of the raw record, empty outside Kafka
   * @param partition its partition, -1 outside Kafka
   * @param offset its offset, -1 outside Kafka
   */
  public record RawCoordinates(Transport transport, String topic, int partition, long offset) {

    /** Bytes that are on no topic: a file on the command line. */
    public static RawCoordinates none() {
      return new RawCoordinates(Transport.FILE, "", -1, -1);
    }
  }

  /** Every item in the bytes, in wire order, or the reason why there is none. */
  public Result read(WireInput input, RawCoordinates raw) {
    Parsed parsed = parser.parse(input);
    if (parsed instanceof Parsed.Accepted accepted) {
      List<WireItem> items = EmptyItems.leftOut(accepted.items());
      return items.isEmpty()
          ? new Result.Refused(
              new Parsed.Rejected(
                  accepted.format(), Parsed.Reason.EMPTY, "neither headline nor text nor media"))
          : normalised(new Parsed.Accepted(accepted.format(), items), input, raw);
    }
    return new Result.Refused((Parsed.Rejected) parsed);
  }

  private Result normalised(Parsed.Accepted accepted, WireInput input, RawCoordinates raw) {
    String sha256 = sha256(input.bytes());
    List<NewsItem> items = new ArrayList<>();
    List<Map<Field, String>> origins = new ArrayList<>();
    for (WireItem item : accepted.items()) {
      SourceInfo source =
          new SourceInfo(
              input.profile(),
              accepted.format(),
              raw.transport(),
              input.sourceName(),
              input.receivedAt(),
              sha256,
              raw.topic(),
              raw.partition(),
              raw.offset(),
              items.size());
      items.add(normaliser.normalise(item, source));
      origins.add(item.origins());
    }
    return new Result.Read(accepted.format(), items, origins);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
