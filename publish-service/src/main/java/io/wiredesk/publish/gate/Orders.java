package io.wiredesk.publish.gate;

import io.wiredesk.schemas.Authority;
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
 * round. What Wiredesk holds in doubt, because a kill may mean it, both open. Immutable.
 */
record Orders(Release release, Revisions revisions) {

  Verdict obey(Draft draft, GateOrder order, Instant now) {
    draft.ahead = order.getAhead();
    draft.by = authority(order);
    draft.withoutHeadline =
        takesBack(order) && (order.getWithoutHeadline() || LegalReason.isIn(order.getReason()));
    Verdict foreign = Ownership.ofOrder(draft, order);
    if (foreign != null) {
      return foreign;
    }
    if (draft.by == Authority.DOUBT) {
      return doubt(draft, order, now);
    }
    if (order.getResolves() != null && order.getAction() == OrderAction.RELEASE) {
      return notMeant(draft, order, now);
    }
    boolean unknown = draft.isUnknown() && !draft.ahead;
    Verdict verdict =
        switch (order.getAction()) {
          case KILL ->
              order.getByHand() ? killByHand(draft, order, now) : killByWire(draft, order, now);
          case CORRECTED -> release.corrected(draft, order.getBy(), now);
          case WITHHOLD, EMBARGO, RELEASE -> inTurn(draft, order, now);
          case OTHER -> refuse(draft, "UNKNOWN_ORDER", "An order that this version does not know.");
        };
    boolean alarming = unknown && order.getAction() != OrderAction.CORRECTED;
    return alarming && verdict.alarm() == null ? withAlarm(verdict, order) : verdict;
  }

  private Verdict killByWire(Draft draft, GateOrder order, Instant now) {
    String reason = killReason(draft, order);
    return revisions.killed(
        draft, new Revisions.Kill(order.getAt(), null, order.getEntitlement()), reason, now);
  }

  private static Authority authority(GateOrder order) {
    if (order.getAuthority() != null) {
      return order.getAuthority();
    }
    return order.getByHand() ? Authority.HAND : Authority.WIRE;
  }

  /** A kill that could not be resolved may mean the item: it withholds, and never cancels. */
  private Verdict doubt(Draft draft, GateOrder order, Instant now) {
    if (draft.doubt != null && !order.getAt().isAfter(draft.doubt.getAt())) {
      return draft.verdict(Outcome.DUPLICATE, "This doubt, or a newer one, was here before.");
    }
    draft.doubt = hold(draft, order);
    keepCopy(draft, now);
    return release.settle(draft, now);
  }

  /** Somebody has found out that the kill means another item. */
  private Verdict notMeant(Draft draft, GateOrder order, Instant now) {
    if (draft.doubt == null || !draft.doubt.getBy().equals(order.getResolves())) {
      return draft.verdict(Outcome.NOTED, "That kill holds nothing here; the order has no effect.");
    }
    draft.doubt = null;
    return release.settle(draft, now);
  }

  private static boolean takesBack(GateOrder order) {
    return switch (order.getAction()) {
      case KILL, WITHHOLD, EMBARGO -> true;
      case RELEASE, CORRECTED, OTHER -> false;
    };
  }

  /**
   * A kill by hand stands beside what the wire says, whatever that is, until a hand releases the
   * item. It counts unless it was here before, also where its clock is behind a release's.
   */
  private Verdict killByHand(Draft draft, GateOrder order, Instant now) {
    Instant at = order.getAt();
    if (draft.handKilledAt != null && !at.isAfter(draft.handKilledAt)) {
      return draft.verdict(Outcome.DUPLICATE, "This kill, or a newer one, was here before.");
    }
    draft.handKilledAt = at;
    draft.handKill = hold(draft, order);
    boolean newest = draft.handOrderedAt == null || at.isAfter(draft.handOrderedAt);
    draft.handOrderedAt = newest ? at : draft.handOrderedAt;
    keepCopy(draft, now);
    return release.cancelByHand(draft, killReason(draft, order), now);
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
      draft.handHold = hold(draft, order);
      draft.lifted = draft.handKill != null && order.getAction() == OrderAction.RELEASE;
      draft.handKill = draft.lifted ? null : draft.handKill;
      draft.doubt = order.getAction() == OrderAction.RELEASE ? null : draft.doubt;
    } else {
      draft.wireOrderedAt = order.getAt();
      draft.wireOrderedWith = order.getEntitlement();
      draft.wireHold = hold(draft, order);
      boolean releases = order.getAction() == OrderAction.RELEASE;
      draft.wireReleasedAt = releases ? order.getAt() : draft.wireReleasedAt;
      draft.wireReleasedBy = releases ? order.getProvider() : draft.wireReleasedBy;
      boolean knew = draft.doubt != null && order.getAt().isAfter(draft.doubt.getAt());
      draft.doubt = releases && knew ? null : draft.doubt;
    }
    keepCopy(draft, now);
    Verdict verdict = release.unsaid(draft, release.settle(draft, now), now);
    return verdict.outcome() == Outcome.UNCHANGED
        ? draft.verdict(Outcome.NOTED, without(draft))
        : verdict;
  }

  private static String without(Draft draft) {
    if (draft.killed) {
      return "Noted; the provider's kill stands, until the provider issues the item anew.";
    }
    return draft.lifted
        ? "Released; its copy is no longer kept here, it is public with its next revision."
        : "Noted; what is public stays as it is.";
  }

  /** The order that came ahead has come with the rest: newer revisions lift it from now on. */
  private static void settleWhatCameAhead(Draft draft, GateOrder order) {
    Hold hold = draft.wireHold;
    boolean same = !order.getByHand() && hold != null && hold.getAt().equals(order.getAt());
    if (same && !order.getAhead()) {
      draft.wireHold = Hold.newBuilder(hold).setAhead(false).build();
    }
  }

  private static @Nullable Hold hold(Draft draft, GateOrder order) {
    return order.getAction() == OrderAction.RELEASE && order.getUntil() == null
        ? null
        : new Hold(
            order.getBy(),
            order.getProvider(),
            order.getAt(),
            order.getUntil(),
            reason(draft, order),
            order.getAhead(),
            order.getEntitlement());
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
        new Verdict.Alarm(reason, message, false));
  }

  private static Verdict withAlarm(Verdict verdict, GateOrder order) {
    Verdict.Alarm alarm =
        order.getAction() == OrderAction.KILL
            ? Revisions.UNRESOLVED
            : new Verdict.Alarm(
                "UNRESOLVED_ORDER",
                "An order names an item that is not known here; it is remembered.",
                true);
    return verdict.with(alarm);
  }

  private static String killReason(Draft draft, GateOrder order) {
    String why = reason(draft, order);
    return "Canceled by " + order.getBy() + "." + (why.isEmpty() ? "" : " " + why);
  }

  /** An editor's words are hers; a provider's are looked through. */
  private static String reason(Draft draft, GateOrder order) {
    String reason = order.getReason().strip();
    return order.getByHand() ? reason : draft.told("", reason).strip();
  }
}
