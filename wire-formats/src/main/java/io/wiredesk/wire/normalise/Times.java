package io.wiredesk.wire.normalise;

import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireItem;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When the revision was made. Immutable.
 *
 * @param created of the wire; without one, the nearest time that the wire states, at last the time
 *     of receipt
 * @param repair says which stood in, null where the wire has its own
 */
record Times(Instant created, @Nullable String repair) {

  /** Formats that have no field for the time of the first version. */
  private static final Set<WireFormat> UNDATED =
      EnumSet.of(
          WireFormat.NITF,
          WireFormat.IPTC_7901,
          WireFormat.ANPA_1312,
          WireFormat.TEXT,
          WireFormat.EMAIL);

  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  static Times of(WireItem item, Instant receivedAt) {
    Instant own = item.time(Field.VERSION_CREATED);
    if (own != null) {
      boolean sane = own.equals(inRange(own, receivedAt));
      return sane
          ? new Times(own, null)
          : new Times(
              receivedAt, "The wire's date is out of range: the time of receipt was taken.");
    }
    for (Field field : List.of(Field.CONTENT_CREATED, Field.FIRST_CREATED)) {
      Instant other = item.time(field);
      if (other != null) {
        String name = field == Field.CONTENT_CREATED ? "contentCreated" : "firstCreated";
        return new Times(
            inRange(other, receivedAt), "The wire has no versionCreated: " + name + " was taken.");
      }
    }
    return new Times(receivedAt, "The wire has no date: the time of receipt was taken.");
  }

  /**
   * When the first version was made: as the wire says; where its format cannot say, the time of
   * this version if this is the first and the wire dates it; else null.
   */
  @Nullable Instant first(WireItem item, WireFormat format, boolean isFirst) {
    Instant stated = item.time(Field.FIRST_CREATED);
    boolean same = stated == null && isFirst && UNDATED.contains(format);
    return same && created.equals(item.time(Field.VERSION_CREATED)) ? created : stated;
  }

  /** Years that RFC 3339 can write; anything else is a broken date. */
  private static Instant inRange(Instant time, Instant receivedAt) {
    boolean sane = time.isAfter(Instant.EPOCH) && time.isBefore(END);
    return sane ? time : receivedAt;
  }
}
