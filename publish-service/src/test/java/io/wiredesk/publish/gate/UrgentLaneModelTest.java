package io.wiredesk.publish.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.publish.NewsItems;
import io.wiredesk.publish.gate.GateModelTest.Event;
import io.wiredesk.schemas.GateState;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * What overtaking may change: the same history with and without copies that came ahead, compared
 * after the last of it has come with the rest.
 */
final class UrgentLaneModelTest {

  private static final Instant LATER = NewsItems.NOON.plus(Duration.ofDays(2));

  private final Gate gate = new Gate("test", Duration.ofDays(3650));

  /** A history, and the same with copies that came ahead; both on one clock. */
  record Twice(List<Event> ordinary, List<Event> withCopies) {}

  @Property(tries = 5_000)
  void nothingIsPublicThatWouldNotBeWithoutOvertaking(@ForAll("twice") Twice twice) {
    String without = shown(play(twice.ordinary()));
    String with = shown(play(twice.withCopies()));
    if (with.startsWith("PUBLISHED")) {
      assertThat(with).isEqualTo(without);
    }
  }

  @Property(tries = 5_000)
  void revisionsAloneComeToTheSame(@ForAll("revisionsTwice") Twice twice) {
    assertThat(shown(play(twice.withCopies()))).isEqualTo(shown(play(twice.ordinary())));
  }

  /** Every event by the ordinary lane, some of them ahead as well or instead. */
  static Arbitrary<List<Event>> byAnyLane(List<Event> events) {
    return Arbitraries.integers()
        .between(0, 6)
        .list()
        .ofSize(events.size())
        .map(lags -> spread(events, lags));
  }

  private static List<Event> spread(List<Event> events, List<Integer> lags) {
    List<List<Event>> late = new ArrayList<>();
    events.forEach(event -> late.add(new ArrayList<>()));
    List<Event> all = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      int lag = lags.get(i);
      boolean goesAhead = event.hasLanes() && lag > 0;
      if (goesAhead) {
        all.add(new Event(event.secondsLater(), null, null));
        all.add(event.overtaking());
        if (lag < 6) { // 6: its copy in the ordinary lane never comes
          late.get(Math.min(i + lag, events.size() - 1)).add(now(event));
        }
      } else {
        all.add(event);
      }
      all.addAll(late.get(i));
    }
    return all;
  }

  private static Event now(Event event) {
    return new Event(0, event.item(), event.order());
  }

  @Provide
  Arbitrary<Twice> twice() {
    return happenings().flatMap(UrgentLaneModelTest::withCopies);
  }

  @Provide
  Arbitrary<Twice> revisionsTwice() {
    return happenings()
        .map(
            events ->
                events.stream()
                    .filter(event -> event.order() == null && isStory(event.item()))
                    .toList())
        .flatMap(UrgentLaneModelTest::withCopies);
  }

  /** As a line sends it: a revision says one thing, and comes after those before it. */
  private static Arbitrary<List<Event>> happenings() {
    return GateModelTest.happenings().map(UrgentLaneModelTest::inOrder);
  }

  private static List<Event> inOrder(List<Event> events) {
    List<Event> inOrder = new ArrayList<>();
    long last = 0;
    for (Event event : events) {
      NewsItem item = event.item();
      if (item == null || item.getRevision() > last) {
        inOrder.add(event);
        last = item == null ? last : item.getRevision();
      }
    }
    return inOrder;
  }

  private static boolean isStory(@Nullable NewsItem item) {
    return item == null || !isKill(item) && !Notices.isOffPublic(item);
  }

  private static boolean isKill(@Nullable NewsItem item) {
    return item != null && Notices.isKill(item);
  }

  /** Copies come anywhere before the event that they are copies of. */
  private static Arbitrary<Twice> withCopies(List<Event> events) {
    return Combinators.combine(
            Arbitraries.integers()
                .between(-events.size(), events.size())
                .list()
                .ofSize(events.size()),
            Arbitraries.just(events))
        .as(
            (places, ordinary) -> {
              List<Event> all = new ArrayList<>();
              for (int i = 0; i < ordinary.size(); i++) {
                for (int j = i; j < ordinary.size(); j++) {
                  if (places.get(j) >= 0
                      && Math.min(places.get(j), j) == i
                      && ordinary.get(j).hasLanes()) {
                    all.add(ordinary.get(j).overtaking());
                  }
                }
                all.add(ordinary.get(i));
              }
              return new Twice(ordinary, all);
            });
  }

  private @Nullable GateState play(List<Event> events) {
    Instant now = NewsItems.NOON;
    GateState state = null;
    for (Event event : events) {
      now = now.plusSeconds(event.secondsLater());
      if (state != null) {
        state = gate.tick(state, now).state();
      }
      NewsItem item = event.item();
      if (item != null) {
        state =
            (event.ahead() ? gate.receiveAhead(state, item, now) : gate.receive(state, item, now))
                .state();
      } else if (event.order() != null) {
        state = gate.obey(state, event.order(), now).state();
      }
    }
    return state == null ? null : gate.tick(state, LATER).state();
  }

  private static String shown(@Nullable GateState state) {
    PublishedItem current = state == null ? null : state.getCurrent();
    return current != null && current.getState() == PublicState.PUBLISHED
        ? "PUBLISHED " + current.getItem().getVersion()
        : "nothing";
  }
}
