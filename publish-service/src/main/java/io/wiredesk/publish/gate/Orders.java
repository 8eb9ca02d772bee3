package io.wiredesk.publish.gate;

import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.Hold;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.OrderAction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an order, from another item or an editor's hand, does to the uri it names. An authority
 * lifts only what it set itself: an editor never opens what the provider closed, nor the other way
 * round. Immutable.
 */
record Orders(Release release, Revisions revisions) {

  Verdict obey(Draft draft, GateOrder order, Instant now) {
    draft.ahead = order.getAhead();
    boolean unknown = draft.isUnknown() && !draft.ahead;
    Verdict verdict =
        switch (order.getAction()) {
          case KILL -> revisions.killed(draft, order.getAt(), null, killReason(order), now);
          case CORRECTED -> release.corrected(draft, order.getBy(), now);
          case WITHHOLD, EMBARGO, RELEASE -> inTurn(draft, order, now);
          case OTHER -> refuse(draft, "UNKNOWN_ORDER", "An order that this version does not know.");
        };
    boolean alarming = unknown && order.getAction() != OrderAction.CORRECTED;
    return alarming && verdict.alarm() == null ? withAlarm(verdict, order) : verdict;
  }

  /** Orders of one authority count by their time: one that is not newer is a repetition. */
  private Verdict inTurn(Draft draft, GateOrder order, Instant now) {
    boolean byHand = order.getByHand();
    Instant last = byHand ? draft.handOrderedAt : draft.wireOrderedAt;
    if (last != null && !order.getAt().isAfter(last)) {
      settleWhatCameAhead(draft, order);
      return draft.verdict(Outcome.DUPLICATE, "This order, or a newer one, was here before.");
    }
    if (order.getAction() == OrderAction.EMBARGO && order.getUntil() == null) {
      return refuse(draft, "ORDER_WITHOUT_INSTANT", "An embargo by order must say until when.");
    }
    if (order.getAction() == OrderAction.RELEASE && !byHand && isForeign(draft, order)) {
      return refuse(
          draft, "FOREIGN_RELEASE", "Only the item's own provider may release it; see the order.");
    }
    if (byHand) {
      draft.handOrderedAt = order.getAt();
      draft.handHold = hold(order);
    } else {
      draft.wireOrderedAt = order.getAt();
      draft.wireHold = hold(order);
      boolean releases = order.getAction() == OrderAction.RELEASE;
      draft.wireReleasedAt = releases ? order.getAt() : draft.wireReleasedAt;
      draft.wireReleasedBy = releases ? order.getProvider() : draft.wireReleasedBy;
    }
    keepCopy(draft, now);
    Verdict verdict = release.settle(draft, now);
    return verdict.outcome() == Outcome.UNCHANGED
        ? draft.verdict(Outcome.NOTED, "Noted; what is public stays as it is.")
        : verdict;
  }

  /** The order that came ahead has come with the rest: newer revisions lift it from now on. */
  private static void settleWhatCameAhead(Draft draft, GateOrder order) {
    Hold hold = draft.wireHold;
    boolean same = !order.getByHand() && hold != null && hold.getAt().equals(order.getAt());
    if (same && !order.getAhead()) {
      draft.wireHold = Hold.newBuilder(hold).setAhead(false).build();
    }
  }

  private static @Nullable Hold hold(GateOrder order) {
    return order.getAction() == OrderAction.RELEASE && order.getUntil() == null
        ? null
        : new Hold(
            order.getBy(),
            order.getProvider(),
            order.getAt(),
            order.getUntil(),
            order.getReason(),
            order.getAhead());
  }

  /** What an order takes back waits with its copy, so that a release brings it back. */
  private static void keepCopy(Draft draft, Instant now) {
    if (draft.pending == null
        && draft.current != null
        && draft.isPublic()
        && draft.orders().holdsAt(now)
        && PublicCopy.isWhole(draft.current.getItem())) {
      draft.pending = draft.current.getItem();
    }
  }

  /** Anybody may close; only the provider that closed may open. */
  private static boolean isForeign(Draft draft, GateOrder order) {
    String provider = order.getProvider();
    NewsItem item = draft.newest();
    boolean foreignItem = item != null && !Objects.equals(provider, item.getSource().getProvider());
    boolean foreignHold =
        draft.wireHold != null && !Objects.equals(provider, draft.wireHold.getProvider());
    return provider == null || foreignItem || foreignHold;
  }

  private static Verdict refuse(Draft draft, String reason, String message) {
    return new Verdict(
        Outcome.REFUSED,
        message,
        draft.state(),
        null,
        List.of(),
        new Verdict.Alarm(reason, message));
  }

  private static Verdict withAlarm(Verdict verdict, GateOrder order) {
    Verdict.Alarm alarm =
        order.getAction() == OrderAction.KILL
            ? Revisions.UNRESOLVED
            : new Verdict.Alarm(
                "UNRESOLVED_ORDER",
                "An order names an item that is not known here; it is remembered.");
    return new Verdict(
        verdict.outcome(),
        verdict.why(),
        verdict.state(),
        verdict.publication(),
        verdict.orders(),
        alarm);
  }

  private static String killReason(GateOrder order) {
    String why = order.getReason().isBlank() ? "" : " " + order.getReason().strip();
    return "Canceled by " + order.getBy() + "." + why;
  }
}
