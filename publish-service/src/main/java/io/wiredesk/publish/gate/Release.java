package io.wiredesk.publish.gate;

import io.wiredesk.publish.revision.Changes;
import io.wiredesk.schemas.Change;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.GateState;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.TakenBack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings the public state into line with what is known: the one place where something becomes
 * public or is taken back, whatever event led there. Immutable.
 *
 * @param keepCopy how long the copy of a public item is kept to compare the next revision with
 */
record Release(Duration keepCopy) {

  /** Longest text and bodies, in UTF-16 code units, that are kept to compare the next with. */
  static final int LONGEST_KEPT_COPY = 1_000_000;

  /** Publishes, holds or retracts, as restrictions and times say at {@code now}. */
  Verdict settle(Draft draft, Instant now) {
    NewsItem waiting = draft.pending;
    if (waiting != null) {
      Restriction restriction = draft.restriction(waiting);
      if (restriction.holdsAt(now)) {
        return hold(draft, waiting, restriction, now);
      }
      draft.pending = null;
      return isExpired(waiting, now) ? expire(draft, waiting, now) : publish(draft, waiting, now);
    }
    PublishedItem current = draft.current;
    if (current == null || !draft.isPublic()) {
      return draft.verdict(Outcome.UNCHANGED, "Nothing was due.");
    }
    Restriction orders = draft.orders();
    if (orders.holdsAt(now)) { // its copy is no longer kept: it comes back with its next revision
      return retract(draft, current.getItem(), orders.why(), now);
    }
    if (isExpired(current.getItem(), now)) {
      return expire(draft, current.getItem(), now);
    }
    return forget(draft, current, now);
  }

  /** The instant at which {@link #settle} next has something to do by itself. */
  Optional<Instant> due(GateState state) {
    Draft draft = Draft.of(state);
    Instant due = Instant.MAX;
    NewsItem waiting = draft.pending;
    if (waiting != null) {
      due = draft.restriction(waiting).until();
    } else if (draft.current != null && draft.isPublic()) {
      NewsItem item = draft.current.getItem();
      Instant expires = item.getExpires();
      due = PublicCopy.isWhole(item) ? draft.current.getReleasedAt().plus(keepCopy) : due;
      due = expires != null && expires.isBefore(due) ? expires : due;
    }
    return due.equals(Instant.MAX) ? Optional.empty() : Optional.of(due);
  }

  /** Takes it back for good; nothing goes out where nothing was ever public. */
  Verdict cancel(Draft draft, @Nullable NewsItem killer, String reason, Instant now) {
    boolean waited = draft.pending != null;
    draft.pending = null;
    draft.killed = true;
    return takeBack(draft, killer, waited, reason, now);
  }

  /** The same by hand: what waits goes on waiting, and is public again when a hand releases it. */
  Verdict cancelByHand(Draft draft, String reason, Instant now) {
    return takeBack(draft, null, draft.pending != null, reason, now);
  }

  private Verdict takeBack(
      Draft draft, @Nullable NewsItem killer, boolean waited, String reason, Instant now) {
    PublishedItem current = draft.current;
    if (current == null) {
      return draft.verdict(Outcome.KILLED_UNSEEN, reason);
    }
    if (current.getState() == PublicState.CANCELED && !mustUnsay(draft)) {
      return draft.verdict(
          waited ? Outcome.KILLED_UNSEEN : Outcome.DUPLICATE, "Is canceled already.");
    }
    NewsItem base = killer == null ? current.getItem() : killer;
    return goPublic(
        draft,
        state(draft, PublicState.CANCELED, PublicCopy.stripped(base, PubStatus.CANCELED), now)
            .setReason(reason)
            .setChange(Changes.note("canceled"))
            .build(),
        Outcome.CANCELED);
  }

  /**
   * Where the item is taken back already and its headline was told with that, tells it once more
   * without; else {@code verdict}.
   */
  Verdict unsaid(Draft draft, Verdict verdict, Instant now) {
    PublishedItem current = draft.current;
    if (current == null || draft.isPublic() || !mustUnsay(draft)) {
      return verdict;
    }
    return goPublic(
        draft,
        state(draft, current.getState(), current.getItem(), now)
            .setReason(current.getReason())
            .setChange(current.getChange())
            .build(),
        Outcome.NOTED);
  }

  private static boolean mustUnsay(Draft draft) {
    TakenBack told = draft.current == null ? null : draft.current.getTakenBack();
    return draft.withoutHeadline && told != null && told.getHeadline() != null;
  }

  /** Tells subscribers that another item corrects this one; its copy stays as it is. */
  Verdict corrected(Draft draft, String by, Instant now) {
    PublishedItem current = draft.current;
    if (current == null || !draft.isPublic() || !PublicCopy.isWhole(current.getItem())) {
      return draft.verdict(Outcome.NOTED, "Corrected by " + by + ", but not public now.");
    }
    return goPublic(
        draft,
        state(draft, PublicState.PUBLISHED, current.getItem(), now)
            .setChange(Changes.note("corrected by " + by))
            .build(),
        Outcome.PUBLISHED);
  }

