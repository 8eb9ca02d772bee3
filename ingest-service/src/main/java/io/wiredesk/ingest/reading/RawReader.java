package io.wiredesk.ingest.reading;

import io.wiredesk.runtime.LogPosition;
import io.wiredesk.runtime.Version;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.TrailEntry;
import io.wiredesk.wire.WireReader;
import io.wiredesk.wire.parse.WireInput;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Raw records to items, at the door and behind it: the same record at the same place gives the same
 * items. Immutable, safe to share between threads.
 *
 * @param reader bytes to items
 */
public record RawReader(WireReader reader) {

  /** Every item in the raw record that lies at this position, or why there is none. */
  public WireReader.Result read(RawNews raw, LogPosition at) {
    WireInput input =
        new WireInput(
            bytes(raw),
            raw.getContentType(),
            raw.getSourceName(),
            raw.getReceivedAt(),
            reader.profile(raw.getFeed()));
    return reader.read(
        input,
        new WireReader.RawCoordinates(raw.getTransport(), at.topic(), at.partition(), at.offset()));
  }

  /** The bytes as received. */
  public static byte[] bytes(RawNews raw) {
    ByteBuffer payload = raw.getPayload().duplicate();
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    return bytes;
  }

  /**
   * The way of an item so far.
   *
   * @param onLog when the raw record came onto the log
   * @param received when reading began
   * @param emitted when it ended
   */
  public static List<TrailEntry> trail(
      RawNews raw, Instant onLog, Instant received, Instant emitted) {
    List<TrailEntry> trail = new ArrayList<>();
    trail.add(new TrailEntry(Stage.INTAKE, Version.CURRENT, raw.getReceivedAt(), onLog));
    trail.add(new TrailEntry(Stage.PARSE, Version.CURRENT, received, emitted));
    return trail;
  }
}
