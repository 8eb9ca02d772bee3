package io.wiredesk.publish.gate;

import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.GateState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.UnresolvedKill;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate decided on one event. Immutable.
 *
 * @param outcome what became of it
 * @param why one sentence for operators, without copy
 * @param state what to remember of the uri
 * @param publication the new public state, null where it stays as it is
 * @param orders for the gates of other uris
 * @param alarm what people must look at, null where nothing
 */
public record Verdict(
    Outcome outcome,
    String why,
    GateState state,
    @Nullable PublishedItem publication,
    List<GateOrder> orders,
    @Nullable Alarm alarm) {

  public Verdict {
    orders = List.copyOf(orders);
  }

  /** The same with an alarm, where it has none of its own. */
  Verdict with(@Nullable Alarm other) {
    return alarm != null || other == null
        ? this
        : new Verdict(outcome, why, state, publication, orders, other);
  }

  /**
   * Something that nobody may overlook.
   *
   * @param reason constant to count by
   * @param message one sentence
   * @param isRemembered false where the event is refused, and goes to the dead letters
   * @param kill what somebody has to decide, null where nothing
   */
  public record Alarm(
      String reason, String message, boolean isRemembered, @Nullable UnresolvedKill kill) {

    Alarm(String reason, String message, boolean isRemembered) {
      this(reason, message, isRemembered, null);
    }
  }
}
