package io.wiredesk.publish.http;

import io.wiredesk.publish.index.Shown;
import io.wiredesk.schemas.Authority;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.PublicState;

/**
 * What an editor is told of an order at once, from what is public here: the gate decides after
 * that. An order that changes nothing says so. Stateless.
 */
final class OrderEffect {

  private OrderEffect() {}

  /** Upon an item that is, or was, public. */
  static String on(Shown shown, OrderAction action) {
    return "The item was " + shown.state() + " when the order came." + effect(shown, action);
  }

  /** Upon an item that nobody here knows as public. */
  static String onUnknown(OrderAction action) {
    return switch (action) {
      case KILL ->
          "The kill is remembered: whatever comes under this uri stays back until a release by hand.";
      case RELEASE ->
          "It lifts what was ordered by hand before; without such an order it has no effect.";
      default -> "The order is remembered and counts when the item comes.";
    };
  }

  private static String effect(Shown shown, OrderAction action) {
    if (action == OrderAction.RELEASE) {
      return ofRelease(shown);
    }
    if (shown.state() != PublicState.CANCELED) {
      boolean again = shown.state() == PublicState.WITHHELD && action != OrderAction.KILL;
      return again ? " It is back already: subscribers are told nothing new." : "";
    }
    return action == OrderAction.KILL && shown.by() != Authority.HAND
        ? " The provider's kill is told already; from now on it stands until a release by hand."
        : " It is killed already: the order has no effect now.";
  }

  private static String ofRelease(Shown shown) {
    if (shown.state() == PublicState.PUBLISHED) {
      return " There is nothing to release: the order has no effect.";
    }
    return shown.by() == Authority.WIRE
        ? " The provider took it back, and only the provider brings it back: a release by hand lifts"
            + " no more than what hands ordered."
        : "";
  }
}