  private Verdict hold(Draft draft, NewsItem waiting, Restriction restriction, Instant now) {
    if (draft.isPublic()) {
      return retract(draft, waiting, draft.told(restriction.why(), reason(waiting)), now);
    }
    if (draft.handKill != null) {
      return draft.verdict(
          Outcome.STAYS_KILLED,
          "Killed by hand, by " + draft.handKill.getBy() + ": only a release by hand undoes it.");
    }
    return draft.verdict(
        restriction.isForGood() ? Outcome.HELD_WITHHELD : Outcome.HELD_UNTIL, restriction.why());
  }

  /** The provider's own, of a revision that it withholds. */
  private static String reason(NewsItem waiting) {
    return Notices.isWithheld(waiting) ? PublicReason.of(waiting) : "";
  }

  private Verdict expire(Draft draft, NewsItem item, Instant now) {
    String why = "Expired at " + item.getExpires() + ", by the provider's own date.";
    return draft.isPublic() ? retract(draft, item, why, now) : draft.verdict(Outcome.EXPIRED, why);
  }

  private Verdict retract(Draft draft, NewsItem item, String why, Instant now) {
    return goPublic(
        draft,
        state(draft, PublicState.WITHHELD, PublicCopy.stripped(item, PubStatus.WITHHELD), now)
            .setReason(why)
            .setChange(Changes.note("withheld"))
            .build(),
        Outcome.RETRACTED);
  }

  private Verdict publish(Draft draft, NewsItem item, Instant now) {
    NewsItem copy = PublicCopy.released(item, now);
    if (draft.isReleased(item) && Restriction.of(item).holdsAt(now)) {
      copy.setPubStatus(PubStatus.USABLE);
      copy.setEmbargoedUntil(null);
      copy.setSignal(Signal.RELEASE);
    }
    PublishedItem next =
        state(draft, PublicState.PUBLISHED, copy, now).setChange(change(draft, copy)).build();
    Verdict verdict = goPublic(draft, next, Outcome.PUBLISHED);
    return new Verdict(
        verdict.outcome(),
        verdict.why(),
        verdict.state(),
        verdict.publication(),
        corrections(item),
        null);
  }

  private static @Nullable Change change(Draft draft, NewsItem now) {
    PublishedItem before = draft.current;
    if (before == null) {
      return null;
    }
    return switch (before.getState()) {
      case CANCELED ->
          Changes.note((draft.lifted ? "released" : "issued anew") + " after its cancellation");
      case WITHHELD, LEFT -> Changes.note("public again"); // LEFT is of desks, never of the gate
      case PUBLISHED ->
          PublicCopy.isWhole(before.getItem())
              ? Changes.between(before.getItem(), now)
              : Changes.note("new version");
    };
  }

  /**
   * A correction that is an item of its own tells so to the items it corrects, once it is public.
   */
  private static List<GateOrder> corrections(NewsItem item) {
    if (item.getSignal() != Signal.CORRECTION) {
      return List.of();
    }
    return Notices.targets(item)
        .map(uri -> Notices.order(uri, OrderAction.CORRECTED, item, false))
        .toList();
  }

  private static Verdict goPublic(Draft draft, PublishedItem next, Outcome outcome) {
    PublishedItem kept = next;
    if (length(next.getItem()) > LONGEST_KEPT_COPY) {
      kept = withoutCopy(next);
    }
    draft.current = kept;
    String why = next.getReason() == null ? "Public." : next.getReason();
    return new Verdict(outcome, why, draft.state(), next, List.of(), null);
  }

  private Verdict forget(Draft draft, PublishedItem current, Instant now) {
    if (now.isBefore(current.getReleasedAt().plus(keepCopy))) {
      return draft.verdict(Outcome.UNCHANGED, "Nothing was due.");
    }
    draft.current = withoutCopy(current);
    return draft.verdict(Outcome.UNCHANGED, "Old: its copy is no longer kept here.");
  }

  private static PublishedItem withoutCopy(PublishedItem published) {
    NewsItem item = PublicCopy.stripped(published.getItem(), PubStatus.USABLE);
    item.setExpires(published.getItem().getExpires());
    PublishedItem copy = PublishedItem.newBuilder(published).setItem(item).build();
    copy.setChange(null);
    copy.setTakenBack(Label.known(published));
    return copy;
  }

  private static int length(NewsItem item) {
    return item.getText().length()
        + item.getBodies().stream().mapToInt(body -> body.getValue().length()).sum();
  }

  private static PublishedItem.Builder state(
      Draft draft, PublicState state, NewsItem item, Instant now) {
    PublishedItem before = draft.current;
    String previous = null;
    if (before != null) {
      previous =
          before.getState() == PublicState.PUBLISHED
              ? before.getItem().getVersion()
              : before.getPreviousVersion();
    }
    return PublishedItem.newBuilder()
        .setUri(item.getUri())
        .setState(state)
        .setItem(item)
        .setSequence(before == null ? 1 : before.getSequence() + 1)
        .setPreviousVersion(previous)
        .setTakenBack(
            before == null || state == PublicState.PUBLISHED
                ? null
                : Label.of(before, draft.by, draft.withoutHeadline))
        .setReleasedAt(now);
  }

  private static boolean isExpired(NewsItem item, Instant now) {
    Instant expires = item.getExpires();
    return expires != null && !expires.isAfter(now);
  }
}
