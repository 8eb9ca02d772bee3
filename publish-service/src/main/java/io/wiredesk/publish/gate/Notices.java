package io.wiredesk.publish.gate;

import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What an item is for, beside a story: a kill, a notice about other items, an advisory, a test. */
final class Notices {

  private static final Set<String> OFF_PUBLIC = Set.of("advisory", "test");

  private Notices() {}

  static boolean isKill(NewsItem item) {
    return item.getPubStatus() == PubStatus.CANCELED || item.getSignal() == Signal.CANCEL;
  }

  /** By status, or by what the wire's text said. */
  static boolean isWithheld(NewsItem item) {
    return item.getPubStatus() != PubStatus.USABLE || item.getSignal() == Signal.WITHHOLD;
  }

  static boolean isTest(NewsItem item) {
    return item.getSignal() == Signal.TEST || hasProfile(item, "test");
  }

  /**
   * Messages to editors stay off the public topic (ninjs profile, or what the wire's text said).
   */
  static boolean isOffPublic(NewsItem item) {
    return item.getSignal() == Signal.ADVISORY
        || item.getSignal() == Signal.TEST
        || OFF_PUBLIC.stream().anyMatch(profile -> hasProfile(item, profile));
  }

  /** Other items that it acts on. */
  static Stream<String> targets(NewsItem item) {
    return item.getActsOn().stream()
        .filter(uri -> !uri.isBlank() && !uri.equals(item.getUri()))
        .distinct();
  }

  /** Orders for the items it names, none for a test; {@code ahead} where it came ahead itself. */
  static List<GateOrder> orders(NewsItem item, OrderAction action, boolean ahead) {
    return isTest(item)
        ? List.of()
        : targets(item).map(uri -> order(uri, action, item, ahead)).toList();
  }

  static GateOrder order(String target, OrderAction action, NewsItem by, boolean ahead) {
    return GateOrder.newBuilder()
        .setUri(target)
        .setAction(action)
        .setBy(by.getUri())
        .setProvider(by.getSource().getProvider())
        .setEntitlement(by.getSource().getEntitlement())
        .setAt(by.getVersionCreated())
        .setAhead(ahead)
        .setReason(action == OrderAction.CORRECTED ? "" : PublicReason.of(by))
        .setWithoutHeadline(action != OrderAction.CORRECTED && PublicReason.isLegal(by))
        .setUntil(action == OrderAction.RELEASE ? by.getEmbargoedUntil() : null)
        .build();
  }

  private static boolean hasProfile(NewsItem item, String profile) {
    return item.getProfile() != null
        && item.getProfile().strip().toLowerCase(Locale.ROOT).equals(profile);
  }
}
