package io.wiredesk.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.schemas.FeedMark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class MarksTest {

  private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");

  private final MemoryLog log = new MemoryLog();
  private final Marks marks = new Marks(log, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aMarkIsSetWhenItIsDurable() {
    log.awayFor.set(1);
    assertThatThrownBy(() -> marks.set("npa", "file a", "")).isInstanceOf(TimeoutException.class);
    assertThat(marks.has("npa", "file a")).isFalse();
    marks.set("npa", "file a", "");
    marks.set("npa", "file a", "");
    assertThat(marks.has("npa", "file a")).isTrue();
    assertThat(marks.has("other", "file a")).isFalse();
    assertThat(log.marks).hasSize(1);
  }

  @Test
  void whatIsOldAndStillAskedForIsSetAnewBeforeTheTopicForgetsIt() {
    marks.remember(mark("old", NOW.minus(Duration.ofDays(31))));
    marks.remember(mark("young", NOW.minus(Duration.ofDays(29))));
    assertThat(marks.has("npa", "old")).isTrue();
    assertThat(marks.has("npa", "young")).isTrue();
    assertThat(log.marks).extracting(FeedMark::getMark).containsExactly("old");
    assertThat(log.marks.get(0).getTakenAt()).isEqualTo(NOW);
  }

  @Test
  void theOldestGoFirst() {
    for (int i = 0; i <= Marks.MOST; i++) {
      marks.remember(mark("m" + i, NOW));
    }
    assertThat(marks.has("npa", "m0")).isFalse();
    assertThat(marks.has("npa", "m1")).isTrue();
  }

  private static FeedMark mark(String name, Instant at) {
    return FeedMark.newBuilder().setFeed("npa").setMark(name).setTakenAt(at).build();
  }
}
