package io.wiredesk.runtime;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits out a part of the world that is away: retries with back-off while {@link SlowWorld} is to
 * blame, up to a limit, and says so in {@link Health}. Thread-safe.
 *
 * @param part name of the part in {@link Health}, e.g. {@code registry}
 * @param health where waiting is shown
 * @param limit how long one call may wait; well below Kafka's {@code max.poll.interval.ms}
 * @param backoff pauses between tries
 */
public record Patience(String part, Health health, Duration limit, Backoff backoff) {

  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

  /** Two minutes at most, standard back-off. */
  public static Patience with(String part, Health health) {
    return new Patience(part, health, Duration.ofMinutes(2), Backoff.STANDARD);
  }

  /**
   * The action's result, however many tries it takes.
   *
   * @throws RuntimeException the action's own, at once where the world is not to blame, else past
   *     the limit
   * @throws InterruptException when the thread is interrupted while it waits
   */
  public <R extends @Nullable Object> R retry(Supplier<R> action) {
    long start = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      try {
        R result = action.get();
        if (attempt > 1) {
          health.ready(part);
          LOG.info("{} answers again.", part);
        }
        return result;
      } catch (RuntimeException e) {
        if (!SlowWorld.isToBlame(e) || System.nanoTime() - start > limit.toNanos()) {
          throw e;
        }
        String trouble = e instanceof RegistryRefusal ? "refuses" : "does not answer";
        health.notReady(part, trouble + setting() + ": " + e.getMessage());
        LOG.warn("Waiting for {}{} (try {}): {}", part, setting(), attempt, e.getMessage());
        pause(backoff.before(attempt));
      }
    }
  }

  /** The variable that says where the part is, for the operator. */
  private String setting() {
    return switch (part) {
      case "kafka" -> " (" + Settings.variableOf(CommonSettings.BOOTSTRAP_SERVERS) + ")";
      case "registry" -> " (" + Settings.variableOf(CommonSettings.REGISTRY_URL) + ")";
      default -> "";
    };
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
