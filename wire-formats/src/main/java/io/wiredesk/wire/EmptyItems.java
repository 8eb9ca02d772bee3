package io.wiredesk.wire;

import io.wiredesk.schemas.PubStatus;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import java.util.List;

/**
 * Items that say nothing: neither headline nor text nor media, nor anything about another item.
 * They are no news and never public. Kills, holds and notices need no text, and stay. Stateless.
 */
final class EmptyItems {

  private EmptyItems() {}

  /** The items without the empty ones; what is left out is said by the first that stays. */
  static List<WireItem> leftOut(List<WireItem> items) {
    List<WireItem> full = items.stream().filter(item -> !isEmpty(item)).toList();
    int empty = items.size() - full.size();
    if (empty > 0 && !full.isEmpty()) {
      full.get(0)
          .repairs
          .add(empty + " entries beside it have neither headline nor text nor media: left out");
    }
    return full;
  }

  static boolean isEmpty(WireItem item) {
    return item.headlines.isEmpty()
        && item.get(Field.TITLE) == null
        && item.get(Field.SLUGLINE) == null
        && item.descriptions.isEmpty()
        && item.bodies.isEmpty()
        && item.associations.isEmpty()
        && item.renditions.isEmpty()
        && item.edNotes.isEmpty()
        && isNoNotice(item);
  }

  private static boolean isNoNotice(WireItem item) {
    boolean usable = item.pubStatus() == null || item.pubStatus() == PubStatus.USABLE;
    return usable && item.signal() == null && item.actsOn.isEmpty();
  }
}
