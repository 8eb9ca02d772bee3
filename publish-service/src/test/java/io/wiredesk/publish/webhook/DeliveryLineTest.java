package io.wiredesk.publish.webhook;

import static io.wiredesk.publish.NewsItems.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.publish.Published;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Promise: a subscriber that was away gets every state that still stands, in the order of each
 * item, notices of kills first; what it cannot take harms nothing else.
 */
class DeliveryLineTest {

  private final Fake fake = new Fake();
  private final DeliveryLine line = new DeliveryLine(fake, RetryPlan.STANDARD);
  private final List<DeliveryLine.Entry> topic = new ArrayList<>();
  private Instant now = NOON;
  private int read;

  @Test
  void aNoticeOvertakesAndTheCopyBehindItIsNotSent() {
    add("a", 1, PublicState.PUBLISHED);
    add("b", 1, PublicState.PUBLISHED);
    add("b", 2, PublicState.CANCELED);
    add("c", 1, PublicState.PUBLISHED);
    run(Duration.ofHours(1));
    assertThat(fake.sent).containsExactly("b 2", "a 1", "c 1");
  }

  @Test
  void whatIsReleasedAfterItWasTakenBackFollowsItsNotice() {
    add("a", 1, PublicState.PUBLISHED);
    add("a", 2, PublicState.WITHHELD);
    add("a", 3, PublicState.PUBLISHED);
    run(Duration.ofHours(1));
    assertThat(fake.sent).containsExactly("a 2", "a 3");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aSubscriberThatIsDownForADayGetsEverything(long seed) {
    Random random = new Random(seed);
    Map<String, Long> sequences = new HashMap<>();
    for (int i = 0; i < 2_000; i++) {
      String uri = "item-" + random.nextInt(700);
      long sequence = sequences.merge(uri, 1L, Long::sum);
      boolean back = sequence > 1 && random.nextInt(4) == 0;
      add(uri, sequence, back ? PublicState.CANCELED : PublicState.PUBLISHED);
    }
    fake.downUntil = NOON.plus(Duration.ofDays(1));
    run(Duration.ofDays(2));
    assertThat(fake.givenUp).isEmpty();
    assertThat(line.done()).containsEntry(0, 2_000L);
    checkOrder(sequences);
    int firstCopy = fake.kinds.indexOf(PublicState.PUBLISHED);
    assertThat(fake.kinds.subList(firstCopy, fake.kinds.size()))
        .as("every notice comes before the first copy")
        .containsOnly(PublicState.PUBLISHED);
  }

  /** The last state of every item was sent, and no item's states went backwards. */
  private void checkOrder(Map<String, Long> sequences) {
    Map<String, Long> last = new HashMap<>();
    for (String sent : fake.sent) {
      String uri = sent.split(" ")[0];
      long sequence = Long.parseLong(sent.split(" ")[1]);
      assertThat(last.getOrDefault(uri, 0L)).isLessThan(sequence);
      last.put(uri, sequence);
    }
    assertThat(last).isEqualTo(sequences);
  }

  @Test
  void aStateThatTheSubscriberCannotTakeIsGivenUpAndTheOthersFollow() {
    add("a", 1, PublicState.PUBLISHED);
    add("poison", 1, PublicState.PUBLISHED);
    add("c", 1, PublicState.PUBLISHED);
    fake.poison = "poison";
    run(Duration.ofHours(1));
    assertThat(fake.givenUp).containsExactly("poison 1");
    assertThat(fake.sent).containsExactly("a 1", "c 1");
  }

  @Test
  void aSubscriberThatIsGoneIsPausedAndGoesOnWhenResumed() {
    add("a", 1, PublicState.PUBLISHED);
    fake.status = 410;
    run(Duration.ofHours(1));
    assertThat(line.paused()).contains("410");
    assertThat(fake.calls).isEqualTo(1);
    fake.status = 200;
    line.resume();
    line.step(now);
    assertThat(fake.sent).containsExactly("a 1");
  }

  @Test
  void aSubscriberThatFailsForDaysIsPaused() {
    add("a", 1, PublicState.PUBLISHED);
    fake.downUntil = NOON.plus(Duration.ofDays(30));
    run(Duration.ofDays(7));
    assertThat(line.paused()).contains("since 2026-03-01T12:00:00Z");
    assertThat(line.done()).isEmpty();
  }

  @Test
  void retryAfterIsWaitedFor() {
    add("a", 1, PublicState.PUBLISHED);
    fake.status = 429;
    fake.retryAfter = Duration.ofMinutes(7);
    look();
    line.inOrder(topic.get(0));
    line.step(now);
    assertThat(line.nextTry()).isEqualTo(NOON.plus(Duration.ofMinutes(7)));
  }

  @Test
  void whatWasNotLookedAtIsNotSent() {
    add("a", 1, PublicState.PUBLISHED);
    line.inOrder(topic.get(0));
    assertThat(line.step(now)).isEqualTo(DeliveryLine.Step.NEEDS_MORE);
    assertThat(fake.sent).isEmpty();
  }

  private void add(String uri, long sequence, PublicState state) {
    PublishedItem item =
        state == PublicState.PUBLISHED
            ? Published.story(uri, 1)
            : Published.takenBack(uri, state, 2);
    item.setSequence(sequence);
    topic.add(new DeliveryLine.Entry(0, topic.size(), item));
  }

  /** Reads both ways as the worker does, until nothing more can be done or the time is over. */
  private void run(Duration time) {
    look();
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      switch (line.step(now)) {
        case DONE -> {
          // on
        }
        case NEEDS_MORE -> {
          if (read == topic.size()) {
            return;
          }
          line.inOrder(topic.get(read++));
        }
        case WAITS -> now = line.nextTry();
        case PAUSED -> {
          return;
        }
      }
    }
  }

  private void look() {
    topic.forEach(line::ahead);
  }

  private static final class Fake implements DeliveryLine.Endpoint {
    final List<String> sent = new ArrayList<>();
    final List<PublicState> kinds = new ArrayList<>();
    final List<String> givenUp = new ArrayList<>();
    Instant downUntil = Instant.MIN;
    String poison = "";
    int status = 200;
    Duration retryAfter;
    int calls;

    @Override
    public Answer send(DeliveryLine.Entry entry, Instant now) {
      calls++;
      if (now.isBefore(downUntil)) {
        return Answer.none("connection refused");
      }
      if (entry.state().getUri().equals(poison)) {
        return new Answer(500, "HTTP 500", null);
      }
      if (status == 200) {
        sent.add(name(entry));
        kinds.add(entry.state().getState());
      }
      return new Answer(status, "HTTP " + status, retryAfter);
    }

    @Override
    public Answer test(Instant now) {
      return new Answer(status, "HTTP " + status, null);
    }

    @Override
    public void giveUp(DeliveryLine.Entry entry, String why) {
      givenUp.add(name(entry));
    }

    private static String name(DeliveryLine.Entry entry) {
      return entry.state().getUri() + " " + entry.state().getSequence();
    }
  }
}
