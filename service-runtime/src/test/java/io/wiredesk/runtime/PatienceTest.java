package io.wiredesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private final Health health = new Health();
  private final Backoff quick = new Backoff(Duration.ofMillis(1), Duration.ofMillis(2));

  @Test
  void retriesWhileTheWorldIsSlowAndShowsIt() {
    AtomicInteger tries = new AtomicInteger();
    List<Boolean> ready = new ArrayList<>();
    String result =
        new Patience("registry", health, Duration.ofSeconds(30), quick)
            .retry(
                () -> {
                  ready.add(health.isReady());
                  if (tries.incrementAndGet() < 4) {
                    throw new SerializationException(
                        "wrapped", new TimeoutException("registry is away"));
                  }
                  return "done";
                });
    assertThat(result).isEqualTo("done");
    assertThat(ready).containsExactly(true, false, false, false);
    assertThat(health.isReady()).isTrue();
  }

  @Test
  void passesBadNewsOnAtOnce() {
    AtomicInteger tries = new AtomicInteger();
    assertThatThrownBy(
            () ->
                new Patience("registry", health, Duration.ofSeconds(30), quick)
                    .retry(
                        () -> {
                          tries.incrementAndGet();
                          throw new SerializationException("no such schema");
                        }))
        .isInstanceOf(SerializationException.class);
    assertThat(tries).hasValue(1);
  }

  @Test
  void givesUpPastItsLimitAndStaysNotReady() {
    assertThatThrownBy(
            () ->
                new Patience("registry", health, Duration.ZERO, quick)
                    .retry(
                        () -> {
                          throw new TimeoutException("away");
                        }))
        .isInstanceOf(TimeoutException.class);
  }
}
