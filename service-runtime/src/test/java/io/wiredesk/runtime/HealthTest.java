package io.wiredesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthTest {

  private final Health health = new Health();

  @Test
  void isReadyOnlyWhenEveryPartIs() {
    health.notReady("streams", "rebalancing");
    health.notReady("models", "loading");
    health.ready("streams");
    assertThat(health.isReady()).isFalse();
    assertThat(health).hasToString("models: loading");
    health.ready("models");
    assertThat(health.isReady()).isTrue();
  }

  @Test
  void fatalStaysAndKeepsItsFirstReason() {
    health.fatal("first");
    health.fatal("second");
    assertThat(health.isAlive()).isFalse();
    assertThat(health.isReady()).isFalse();
    assertThat(health.reasons()).containsEntry("fatal", "first");
  }
}
