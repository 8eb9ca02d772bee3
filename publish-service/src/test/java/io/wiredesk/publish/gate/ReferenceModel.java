package io.wiredesk.publish.gate;

import io.wiredesk.schemas.Authority;
import io.wiredesk.schemas.Entitlement;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate should do, said in another way: keeps everything that ever came for one uri, and
 * answers from that whole history what may be public at an instant. No pending copy, no index of
 * due instants, no transitions.
 */
public final class ReferenceModel {

  private final List<NewsItem> accepted = new ArrayList<>();
  private final List<Hold> wireOrders = new ArrayList<>();
  private final List<Hold> handOrders = new ArrayList<>();
  private long highest = Long.MIN_VALUE;
  private @Nullable Instant lastKill;
  private Instant released = Instant.MIN;
  private boolean killed;
  private @Nullable Instant lastKillByHand;
  private Instant lastOrderByHand = Instant.MIN;
  private boolean killedByHand;
  private @Nullable Instant doubted;
  private boolean killCameAheadAlone;
  private boolean everPublic;
  private String shown = "nothing";
  private @Nullable String owner;
  private boolean isSent;
  private @Nullable Entitlement killer;
  private @Nullable Entitlement doubter;

  /** What was public when an advisory of the same uri came, and was then held by an order. */
  private @Nullable NewsItem fromBehind;

  /** An order that restricts; {@code until} null lifts, MAX is for good. */
  private record Hold(
      Instant at, @Nullable Instant until, boolean cameAheadAlone, @Nullable Entitlement by) {

    Hold(Instant at, @Nullable Instant until, boolean cameAheadAlone) {
      this(at, until, cameAheadAlone, null);
    }
  }

  public void receive(NewsItem item, boolean ahead, Instant now) {
    Entitlement feed = item.getSource().getEntitlement();
    if (!isItsOwn(feed)) { // where it may close, an order to the item itself does that
      look(now);
      return;
    }
    if (!isKill(item)) {
      becomesOwned(feed);
    }
    if (item.getPubStatus() == PubStatus.CANCELED || item.getSignal() == Signal.CANCEL) {
      boolean killsWhatWasIssuedAnew =
          lastKill != null
              && !killed
              && item.getRevision() > highest
              && !item.getVersionCreated().isAfter(lastKill);
      highest = Math.max(highest, item.getRevision());
      if (killsWhatWasIssuedAnew) {
        takeBack();
      } else {
        kill(item.getVersionCreated(), ahead, feed);
      }
    } else if (mayReplace(item, now) && !(killCameAheadAlone && ahead)) {
      highest = Math.max(highest, item.getRevision());
      boolean anew =
          saysAnew(item)
              && lastKill != null
              && !killCameAheadAlone
              && item.getVersionCreated().isAfter(lastKill);
      if (!killed || anew) {
        killed = false;
        accepted.add(item);
        fromBehind = null;
        liftWireHold(item);
        if (saysAnew(item)) {
          liftDoubt(item.getVersionCreated());
        }
      }
    }
    look(now);
  }

  /** Only who speaks for the owner may say something; closing may also who kills for it. */
  private boolean isItsOwn(@Nullable Entitlement feed) {
    return owner == null || (feed != null && feed.getSpeaksFor().contains(owner));
  }

  private boolean mayClose(@Nullable Entitlement feed) {
    return isItsOwn(feed) || (feed != null && feed.getKillsFor().contains(owner));
  }

  /** The first story of a feed that has a provider; what others closed before is open. */
  private void becomesOwned(@Nullable Entitlement feed) {
    if (isSent) {
      return;
    }
    isSent = true;
    if (feed == null || feed.getSpeaksFor().isEmpty()) {
      return;
    }
    owner = feed.getSpeaksFor().get(0);
    if (lastKill != null && killer != null && !mayClose(killer)) {
      lastKill = null;
      killed = false;
      killCameAheadAlone = false;
      highest = Long.MIN_VALUE;
    }
    Hold standing = wireOrders.isEmpty() ? null : wireOrders.get(wireOrders.size() - 1);
    boolean strange = standing != null && standing.by() != null && !mayClose(standing.by());
    if (strange) {
      wireOrders.clear();
    }
    if (strange || (standing != null && !standing.at().equals(released))) {
      released = Instant.MIN;
    }
    if (doubter != null && !mayClose(doubter)) {
      doubted = null;
    }
  }

  private static boolean isKill(NewsItem item) {
    return item.getPubStatus() == PubStatus.CANCELED || item.getSignal() == Signal.CANCEL;
  }

  public void obey(GateOrder order, Instant now) {
    Entitlement feed = order.getEntitlement();
    boolean closes = order.getAction() != OrderAction.RELEASE;
    if (!order.getByHand() && !(closes ? mayClose(feed) : isItsOwn(feed))) {
      look(now);
      return;
    }
    if (order.getByHand()) {
      obeyHand(order);
    } else if (order.getAuthority() == Authority.DOUBT) {
      boolean newer = doubted == null || order.getAt().isAfter(doubted);
      doubter = newer ? feed : doubter;
      doubted = newer ? order.getAt() : doubted;
    } else {
      obeyWire(order);
    }
    look(now);
  }

  /** Only a hand undoes what a hand did. */
  private void obeyHand(GateOrder order) {
    Instant at = order.getAt();
    boolean newest = at.isAfter(lastOrderByHand);
    if (order.getAction() == OrderAction.KILL) {
      if (lastKillByHand == null || at.isAfter(lastKillByHand)) {
        lastKillByHand = at;
        killedByHand = true;
      }
    } else if (newest) {
      handOrders.add(new Hold(at, until(order), false));
      if (order.getAction() == OrderAction.RELEASE) {
        killedByHand = false;
        doubted = null;
      }
    }
    lastOrderByHand = newest ? at : lastOrderByHand;
  }

