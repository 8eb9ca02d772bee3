package io.wiredesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class CommitsTest {
  private static final long NOW = 1_000_000;

  private final MockProcessorContext<String, String> context = new MockProcessorContext<>();

  private boolean commits(long timestamp) {
    context.setCurrentSystemTimeMs(NOW);
    context.resetCommit();
    Commits.soon(context, timestamp);
    return context.committed();
  }

  @Test
  void doNotLetWaitWhatHasJustCome() {
    assertThat(commits(NOW)).isTrue();
    assertThat(commits(NOW - Commits.FRESH_MS)).isTrue();
    assertThat(commits(NOW + 60_000)).as("a producer's clock that is ahead").isTrue();
  }

  @Test
  void leaveABacklogToTheInterval() {
    assertThat(commits(NOW - Commits.FRESH_MS - 1)).isFalse();
    assertThat(commits(0)).isFalse();
  }
}
