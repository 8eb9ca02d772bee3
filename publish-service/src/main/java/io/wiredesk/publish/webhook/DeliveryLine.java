package io.wiredesk.publish.webhook;

import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one subscriber gets next, and when. States go out in the order of the topic, one at a time,
 * but notices of what was taken back overtake everything: the line looks ahead for them, and a
 * state whose item was taken back meanwhile is left out. So the states of an item keep their order
 * and no copy follows its kill. A failure holds the line and nobody else's; a state that the
 * subscriber cannot take, although it takes a test call, is given up. Not thread-safe.
 */
final class DeliveryLine {

  private static final int MOST_NOTICES = 1_000;
  private static final int MOST_IN_ORDER = 100;

  private final Endpoint endpoint;
  private final RetryPlan plan;
  private final Deque<Entry> notices = new ArrayDeque<>();
  private final Deque<Entry> inOrder = new ArrayDeque<>();
  private final Map<String, Entry> takenBack = new HashMap<>();
  private final Map<Integer, Long> lookedAhead = new HashMap<>();
  private final Map<Integer, Long> done = new HashMap<>();
  private int failures;
  private @Nullable Instant failingSince;
  private @Nullable Instant nextTry;
  private @Nullable String paused;
  private @Nullable String lastError;

  /** A state and its place on the topic. */
  record Entry(int partition, long offset, PublishedItem state) {
    boolean isNotice() {
      return state.getState() != PublicState.PUBLISHED;
    }
  }

  /** The subscriber, and where goes what it cannot take. */
  interface Endpoint {
    Answer send(Entry entry, Instant now);

    Answer test(Instant now);

    void giveUp(Entry entry, String why);
  }

  DeliveryLine(Endpoint endpoint, RetryPlan plan) {
    this.endpoint = endpoint;
    this.plan = plan;
  }

  /** True while more may be read ahead. */
  boolean takesAhead() {
    return notices.size() < MOST_NOTICES;
  }

  /** True while more may be read in order. */
  boolean takesInOrder() {
    return inOrder.size() < MOST_IN_ORDER;
  }

  /** What was read ahead, in the order of its partition. */
  void ahead(Entry entry) {
    lookedAhead.put(entry.partition(), entry.offset());
    if (entry.isNotice()) {
      notices.add(entry);
      takenBack.put(entry.state().getUri(), entry);
    }
  }

  /** What was read in order. */
  void inOrder(Entry entry) {
    inOrder.add(entry);
  }

  /** What came of a step. */
  enum Step {
    /** One state is done; there may be more. */
    DONE,
    /** Nothing can be done before more is read. */
    NEEDS_MORE,
    /** Nothing is done before {@link #nextTry()}. */
    WAITS,
    /** Somebody has to resume it. */
    PAUSED
  }

  /** Does the next thing, at most one call of the subscriber and a test call. */
  Step step(Instant now) {
    if (paused != null) {
      return Step.PAUSED;
    }
    if (nextTry != null && now.isBefore(nextTry)) {
      return Step.WAITS;
    }
    Entry notice = notices.peek();
    if (notice != null) {
      return deliver(notice, notices, now);
    }
    Entry next = inOrder.peek();
    if (next == null || next.offset() > lookedAhead.getOrDefault(next.partition(), -1L)) {
      return Step.NEEDS_MORE;
    }
    if (next.isNotice() || isTakenBack(next)) { // told already
      finish(next, inOrder);
      return Step.DONE;
    }
    return deliver(next, inOrder, now);
  }

  /** Offsets by partition up to which everything is done, exclusive: what may be committed. */
  Map<Integer, Long> done() {
    return Map.copyOf(done);
  }

  /** When the subscriber is tried again; null while it does not fail. */
  @Nullable Instant nextTry() {
    return nextTry;
  }

  /** Since when it fails; null while it does not. */
  @Nullable Instant failingSince() {
    return failingSince;
  }

  /** What it last said when it failed; null while it does not. */
  @Nullable String lastError() {
    return lastError;
  }

  /** Why the line is paused; null while it is not. */
  @Nullable String paused() {
    return paused;
  }

  /** Goes on at once. */
  void resume() {
    paused = null;
    recovered();
  }

  private boolean isTakenBack(Entry entry) {
    Entry notice = takenBack.get(entry.state().getUri());
    return notice != null && notice.state().getSequence() > entry.state().getSequence();
  }

  private Step deliver(Entry entry, Deque<Entry> from, Instant now) {
    Answer answer = endpoint.send(entry, now);
    if (answer.isSuccess()) {
      recovered();
      finish(entry, from);
      return Step.DONE;
    }
    return failed(entry, from, answer, now);
  }

  private Step failed(Entry entry, Deque<Entry> from, Answer answer, Instant now) {
    failures++;
    failingSince = failingSince == null ? now : failingSince;
    lastError = answer.said();
    if (answer.status() == Answer.GONE) {
      paused = "the subscriber is gone (410)";
      return Step.PAUSED;
    }
    boolean answered = answer.status() != 0 && answer.retryAfter() == null;
    if (answered && failures >= plan.testAfter() && endpoint.test(now).isSuccess()) {
      endpoint.giveUp(entry, answer.said());
      recovered();
      finish(entry, from);
      return Step.DONE;
    }
    if (Duration.between(failingSince, now).compareTo(plan.pauseAfter()) >= 0) {
      paused = "it has failed since " + failingSince + ": " + answer.said();
      return Step.PAUSED;
    }
    nextTry = now.plus(plan.gap(failures, answer));
    return Step.WAITS;
  }

  private void recovered() {
    failures = 0;
    failingSince = null;
    nextTry = null;
    lastError = null;
  }

  private void finish(Entry entry, Deque<Entry> from) {
    from.remove();
    if (from == inOrder) {
      done.put(entry.partition(), entry.offset() + 1);
      Entry notice = takenBack.get(entry.state().getUri());
      if (notice != null
          && notice.partition() == entry.partition()
          && notice.offset() <= entry.offset()) {
        takenBack.remove(entry.state().getUri());
      }
    }
  }
}
