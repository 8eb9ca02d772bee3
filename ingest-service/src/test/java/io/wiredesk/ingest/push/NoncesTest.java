package io.wiredesk.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.ingest.intake.Marks;
import io.wiredesk.ingest.intake.MemoryLog;
import io.wiredesk.ingest.push.Nonces.Use;
import io.wiredesk.schemas.FeedMark;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class NoncesTest {

  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  private final MemoryLog log = new MemoryLog();

  @Test
  void aNonceCountsOnceUntilItsTimeIsOver() {
    Nonces nonces = at(NOON);
    assertThat(nonces.use("a", "one", NOON.plusSeconds(300))).isEqualTo(Use.FIRST);
    assertThat(nonces.use("a", "one", NOON.plusSeconds(300))).isEqualTo(Use.AGAIN);
    assertThat(nonces.use("b", "one", NOON.plusSeconds(300))).isEqualTo(Use.FIRST);
    assertThat(at(NOON.plusSeconds(300)).use("a", "one", NOON)).isEqualTo(Use.AGAIN);
    assertThat(at(NOON.plusSeconds(301)).use("a", "one", NOON)).isEqualTo(Use.FIRST);
  }

  @Test
  void marksAreAsManyAsWereLiveAtATime() {
    Instant now = NOON;
    for (int round = 0; round < 20; round++) {
      Nonces nonces = at(now); // a restart each round
      for (int i = 0; i < 5; i++) {
        assertThat(nonces.use("a", round + "-" + i, now.plusSeconds(300))).isEqualTo(Use.FIRST);
      }
      now = now.plusSeconds(301);
    }
    assertThat(log.marks).hasSize(100);
    assertThat(log.marks.stream().map(FeedMark::getMark).distinct()).hasSize(5);
  }

  @Test
  void refusesMoreThanItCanRemember() {
    Nonces nonces = at(NOON);
    for (int i = 0; i < 20_000; i++) {
      assertThat(nonces.use("a", "n" + i, NOON.plusSeconds(300))).isEqualTo(Use.FIRST);
    }
    assertThat(nonces.use("a", "more", NOON.plusSeconds(300))).isEqualTo(Use.TOO_MANY);
    assertThat(nonces.use("b", "more", NOON.plusSeconds(300))).isEqualTo(Use.FIRST);
  }

  /** What a start of the service knows at that time. */
  private Nonces at(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    Marks marks = new Marks(log, clock);
    log.marks.forEach(marks::remember);
    marks.allRemembered();
    return new Nonces(marks, clock);
  }
}
