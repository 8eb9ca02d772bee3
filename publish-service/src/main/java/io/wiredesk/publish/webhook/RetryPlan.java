package io.wiredesk.publish.webhook;

import java.time.Duration;
import java.util.List;

/**
 * When a call that failed is tried again. Standard Webhooks' plan goes on to gaps of a day; here
 * what follows waits in line behind a failure, so that the gaps stay at a quarter of an hour and a
 * subscriber that comes back has everything soon. Immutable.
 *
 * @param gaps before the second, third … try; the last goes on
 * @param testAfter failures of one state after which a test call tells a sick subscriber from a
 *     state that it cannot take
 * @param pauseAfter how long a subscriber may fail before its subscription is paused
 */
record RetryPlan(List<Duration> gaps, int testAfter, Duration pauseAfter) {

  static final RetryPlan STANDARD =
      new RetryPlan(
          List.of(
              Duration.ofSeconds(5),
              Duration.ofSeconds(30),
              Duration.ofMinutes(2),
              Duration.ofMinutes(5),
              Duration.ofMinutes(15)),
          5,
          Duration.ofDays(5));

  private static final Duration LONGEST_ASKED = Duration.ofHours(1);

  RetryPlan {
    gaps = List.copyOf(gaps);
  }

  /** The pause before the next try, at least what the subscriber asked for, up to an hour. */
  Duration gap(int failures, Answer answer) {
    Duration planned = gaps.get(Math.min(failures, gaps.size()) - 1);
    Duration asked = answer.retryAfter();
    if (asked == null || asked.compareTo(planned) <= 0) {
      return planned;
    }
    return asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
  }
}
