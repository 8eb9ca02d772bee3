package io.wiredesk.ingest.body;

import io.wiredesk.registry.door.ByteBudget;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Receives bodies without a thread for each, so that any number of half-sent ones hold up nobody: a
 * body costs the bytes that have come, counted on a {@link ByteBudget}, and is cut off when it
 * comes slower than the {@link Pace}. Thread-safe; close it with the server.
 */
public final class BodyReader implements AutoCloseable {

  private static final int LOOKS_A_WINDOW = 4;

  private final int maxBytes;
  private final Pace pace;
  private final Set<Reception> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "push-pace");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * A reader.
   *
   * @param maxBytes of a body; of a longer one the rest is read away, and it fails with 413
   */
  public BodyReader(int maxBytes, Pace pace) {
    this.maxBytes = maxBytes;
    this.pace = pace;
    long look = Math.max(1, pace.window().toMillis() / LOOKS_A_WINDOW);
    watch.scheduleWithFixedDelay(this::cutOff, look, look, TimeUnit.MILLISECONDS);
  }

  /**
   * Receives one body; called once the request is asynchronous.
   *
   * @param use what is done with the body, on a thread of the server; its bytes count on the budget
   *     until it has returned
   * @return done when {@code use} is, or failed with an {@code HttpResponseException}: 400 where
   *     the body broke off, 408 where it was too slow, 413 over the limit, 429 where the budget is
   *     used up
   */
  public CompletableFuture<Void> receive(
      HttpServletRequest request, ByteBudget budget, Consumer<byte[]> use) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    try {
      GrowingBody body = new GrowingBody(budget, maxBytes, request.getContentLengthLong());
      Reception reception = new Reception(request, body, done, use, System.nanoTime());
      open.add(reception);
      done.whenComplete((nothing, failure) -> open.remove(reception));
      reception.begin();
    } catch (IOException e) {
      done.completeExceptionally(e);
    }
    return done;
  }

  private void cutOff() {
    long now = System.nanoTime();
    for (Reception reception : open) {
      if (reception.isBehind(now, pace)) {
        // an answer is written there: the watch must not wait for it
        ForkJoinPool.commonPool().execute(() -> reception.cutOff(pace));
      }
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
