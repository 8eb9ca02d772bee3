package io.wiredesk.publish.gate;

import io.wiredesk.schemas.Entitlement;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Signal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a revision does to its own uri, and which orders it gives to others. Immutable. */
record Revisions(Release release, String serviceVersion) {

  Verdict receive(Draft draft, NewsItem item, Instant now) {
    Verdict foreign = Ownership.ofRevision(draft, item);
    if (foreign != null) {
      return foreign;
    }
    if (Notices.isKill(item)) {
      return kill(draft, item, now);
    }
    Verdict.Alarm alarm = Ownership.settle(draft, item);
    return revise(draft, item, now).with(alarm);
  }

  private Verdict revise(Draft draft, NewsItem item, Instant now) {
    Long known = draft.highest;
    if (known != null && item.getRevision() < known) {
      return draft.verdict(
          Outcome.LATE, "Revision " + item.getRevision() + " came after " + known + ".");
    }
    if (isNotice(item)) {
      draft.saw(item.getRevision());
      return notice(draft, item);
    }
    boolean again = known != null && item.getRevision() == known;
    if (again && !tightens(draft, item, now)) {
      return draft.verdict(Outcome.DUPLICATE, "Revision " + known + " was here before.");
    }
    if (!draft.ahead || !draft.killedAhead) { // else it counts when it comes after the kill
      draft.saw(item.getRevision());
    }
    if (draft.killed && !isIssuedAnew(draft, item)) {
      return draft.verdict(
          Outcome.STAYS_KILLED,
          "An update does not revive what was killed; the provider must issue it anew.");
    }
    draft.killed = false;
    return accept(draft, item, now);
  }

  private Verdict accept(Draft draft, NewsItem item, Instant now) {
    boolean usable = !Notices.isWithheld(item);
    if (usable && Notices.isOffPublic(item)) {
      draft.pending = null; // superseded: must not come out at the end of its embargo
      return draft.verdict(Outcome.NOT_FOR_PUBLIC, "Advisory or test: for editors only.");
    }
    if (usable
        && draft.wireHold != null
        && !draft.wireHold.getAhead()
        && item.getVersionCreated().isAfter(draft.wireHold.getAt())) {
      draft.wireHold = null; // the provider's newer word on the item itself
    }
    if (usable && draft.doubt != null && saysAnew(item, draft.doubt.getAt())) {
      draft.doubt = null; // the provider knows of the kill, and means this item to stay
    }
    draft.withoutHeadline = !usable && PublicReason.isLegal(item);
    draft.pending = PublicCopy.received(item, serviceVersion, now);
    return release.settle(draft, now);
  }

  /**
   * A kill counts whatever its version; only one made no later than the last known kill is a
   * repetition, unless it kills a revision that was issued after that one: clocks of providers go
   * wrong, their versions hardly ever.
   */
  private Verdict kill(Draft draft, NewsItem item, Instant now) {
    List<GateOrder> orders = Notices.orders(item, OrderAction.KILL, draft.ahead);
    boolean unknown = draft.isUnknown() && !draft.ahead;
    boolean again = draft.killedAt != null && !draft.killed && isNewer(draft, item);
    draft.saw(item.getRevision());
    if (Notices.isTest(item) && item.getPubStatus() != PubStatus.CANCELED) {
      return draft.verdict(Outcome.NOT_FOR_PUBLIC, "A kill for test purposes.");
    }
    draft.withoutHeadline = PublicReason.isLegal(item);
    String reason =
        draft.told(
            "Canceled by the provider with version " + item.getVersion() + ".",
            PublicReason.of(item));
    boolean dated = again && !item.getVersionCreated().isAfter(draft.killedAt);
    Verdict own =
        dated
            ? release.cancel(draft, item, reason, now)
            : killed(draft, Kill.of(item), reason, now);
    boolean namesNothing = unknown && orders.isEmpty() && item.getPubStatus() != PubStatus.CANCELED;
    return new Verdict(
        orders.isEmpty() ? own.outcome() : Outcome.ORDERED,
        own.why(),
        own.state(),
        own.publication(),
        orders,
        namesNothing ? UNRESOLVED : null);
  }

  private static boolean isNewer(Draft draft, NewsItem item) {
    return draft.highest != null && item.getRevision() > draft.highest;
  }

  /**
   * A kill by the wire.
   *
   * @param at when it was made
   * @param killer revision of the item itself that is the kill; null where another item ordered it
   * @param entitlement of its feed
   */
  record Kill(Instant at, @Nullable NewsItem killer, @Nullable Entitlement entitlement) {

    static Kill of(NewsItem item) {
      return new Kill(item.getVersionCreated(), item, item.getSource().getEntitlement());
    }
  }

  /** Marks the kill and takes the item back. */
  Verdict killed(Draft draft, Kill kill, String reason, Instant now) {
    Instant at = kill.at();
    if (draft.killedAt != null && !at.isAfter(draft.killedAt)) {
      draft.killedAhead &= draft.ahead || at.isBefore(draft.killedAt);
      return draft.verdict(Outcome.DUPLICATE, "This kill was here before.");
    }
    draft.killedAt = at;
    draft.killedAhead = draft.ahead;
    draft.killedWith = kill.entitlement();
    return release.cancel(draft, kill.killer(), reason, now);
  }

  private Verdict notice(Draft draft, NewsItem item) {
    OrderAction action = Notices.isWithheld(item) ? OrderAction.WITHHOLD : OrderAction.RELEASE;
    List<GateOrder> orders = Notices.orders(item, action, draft.ahead);
    return new Verdict(
        Outcome.ORDERED,
        "A notice to " + action + " other items; no story itself.",
        draft.state(),
        null,
        orders,
        null);
  }

  private static boolean isNotice(NewsItem item) {
    return (item.getSignal() == Signal.RELEASE || Notices.isWithheld(item))
        && Notices.targets(item).findAny().isPresent();
  }

  /**
   * An equal revision acts only where it restricts more than what is known: the strictest counts.
   */
  private static boolean tightens(Draft draft, NewsItem item, Instant now) {
    NewsItem known = draft.newest();
    PublishedItem current = draft.current;
    boolean live = draft.pending != null || (current != null && draft.isPublic());
    if (draft.killed || known == null || !live || known.getRevision() != item.getRevision()) {
      return false;
    }
    Restriction restriction = draft.own(item);
    return restriction.holdsAt(now) && restriction.until().isAfter(draft.own(known).until());
  }

  /** What a kill has overtaken was made before it, whatever the two say of the time. */
  private static boolean isIssuedAnew(Draft draft, NewsItem item) {
    return !draft.killedAhead
        && item.getPubStatus() == PubStatus.USABLE
        && !Notices.isOffPublic(item)
        && draft.killedAt != null
        && saysAnew(item, draft.killedAt);
  }

  private static boolean saysAnew(NewsItem item, Instant kill) {
    boolean says = item.getSignal() == Signal.NEW || item.getSignal() == Signal.RELEASE;
    return says && item.getVersionCreated().isAfter(kill);
  }

  static final Verdict.Alarm UNRESOLVED =
      new Verdict.Alarm(
          "UNRESOLVED_KILL",
          "A kill that names no item known here; it is remembered, but somebody must find the story"
              + " it means.",
          true);
}