  private void obeyWire(GateOrder order) {
    if (order.getAction() == OrderAction.KILL) {
      kill(order.getAt(), order.getAhead(), order.getEntitlement());
    } else {
      boolean newest =
          wireOrders.stream()
              .filter(h -> !h.at().equals(Instant.MIN))
              .allMatch(h -> order.getAt().isAfter(h.at()));
      if (newest) {
        wireOrders.add(
            new Hold(order.getAt(), until(order), order.getAhead(), order.getEntitlement()));
        if (order.getAction() == OrderAction.RELEASE) {
          released = order.getAt();
          liftDoubt(order.getAt());
        }
      } else if (!order.getAhead()) {
        int last = wireOrders.size() - 1;
        Hold standing = wireOrders.get(last);
        if (standing.at().equals(order.getAt())) {
          wireOrders.set(last, new Hold(standing.at(), standing.until(), false, standing.by()));
        }
      }
    }
  }

  private static @Nullable Instant until(GateOrder order) {
    return switch (order.getAction()) {
      case WITHHOLD -> Instant.MAX;
      case EMBARGO -> order.getUntil();
      default -> null;
    };
  }

  public void look(Instant now) {
    NewsItem top = accepted.isEmpty() ? null : accepted.get(accepted.size() - 1);
    if (killed || killedByHand) {
      if (shown.startsWith("PUBLISHED") && top != null && isOffPublic(top)) {
        fromBehind = shownItem();
      }
      shown = everPublic ? "CANCELED" : "nothing";
    } else if (top == null) {
      return; // as it was: never anything, or canceled
    } else if (isOffPublic(top)) {
      lookBehindAdvisory(now);
    } else if (isFree(top, now) && !isExpired(top, now)) {
      shown = "PUBLISHED " + top.getVersion();
      everPublic = true;
    } else if (shown.startsWith("PUBLISHED")) {
      shown = "WITHHELD";
    }
  }

  public String shown() {
    return shown;
  }

  private void lookBehindAdvisory(Instant now) {
    if (shown.startsWith("PUBLISHED")) {
      NewsItem item = shownItem();
      if (!isFree(item, now)) {
        shown = "WITHHELD";
        fromBehind = item;
      } else if (isExpired(item, now)) {
        shown = "WITHHELD";
      }
    } else if (fromBehind != null && isFree(fromBehind, now) && !isExpired(fromBehind, now)) {
      shown = "PUBLISHED " + fromBehind.getVersion();
    }
  }

  private NewsItem shownItem() {
    String version = shown.substring("PUBLISHED ".length());
    return accepted.stream()
        .filter(i -> i.getVersion().equals(version) && !isOffPublic(i))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private boolean mayReplace(NewsItem item, Instant now) {
    if (item.getRevision() != highest) {
      return item.getRevision() > highest;
    }
    NewsItem known =
        accepted.stream()
            .filter(i -> i.getRevision() == item.getRevision() && !isOffPublic(i))
            .reduce((earlier, later) -> later)
            .orElse(null);
    return known != null
        && !killed
        && closedUntil(item).isAfter(closedUntil(known))
        && closedUntil(item).isAfter(now);
  }

  private void kill(Instant at, boolean ahead, @Nullable Entitlement feed) {
    if (at.equals(lastKill)) {
      killCameAheadAlone &= ahead;
    }
    if (lastKill == null || at.isAfter(lastKill)) {
      lastKill = at;
      killer = feed;
      killCameAheadAlone = ahead;
      takeBack();
    }
  }

  private void takeBack() {
    killed = true;
    accepted.clear();
    fromBehind = null;
  }

  private void liftWireHold(NewsItem item) {
    if (!isWithheld(item) && !isOffPublic(item) && !wireOrders.isEmpty()) {
      Hold last = wireOrders.get(wireOrders.size() - 1);
      if (item.getVersionCreated().isAfter(last.at()) && !last.cameAheadAlone()) {
        wireOrders.add(new Hold(Instant.MIN, null, false));
      }
    }
  }

  private static boolean saysAnew(NewsItem item) {
    return (item.getSignal() == Signal.NEW || item.getSignal() == Signal.RELEASE)
        && !isWithheld(item)
        && !isOffPublic(item);
  }

  private void liftDoubt(Instant said) {
    doubted = doubted != null && said.isAfter(doubted) ? null : doubted;
  }

  private boolean isFree(NewsItem item, Instant now) {
    return doubted == null
        && !closedUntil(item).isAfter(now)
        && !standing(wireOrders).isAfter(now)
        && !standing(handOrders).isAfter(now);
  }

  private static Instant standing(List<Hold> orders) {
    if (orders.isEmpty() || orders.get(orders.size() - 1).until() == null) {
      return Instant.MIN;
    }
    return orders.get(orders.size() - 1).until();
  }

  private Instant closedUntil(NewsItem item) {
    if (released.isAfter(item.getVersionCreated())) {
      return Instant.MIN;
    }
    if (isWithheld(item)) {
      return Instant.MAX;
    }
    return item.getEmbargoedUntil() == null ? Instant.MIN : item.getEmbargoedUntil();
  }

  private static boolean isOffPublic(NewsItem item) {
    return !isWithheld(item) && "advisory".equals(item.getProfile());
  }

  private static boolean isWithheld(NewsItem item) {
    return item.getPubStatus() == PubStatus.WITHHELD || item.getSignal() == Signal.WITHHOLD;
  }

  private static boolean isExpired(NewsItem item, Instant now) {
    return item.getExpires() != null && !item.getExpires().isAfter(now);
  }
}
