package io.wiredesk.publish.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.publish.NewsItems;
import io.wiredesk.schemas.Authority;
import io.wiredesk.schemas.Entitlement;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.GateState;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * The gate against the reference model, over random histories of one uri, in which anything may
 * come by the urgent lane, earlier than with the rest, or by one of the two lanes alone.
 */
final class GateModelTest {

  /** Who gives an order; what one hand did the other does not undo. */
  enum Hand {
    EDITOR,
    WIRE,
    DOUBT
  }

  /** Later than anything that a history orders or makes. */
  private static final Instant LAST = NewsItems.NOON.plus(Duration.ofDays(2));

  private static final Instant LATER = LAST.plusSeconds(1);

  private final Gate gate = new Gate("test", Duration.ofDays(3650));

  /** One thing that happens, some seconds after the one before. */
  record Event(
      long secondsLater, @Nullable NewsItem item, @Nullable GateOrder order, boolean ahead) {

    Event(long secondsLater, @Nullable NewsItem item, @Nullable GateOrder order) {
      this(secondsLater, item, order, false);
    }

    /** The same by the urgent lane; an editor's orders and the clock have no lane. */
    Event overtaking() {
      if (order != null && !order.getByHand()) {
        return new Event(0, null, GateOrder.newBuilder(order).setAhead(true).build(), true);
      }
      return item == null ? this : new Event(0, item, null, true);
    }

    boolean isByHand() {
      return order != null && order.getByHand();
    }

    /** The same over a feed; an editor has none. */
    Event over(@Nullable Entitlement feed) {
      if (item != null) {
        NewsItem sent = NewsItem.newBuilder(item).build();
        sent.getSource().setEntitlement(feed);
        return new Event(secondsLater, sent, null, ahead);
      }
      return order == null || order.getByHand()
          ? this
          : new Event(
              secondsLater, null, GateOrder.newBuilder(order).setEntitlement(feed).build(), ahead);
    }

    /** For whom its feed speaks, for people. */
    private String feed() {
      Entitlement feed =
          item != null
              ? item.getSource().getEntitlement()
              : order == null ? null : order.getEntitlement();
      return feed == null ? "" : " over " + feed.getFeed();
    }

    /** Stories, and what takes copy back; other notices and orders go with the rest. */
    boolean hasLanes() {
      return item != null
          ? Notices.isKill(item) || Notices.isWithheld(item) || !Notices.isOffPublic(item)
          : (order != null
              && !order.getByHand()
              && order.getAuthority() != Authority.DOUBT
              && (order.getAction() == OrderAction.KILL
                  || order.getAction() == OrderAction.WITHHOLD));
    }

    @Override
    public String toString() {
      String lane = (ahead ? " ahead" : "") + feed();
      if (item != null) {
        return lane
            + "+%ds v%s %s %s embargo %s made %s expires %s %s"
                .formatted(
                    secondsLater,
                    item.getVersion(),
                    item.getSignal(),
                    item.getPubStatus(),
                    item.getEmbargoedUntil(),
                    item.getVersionCreated(),
                    item.getExpires(),
                    item.getProfile());
      }
      return order == null
          ? "+" + secondsLater + "s"
          : lane
              + "+%ds order %s %s at %s until %s"
                  .formatted(
                      secondsLater,
                      order.getAction(),
                      order.getByHand() ? "by hand" : "by wire " + order.getAuthority(),
                      order.getAt(),
                      order.getUntil());
    }
  }

  @Property(tries = 10_000)
  void agreesWithReferenceModel(@ForAll("histories") List<Event> history) {
    playBoth(history);
  }

  /** The same where feeds have providers, and some send what is not theirs. */
  @Property(tries = 10_000)
  void agreesWithReferenceModelWhoeverSends(@ForAll("historiesOfFeeds") List<Event> history) {
    playBoth(history);
  }

  /** Once the uri has an owner, nothing that a stranger sends changes what is public. */
  @Property(tries = 10_000)
  void whatAStrangerSendsChangesNothing(
      @ForAll("histories") List<Event> before, @ForAll("histories") List<Event> strangers) {
    GateState state = null;
    Instant now = NewsItems.NOON;
    for (Event event : before) {
      now = now.plusSeconds(event.secondsLater());
      state = happen(state, event.over(feed("a", List.of("A"), List.of())), now);
    }
    if (state == null || !"A".equals(state.getOwner())) {
      return;
    }
    for (Event event : strangers) {
      if (!event.isByHand()) {
        Event strange = new Event(0, event.item(), event.order(), event.ahead());
        GateState after = happen(state, strange.over(feed("b", List.of("B"), List.of())), now);
        assertThat(after).as("after " + event).isEqualTo(gate.tick(state, now).state());
      }
    }
  }

