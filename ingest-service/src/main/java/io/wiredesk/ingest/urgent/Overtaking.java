package io.wiredesk.ingest.urgent;

import io.wiredesk.ingest.take.TakeMarks;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.wire.normalise.identity.Identities;
import java.util.Locale;
import java.util.Set;

/**
 * Which items may go ahead of what waits: urgent ones, and those that take copy back. Only where
 * nothing that a line has sent before can change which item it is: the wire itself says so, it is a
 * first alert too short to be known by its copy, or it only acts upon others that it names. A copy
 * that went ahead under another uri than the ordinary one would be out of reach for its kill: so
 * what may overtake keeps its uri in the ordinary lane too, also where it repeats copy. Stateless;
 * the same item gives the same answer.
 */
public final class Overtaking {

  private static final int LEAST_URGENT = 2;

  /** Characters of copy below which no item is taken for another one's repetition. */
  private static final int SHORT = 200;

  private static final Set<String> URGENT_PROFILES = Set.of("alert", "flash", "bulletin");

  private Overtaking() {}

  /** True where a copy of the item may overtake. */
  public static boolean isFor(NewsItem item) {
    boolean named = !item.getActsOn().isEmpty();
    if (item.getSignal() == Signal.TEST || has(item, Set.of("test"))) {
      return false;
    }
    if (takesBack(item)) {
      return named || isNamedByWire(item);
    }
    boolean isItself = isNamedByWire(item) || isFirstAlert(item);
    return isUrgent(item) && isItself && !named && !isPart(item) && !isForEditors(item);
  }

  /** True where a copy of the story itself may overtake: its uri stays what the wire says. */
  public static boolean keepsItsUri(NewsItem item) {
    return isFor(item) && !takesBack(item);
  }

  private static boolean takesBack(NewsItem item) {
    return item.getPubStatus() != PubStatus.USABLE
        || item.getSignal() == Signal.CANCEL
        || item.getSignal() == Signal.WITHHOLD;
  }

  /** Not public anyway, and could hide a revision of its story that it overtook. */
  private static boolean isForEditors(NewsItem item) {
    return item.getSignal() == Signal.ADVISORY || has(item, Set.of("advisory"));
  }

  /** Of a story that is put together from several. */
  private static boolean isPart(NewsItem item) {
    return item.getSignal() == Signal.TAKE
        || item.getSignal() == Signal.ADD
        || TakeMarks.of(item).isPresent();
  }

  private static boolean isUrgent(NewsItem item) {
    Integer urgency = item.getUrgency();
    return urgency != null && urgency <= LEAST_URGENT
        || item.getSignal() == Signal.ALERT
        || has(item, URGENT_PROFILES);
  }

  /** Of a line whose copy bears no identifier: continues nothing, and repeats nothing. */
  private static boolean isFirstAlert(NewsItem item) {
    boolean isFirst = item.getSignal() == Signal.NEW || item.getSignal() == Signal.ALERT;
    return isFirst && !isMail(item) && item.getText().length() < SHORT;
  }

  /** Mail bears an identifier of the message, not of the story. */
  private static boolean isNamedByWire(NewsItem item) {
    return item.getSource().getIdentityRule().equals(Identities.WIRE) && !isMail(item);
  }

  private static boolean isMail(NewsItem item) {
    return item.getSource().getFormat().equals("email");
  }

  private static boolean has(NewsItem item, Set<String> profiles) {
    return item.getProfile() != null
        && profiles.contains(item.getProfile().strip().toLowerCase(Locale.ROOT));
  }
}
