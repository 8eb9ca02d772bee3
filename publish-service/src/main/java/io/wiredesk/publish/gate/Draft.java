package io.wiredesk.publish.gate;

import io.wiredesk.schemas.Authority;
import io.wiredesk.schemas.Entitlement;
import io.wiredesk.schemas.GateState;
import io.wiredesk.schemas.Hold;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state of one uri while the gate works on it; the {@link GateState} it was made from stays as
 * it is. Used by one thread, for one decision.
 */
final class Draft {

  @Nullable Long highest;
  @Nullable NewsItem pending;
  @Nullable PublishedItem current;
  boolean killed;
  @Nullable Instant killedAt;
  @Nullable Hold wireHold;
  @Nullable Hold handHold;
  @Nullable Instant wireReleasedAt;
  @Nullable String wireReleasedBy;
  @Nullable Instant wireOrderedAt;
  @Nullable Instant handOrderedAt;
  boolean killedAhead;
  @Nullable Hold handKill;
  @Nullable Instant handKilledAt;
  @Nullable Hold doubt;
  @Nullable String owner;
  @Nullable Entitlement killedWith;
  @Nullable Entitlement wireOrderedWith;

  /** Whose word the event in hand is. */
  Authority by = Authority.WIRE;

  /** The event in hand must not have the item's headline repeated. */
  boolean withoutHeadline;

  /** A kill by hand was lifted by the event in hand. */
  boolean lifted;

  /** The event in hand came by the urgent lane; the same comes once more with the rest. */
  boolean ahead;

  static Draft of(@Nullable GateState state) {
    Draft draft = new Draft();
    if (state != null) {
      draft.highest = state.getHighestRevision();
      draft.pending = state.getPending();
      draft.current = state.getCurrent();
      draft.killed = state.getKilled();
      draft.killedAt = state.getKilledAt();
      draft.wireHold = state.getWireHold();
      draft.handHold = state.getHandHold();
      draft.wireReleasedAt = state.getWireReleasedAt();
      draft.wireReleasedBy = state.getWireReleasedBy();
      draft.wireOrderedAt = state.getWireOrderedAt();
      draft.handOrderedAt = state.getHandOrderedAt();
      draft.killedAhead = state.getKilledAhead();
      draft.handKill = state.getHandKill();
      draft.handKilledAt = state.getHandKilledAt();
      draft.doubt = state.getDoubt();
      draft.owner = state.getOwner();
      draft.killedWith = state.getKilledWith();
      draft.wireOrderedWith = state.getWireOrderedWith();
    }
    return draft;
  }

  GateState state() {
    return new GateState(
        highest,
        pending,
        current,
        killed,
        killedAt,
        wireHold,
        handHold,
        wireReleasedAt,
        wireReleasedBy,
        wireOrderedAt,
        handOrderedAt,
        killedAhead,
        handKill,
        handKilledAt,
        doubt,
        owner,
        killedWith,
        wireOrderedWith);
  }

  void saw(long revision) {
    highest = highest == null ? revision : Math.max(highest, revision);
  }

  /** Neither a revision of it nor a kill has come with the rest, or by hand. */
  boolean isUnknown() {
    return highest == null && handKilledAt == null && (killedAt == null || killedAhead);
  }

  boolean isPublic() {
    return current != null && current.getState() == PublicState.PUBLISHED;
  }

  /** What orders say, without the revision's own word. */
  Restriction orders() {
    return Restriction.of(wireHold)
        .and(Restriction.of(handHold))
        .and(Restriction.of(handKill))
        .and(Restriction.of(doubt));
  }

  /** What keeps this revision of the item from the public. */
  Restriction restriction(NewsItem item) {
    return own(item).and(orders());
  }

  /** What the revision itself says, unless the provider released the item after it was made. */
  Restriction own(NewsItem item) {
    return isReleased(item) ? Restriction.NONE : Restriction.of(item);
  }

  boolean isReleased(NewsItem item) {
    return wireReleasedAt != null
        && wireReleasedBy != null
        && wireReleasedBy.equals(item.getSource().getProvider())
        && wireReleasedAt.isAfter(item.getVersionCreated());
  }

  /** The newest revision that counts: the one that waits, else the one that is or was public. */
  @Nullable NewsItem newest() {
    if (pending != null) {
      return pending;
    }
    return current == null ? null : current.getItem();
  }

  /**
   * A sentence of ours and the provider's own reason, in which nothing may be that was never
   * public, nor the headline where it must not be repeated.
   */
  String told(String ours, String reason) {
    List<@Nullable String> secret = new ArrayList<>();
    String headline = current == null ? null : Label.known(current).getHeadline();
    if (withoutHeadline) {
      secret.add(headline);
    }
    String waiting = Label.headline(pending);
    if (!Objects.equals(waiting, headline)) {
      secret.add(waiting);
    }
    String open = PublicReason.without(reason, secret);
    boolean legal = open.isEmpty() && withoutHeadline && !reason.isEmpty();
    String told = legal ? "The provider gives a legal reason." : open;
    return told.isEmpty() ? ours : ours + " " + told;
  }

  Verdict verdict(Outcome outcome, String why) {
    return new Verdict(outcome, why, state(), null, List.of(), null);
  }
}
