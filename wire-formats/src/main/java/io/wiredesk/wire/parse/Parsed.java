package io.wiredesk.wire.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Outcome of reading one raw record: items, or a reason. */
public sealed interface Parsed {

  /**
   * At least one item.
   *
   * @param format what the bytes were read as
   * @param items in wire order, never empty
   */
  record Accepted(WireFormat format, List<WireItem> items) implements Parsed {
    public Accepted {
      items = List.copyOf(items);
      if (items.isEmpty()) {
        throw new IllegalArgumentException("accepted without an item: reject with NO_ITEM");
      }
    }
  }

  /**
   * Nothing could be read.
   *
   * @param format what the bytes look like, null where nothing known
   * @param reason to count by
   * @param message one sentence for the operator: what is wrong and where (line, field)
   */
  record Rejected(@Nullable WireFormat format, Reason reason, String message) implements Parsed {}

  /** Why bytes are refused; names are public (dead letters, metrics, command line). */
  enum Reason {
    /** No bytes, only white space, or items with neither headline nor text nor media. */
    EMPTY,
    /** No format's tell-tales. */
    UNKNOWN_FORMAT,
    /** A picture, archive, or other binary without copy. */
    NOT_TEXT,
    /** Broken beyond unambiguous repair; the message says where. */
    MALFORMED,
    /** Well-formed but dangerous: entity expansion, nesting beyond the limit, bombs. */
    REFUSED,
    /** Well-formed, but holds no news item. */
    NO_ITEM
  }
}