  private void playBoth(List<Event> history) {
    ReferenceModel model = new ReferenceModel();
    long newest = 0;
    Instant now = NewsItems.NOON;
    GateState state = null;
    for (Event event : history) {
      GateState before = state;
      now = now.plusSeconds(event.secondsLater());
      if (state != null) {
        state = keepsPromises(gate.tick(state, now), state, now);
      }
      model.look(now);
      if (event.item() != null) {
        state = keepsPromises(receive(state, event, now), state, now);
        model.receive(event.item(), event.ahead(), now);
      } else if (event.order() != null) {
        state = keepsPromises(gate.obey(state, event.order(), now), state, now);
        model.obey(event.order(), now);
      }
      assertThat(shown(state)).as("after " + event).isEqualTo(model.shown());
      if (!event.isByHand()) {
        assertThat(byHand(state))
            .as("what hands ordered, after " + event)
            .isEqualTo(byHand(before));
      }
      assertThat(publicRevision(state, newest)).isGreaterThanOrEqualTo(newest);
      newest = publicRevision(state, newest);
    }
  }

  /** Whatever was, and whatever the wire sends then: only a hand undoes what a hand did. */
  @Property(tries = 10_000)
  void whatAHandKilledNothingFromTheWireBringsBack(
      @ForAll("histories") List<Event> before, @ForAll("histories") List<Event> after) {
    Event kill = new Event(1, null, order(OrderAction.KILL, Hand.EDITOR, LAST, LAST));
    GateState state = null;
    Instant now = NewsItems.NOON;
    for (Event event : before) {
      now = now.plusSeconds(event.secondsLater());
      state = happen(state, event, now);
    }
    state = happen(state, kill, now);
    for (Event event : after) {
      now = now.plusSeconds(event.secondsLater());
      state = event.isByHand() ? state : happen(state, event, now);
      assertThat(shown(state)).as("after " + event).isIn("nothing", "CANCELED");
    }
    state =
        happen(
            state, new Event(1, null, order(OrderAction.RELEASE, Hand.EDITOR, LATER, LATER)), now);
    boolean ahead =
        state.getKilledAhead() || (state.getWireHold() != null && state.getWireHold().getAhead());
    NewsItem anew = item(1_000, Signal.NEW, PubStatus.USABLE, null, LATER);
    state = happen(state, new Event(1, anew, null), now);
    if (!ahead) { // else it waits for what came by the urgent lane alone
      assertThat(shown(state)).isEqualTo("PUBLISHED 1000");
    }
  }

  private @Nullable GateState happen(@Nullable GateState state, Event event, Instant now) {
    GateState ticked = state == null ? null : gate.tick(state, now).state();
    if (event.item() != null) {
      return receive(ticked, event, now).state();
    }
    return event.order() == null ? ticked : gate.obey(ticked, event.order(), now).state();
  }

  private static List<@Nullable Object> byHand(@Nullable GateState state) {
    return state == null
        ? java.util.Arrays.asList(null, null, null, null)
        : java.util.Arrays.asList(
            state.getHandKill(),
            state.getHandKilledAt(),
            state.getHandHold(),
            state.getHandOrderedAt());
  }

  private Verdict receive(@Nullable GateState state, Event event, Instant now) {
    return event.ahead()
        ? gate.receiveAhead(state, event.item(), now)
        : gate.receive(state, event.item(), now);
  }

  private static long publicRevision(@Nullable GateState state, long otherwise) {
    PublishedItem current = state == null ? null : state.getCurrent();
    return current != null && current.getState() == PublicState.PUBLISHED
        ? current.getItem().getRevision()
        : otherwise;
  }

  /** What no state of the world may break, checked on each verdict. */
  private GateState keepsPromises(Verdict verdict, @Nullable GateState before, Instant now) {
    assertThat(gate.due(verdict.state()).filter(due -> !due.isAfter(now))).isEmpty();
    PublishedItem out = verdict.publication();
    if (out == null) {
      PublishedItem current = before == null ? null : before.getCurrent();
      assertThat(verdict.state().getCurrent()).isSameAs(current);
      return verdict.state();
    }
    long last =
        before == null || before.getCurrent() == null ? 0 : before.getCurrent().getSequence();
    assertThat(out.getSequence()).isEqualTo(last + 1);
    assertThat(out.toString()).doesNotContain(NewsItems.PRIVATE);
    if (out.getState() == PublicState.PUBLISHED) {
      Instant embargo = out.getItem().getEmbargoedUntil();
      assertThat(embargo == null || !embargo.isAfter(now)).isTrue();
      assertThat(out.getItem().getPubStatus()).isEqualTo(PubStatus.USABLE);
      assertThat(out.getReason()).isNull();
    } else {
      assertThat(NewsItems.withoutLabel(out)).doesNotContain(NewsItems.COPY);
      assertThat(out.getTakenBack().getHeadline())
          .isIn(null, Label.known(before.getCurrent()).getHeadline());
      assertThat(out.getReason()).isNotBlank();
    }
    return verdict.state();
  }

