package io.wiredesk.publish.gate;

import io.wiredesk.schemas.Authority;
import io.wiredesk.schemas.Entitlement;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.Hold;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.UnresolvedKill;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * To whom a uri belongs: to the provider whose profile claims it, whoever came first; else to the
 * provider of the feed that first sent it, where that feed has one. Another feed may repeat what is
 * there; what it revises is refused, and what it closes only where its profile says that it may.
 * Where no profile says anything, every feed may do everything. Stateless.
 */
final class Ownership {

  private static final String REASON = "NOT_ENTITLED";

  /** A feed without a provider sent it first: everybody may revise it. */
  private static final String NOBODY = "";

  private Ownership() {}

  /** The verdict on a revision of a feed that may not give it; null where it may. */
  static @Nullable Verdict ofRevision(Draft draft, NewsItem item) {
    Entitlement given = item.getSource().getEntitlement();
    String owner = owner(draft, given, item.getUri());
    if (owner == null || speaks(given, owner)) {
      return null;
    }
    boolean closes = Notices.isKill(item) || Notices.isWithheld(item);
    if (closes && killsFor(given, owner)) {
      OrderAction action = Notices.isKill(item) ? OrderAction.KILL : OrderAction.WITHHOLD;
      GateOrder order = Notices.order(item.getUri(), action, item, draft.ahead);
      String why = "Its feed may take back the items of " + owner + "; none of its copy counts.";
      return new Verdict(Outcome.ORDERED, why, draft.state(), null, List.of(order), null);
    }
    if (!closes && draft.highest != null && item.getRevision() <= draft.highest) {
      boolean again = item.getRevision() == draft.highest;
      return draft.verdict(
          again ? Outcome.DUPLICATE : Outcome.LATE, "Another feed repeats what was here before.");
    }
    String what = closes ? "It takes back" : "It revises";
    UnresolvedKill kill =
        closes ? kill(item.getUri(), item.getUri(), item.getSource().getProvider(), item) : null;
    return refused(
        draft, sentence(what + " an item", given, item.getSource().getFeed(), owner), kill);
  }

  /** The verdict on an order of a feed that may not give it; null where it may, or a hand did. */
  static @Nullable Verdict ofOrder(Draft draft, GateOrder order) {
    Entitlement given = order.getEntitlement();
    String owner = owner(draft, given, order.getUri());
    if (draft.by == Authority.HAND || owner == null || speaks(given, owner)) {
      return null;
    }
    boolean closes =
        switch (order.getAction()) {
          case KILL, WITHHOLD, EMBARGO -> true;
          case RELEASE, CORRECTED, OTHER -> false;
        };
    if (closes && killsFor(given, owner)) {
      return null;
    }
    String what = order.getBy() + (closes ? " takes back" : " changes") + " an item";
    UnresolvedKill kill =
        closes ? kill(order.getBy(), order.getUri(), order.getProvider(), order.getAt()) : null;
    return refused(draft, sentence(what, given, "without a profile", owner), kill);
  }

  /**
   * A revision that may be given has come: from now on the uri is its owner's, and what a stranger
   * closed before the owner was known is open again.
   *
   * @return the alarm about that; null where there was nothing
   */
  static Verdict.@Nullable Alarm settle(Draft draft, NewsItem item) {
    Entitlement given = item.getSource().getEntitlement();
    String before = draft.owner;
    String owner = owner(draft, given, item.getUri());
    if (owner == null) {
      owner = isSent(draft) || given == null ? NOBODY : first(given);
    }
    if (owner.equals(before)) {
      return null;
    }
    draft.owner = owner;
    if (owner.equals(NOBODY)) {
      return null;
    }
    draft.highest = before == null || before.equals(NOBODY) ? draft.highest : null;
    return open(draft, item.getUri(), owner);
  }

  /** States of former versions do not say who sent it. */
  private static boolean isSent(Draft draft) {
    return draft.current != null || draft.pending != null;
  }

  private static String first(Entitlement given) {
    return given.getSpeaksFor().isEmpty() ? NOBODY : given.getSpeaksFor().get(0);
  }

  private static Verdict.@Nullable Alarm open(Draft draft, String uri, String owner) {
    UnresolvedKill kill = null;
    if (draft.killedAt != null && isForeign(draft.killedWith, owner)) {
      kill = kill(draft.killedWith.getFeed(), uri, null, draft.killedAt);
      draft.killed = false;
      draft.killedAt = null;
      draft.killedAhead = false;
      draft.killedWith = null;
      draft.highest = null;
    }
    Hold doubt = draft.doubt;
    if (doubt != null && isForeign(doubt.getEntitlement(), owner)) {
      kill = kill(doubt.getBy(), uri, doubt.getProvider(), doubt.getAt());
      draft.doubt = null;
    }
    boolean strange = isForeign(draft.wireOrderedWith, owner);
    if (strange && draft.wireHold != null) {
      kill =
          kill(draft.wireHold.getBy(), uri, draft.wireHold.getProvider(), draft.wireHold.getAt());
    }
    if (strange || !Objects.equals(draft.wireReleasedAt, draft.wireOrderedAt)) {
      draft.wireReleasedAt = null; // who ordered it is known of the last order alone
      draft.wireReleasedBy = null;
    }
    if (strange) {
      draft.wireHold = null;
      draft.wireOrderedAt = null;
      draft.wireOrderedWith = null;
    }
    String message =
        "What took the item back before it came is of a feed that does not speak for "
            + owner
            + ", to whom it belongs; it is open.";
    return kill == null ? null : new Verdict.Alarm(REASON, message, false, kill);
  }

  private static @Nullable String owner(Draft draft, @Nullable Entitlement given, String uri) {
    String claim = given == null ? null : given.getClaims().get(uri);
    return claim == null ? draft.owner : claim;
  }

  private static boolean speaks(@Nullable Entitlement given, String owner) {
    return owner.equals(NOBODY) || (given != null && given.getSpeaksFor().contains(owner));
  }

  private static boolean killsFor(@Nullable Entitlement given, String owner) {
    return given != null && given.getKillsFor().contains(owner);
  }

  private static boolean isForeign(@Nullable Entitlement given, String owner) {
    return given != null && !speaks(given, owner) && !killsFor(given, owner);
  }

  private static String sentence(
      String what, @Nullable Entitlement given, String feed, String owner) {
    String forWhom =
        given == null || given.getSpeaksFor().isEmpty()
            ? "speaks for no provider"
            : "speaks for " + String.join(", ", given.getSpeaksFor());
    String named = given == null ? feed : given.getFeed();
    return what + " of " + owner + ", but came over feed " + named + ", which " + forWhom + ".";
  }

  /** Of two lanes one tells it. */
  private static Verdict refused(Draft draft, String message, @Nullable UnresolvedKill kill) {
    Verdict.Alarm alarm = draft.ahead ? null : new Verdict.Alarm(REASON, message, false, kill);
    return new Verdict(Outcome.REFUSED, message, draft.state(), null, List.of(), alarm);
  }

  private static UnresolvedKill kill(
      String by, String uri, @Nullable String provider, NewsItem item) {
    return kill(by, uri, provider, item.getVersionCreated());
  }

  private static UnresolvedKill kill(
      String by, String uri, @Nullable String provider, Instant made) {
    return UnresolvedKill.newBuilder()
        .setUri(by)
        .setProvider(provider)
        .setMade(made)
        .setNamed(List.of(uri))
        .setCandidates(List.of(uri))
        .build();
  }
}
