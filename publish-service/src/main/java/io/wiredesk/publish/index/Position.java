package io.wiredesk.publish.index;

import java.util.Arrays;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * How far a reader has come in {@code news.published}: the last offset of each partition. It means
 * the same on every instance, so that a stream can be resumed anywhere. Immutable.
 */
public final class Position {

  private static final int MOST_PARTITIONS = 10_000;
  private final long[] offsets;

  private Position(long[] offsets) {
    this.offsets = offsets;
  }

  /** Before the first record. */
  public static Position start() {
    return new Position(new long[0]);
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @return empty where it is not such a text
   */
  public static Optional<Position> parse(String text) {
    String[] parts = text.strip().split("\\.", -1);
    if (parts.length > MOST_PARTITIONS) {
      return Optional.empty();
    }
    long[] offsets = new long[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].matches("\\d{0,18}")) {
        return Optional.empty();
      }
      offsets[i] = parts[i].isEmpty() ? -1 : Long.parseLong(parts[i]);
    }
    return Optional.of(new Position(offsets));
  }

  /** This position and the record at that offset. */
  public Position with(int partition, long offset) {
    long[] copy = Arrays.copyOf(offsets, Math.max(offsets.length, partition + 1));
    Arrays.fill(copy, offsets.length, copy.length, -1);
    copy[partition] = Math.max(copy[partition], offset);
    return new Position(copy);
  }

  /** The first offset of the partition that is not behind this position. */
  public long next(int partition) {
    return partition < offsets.length ? offsets[partition] + 1 : 0;
  }

  /** True if the record at that offset is behind this position. */
  public boolean covers(int partition, long offset) {
    return partition < offsets.length && offset <= offsets[partition];
  }

  /** True if everything that {@code other} has read is behind this position. */
  public boolean coversAll(Position other) {
    for (int i = 0; i < other.offsets.length; i++) {
      if (other.offsets[i] >= 0 && !covers(i, other.offsets[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Offsets by partition, with dots between; nothing stands for a partition not read yet; never
   * empty.
   */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(".");
    for (long offset : offsets) {
      text.add(offset < 0 ? "" : Long.toString(offset));
    }
    return offsets.length == 0 ? "." : text.toString();
  }
}
