package io.wiredesk.publish.desk;

import io.wiredesk.publish.gate.PublicCopy;
import io.wiredesk.schemas.DeskReach;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the desks are told of a public state:
 *
 * <ul>
 *   <li>a public item goes to each desk that it matches, and stays where that cannot be told;
 *   <li>a desk that has it and is not matched any more is told that it left, without its copy;
 *   <li>what is taken back is told to every desk that it ever reached, whatever their queries say
 *       and whether they still exist.
 * </ul>
 *
 * Pure and stateless.
 */
public final class Routing {

  private Routing() {}

  /** How a desk is told; names are public (metrics). */
  public enum Event {
    ENTERED,
    STAYED,
    LEFT,
    TAKEN_BACK
  }

  /**
   * A record for one desk's topic.
   *
   * @param desk name
   * @param item what its topic gets
   */
  public record Delivery(String desk, Event event, PublishedItem item) {}

  /**
   * What becomes of a public state.
   *
   * @param published the state with the names of its desks
   * @param deliveries in order of desk
   * @param reach what to remember; null where the item never reached a desk
   */
  public record Routed(
      PublishedItem published, List<Delivery> deliveries, @Nullable DeskReach reach) {
    public Routed {
      deliveries = List.copyOf(deliveries);
    }
  }

  /**
   * Routes a state.
   *
   * @param before what is remembered of the item, null where nothing
   * @param matching asked only for what is public
   */
  public static Routed route(
      @Nullable DeskReach before, PublishedItem state, Supplier<Matches> matching) {
    DeskReach known = before == null ? new DeskReach(List.of(), List.of()) : before;
    return state.getState() == PublicState.PUBLISHED
        ? published(known, state, matching.get())
        : takenBack(known, state);
  }

  /**
   * Tells the desks that the file no longer has, of an item that nothing else happens to.
   *
   * @param current its public state
   */
  public static Routed withdraw(DeskReach before, PublishedItem current, List<String> removed) {
    SortedSet<String> on = new TreeSet<>(before.getOn());
    List<Delivery> deliveries = new ArrayList<>();
    for (String desk : new TreeSet<>(removed)) {
      if (on.remove(desk)) {
        deliveries.add(left(desk, current, REMOVED));
      }
    }
    return new Routed(current, deliveries, new DeskReach(List.copyOf(on), before.getReached()));
  }

  private static final String REMOVED = "The desk is no longer in the desks' file.";

  private static Routed published(DeskReach before, PublishedItem state, Matches matches) {
    SortedSet<String> on = new TreeSet<>(matches.queries().keySet());
    List<Delivery> deliveries = new ArrayList<>();
    before.getOn().stream().filter(matches::isUndecided).forEach(on::add);
    SortedSet<String> told = new TreeSet<>(before.getOn());
    told.addAll(on);
    for (String desk : told) {
      if (on.contains(desk)) {
        Event event = before.getOn().contains(desk) ? Event.STAYED : Event.ENTERED;
        deliveries.add(new Delivery(desk, event, on(desk, state, matches.queries().get(desk))));
      } else {
        deliveries.add(
            left(
                desk,
                state,
                matches.isRemoved(desk) ? REMOVED : "No longer matches the desk's query."));
      }
    }
    List<String> names = List.copyOf(on);
    PublishedItem published = with(state, names, null);
    return new Routed(published, deliveries, reach(names, union(before.getReached(), names)));
  }

  private static Routed takenBack(DeskReach before, PublishedItem state) {
    List<String> reached = before.getReached();
    List<Delivery> deliveries =
        reached.stream()
            .map(desk -> new Delivery(desk, Event.TAKEN_BACK, on(desk, state, null)))
            .toList();
    boolean forGood = state.getState() == PublicState.CANCELED;
    return new Routed(
        with(state, reached, null),
        deliveries,
        reach(forGood ? List.of() : before.getOn(), reached));
  }

  private static @Nullable DeskReach reach(List<String> on, List<String> reached) {
    return reached.isEmpty() ? null : new DeskReach(on, reached);
  }

  private static List<String> union(List<String> some, List<String> others) {
    SortedSet<String> all = new TreeSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  private static PublishedItem on(String desk, PublishedItem state, @Nullable String query) {
    return with(state, List.of(desk), query);
  }

  private static Delivery left(String desk, PublishedItem state, String reason) {
    PublishedItem item = on(desk, state, null);
    NewsItem stripped = PublicCopy.stripped(state.getItem(), state.getItem().getPubStatus());
    item.setItem(stripped);
    item.setState(PublicState.LEFT);
    item.setReason(reason);
    item.setChange(null);
    item.setTakenBack(null); // it is still public
    return new Delivery(desk, Event.LEFT, item);
  }

  /** A shallow copy: the item itself may be large and have many desks. */
  private static PublishedItem with(
      PublishedItem state, List<String> desks, @Nullable String query) {
    return new PublishedItem(
        state.getUri(),
        state.getState(),
        state.getReason(),
        state.getItem(),
        state.getSequence(),
        state.getPreviousVersion(),
        state.getChange(),
        state.getReleasedAt(),
        desks,
        query,
        state.getTakenBack());
  }
}
