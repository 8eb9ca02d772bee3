package io.wiredesk.publish.gate;

import io.wiredesk.schemas.GateState;
import io.wiredesk.schemas.Hold;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import java.time.Instant;
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
        killedAhead);
  }

  void saw(long revision) {
    highest = highest == null ? revision : Math.max(highest, revision);
  }

  /** Neither a revision of it nor a kill has come with the rest. */
  boolean isUnknown() {
    return highest == null && (killedAt == null || killedAhead);
  }

  boolean isPublic() {
    return current != null && current.getState() == PublicState.PUBLISHED;
  }

  /** What orders say, without the revision's own word. */
  Restriction orders() {
    return Restriction.of(wireHold).and(Restriction.of(handHold));
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

  Verdict verdict(Outcome outcome, String why) {
    return new Verdict(outcome, why, state(), null, java.util.List.of(), null);
  }
}