  private static String shown(@Nullable GateState state) {
    if (state == null || state.getCurrent() == null) {
      return "nothing";
    }
    PublishedItem current = state.getCurrent();
    return current.getState() == PublicState.PUBLISHED
        ? "PUBLISHED " + current.getItem().getVersion()
        : current.getState().name();
  }

  @Provide
  Arbitrary<List<Event>> histories() {
    return happenings().flatMap(UrgentLaneModelTest::byAnyLane);
  }

  /** What comes over four feeds: one without a provider, two of two providers, one that kills. */
  @Provide
  Arbitrary<List<Event>> historiesOfFeeds() {
    List<@Nullable Entitlement> feeds =
        java.util.Arrays.asList(
            null,
            feed("a", List.of("A"), List.of()),
            feed("b", List.of("B"), List.of()),
            feed("k", List.of("B"), List.of("A")));
    return happenings()
        .flatMap(
            events ->
                Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(0)),
                        net.jqwik.api.Tuple.of(4, Arbitraries.just(1)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(2)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(3)))
                    .list()
                    .ofSize(events.size())
                    .map(
                        over -> {
                          List<Event> sent = new java.util.ArrayList<>();
                          for (int i = 0; i < events.size(); i++) {
                            sent.add(events.get(i).over(feeds.get(over.get(i))));
                          }
                          return sent;
                        }))
        .flatMap(UrgentLaneModelTest::byAnyLane);
  }

  private static Entitlement feed(String name, List<String> speaksFor, List<String> killsFor) {
    return new Entitlement(name, speaksFor, killsFor, java.util.Map.of());
  }

  /** What happens, by the ordinary lane alone. */
  static Arbitrary<List<Event>> happenings() {
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(8, revisions()),
            net.jqwik.api.Tuple.of(2, kills()),
            net.jqwik.api.Tuple.of(3, orders()),
            net.jqwik.api.Tuple.of(
                3, Arbitraries.longs().between(0, 5_000).map(s -> new Event(s, null, null))))
        .list()
        .ofMinSize(1)
        .ofMaxSize(24);
  }

  private static Arbitrary<Event> revisions() {
    return Combinators.combine(
            seconds(),
            Arbitraries.integers().between(1, 10),
            Arbitraries.of(
                Signal.NEW,
                Signal.UPDATE,
                Signal.UPDATE,
                Signal.CORRECTION,
                Signal.RELEASE,
                Signal.WITHHOLD),
            Arbitraries.of(
                PubStatus.USABLE, PubStatus.USABLE, PubStatus.USABLE, PubStatus.WITHHELD),
            times().injectNull(0.5),
            times())
        .as(
            (later, version, signal, status, embargo, made) ->
                new Event(later, item(version, signal, status, embargo, made), null));
  }

  /**
   * Profile and expiry hang on the version, so that equal versions differ in restrictions alone.
   */
  private static NewsItem item(
      int version, Signal signal, PubStatus status, @Nullable Instant embargo, Instant made) {
    NewsItem item =
        NewsItems.story(version)
            .setSignal(signal)
            .setPubStatus(status)
            .setVersionCreated(made)
            .build();
    item.setEmbargoedUntil(embargo);
    item.setProfile(version % 5 == 4 ? "advisory" : null);
    item.setExpires(version % 5 == 3 ? NewsItems.NOON.plusSeconds(1_000L * version) : null);
    return item;
  }

  private static Arbitrary<Event> kills() {
    return Combinators.combine(seconds(), Arbitraries.integers().between(1, 10), times())
        .as(
            (later, version, made) -> {
              NewsItem kill = NewsItems.kill(version);
              kill.setVersionCreated(made);
              return new Event(later, kill, null);
            });
  }

  private static Arbitrary<Event> orders() {
    return Combinators.combine(
            seconds(),
            Arbitraries.of(
                OrderAction.KILL,
                OrderAction.WITHHOLD,
                OrderAction.EMBARGO,
                OrderAction.RELEASE,
                OrderAction.RELEASE),
            Arbitraries.of(Hand.values()),
            times(),
            times())
        .as(
            (later, action, hand, at, until) ->
                new Event(later, null, order(action, hand, at, until)));
  }

  private static GateOrder order(OrderAction action, Hand hand, Instant at, Instant until) {
    boolean doubt = hand == Hand.DOUBT;
    return GateOrder.newBuilder()
        .setUri(NewsItems.URI)
        .setAction(doubt ? OrderAction.WITHHOLD : action)
        .setAuthority(doubt ? Authority.DOUBT : null)
        .setBy(hand == Hand.EDITOR ? "Editor" : "urn:test:notice")
        .setByHand(hand == Hand.EDITOR)
        .setProvider("AGY")
        .setAt(at)
        .setUntil(action == OrderAction.EMBARGO && !doubt ? until : null)
        .setReason("")
        .build();
  }

  private static Arbitrary<Long> seconds() {
    return Arbitraries.longs().between(0, 1_200);
  }

  private static Arbitrary<Instant> times() {
    return Arbitraries.longs().between(-600, 15_000).map(NewsItems.NOON::plusSeconds);
  }
}
