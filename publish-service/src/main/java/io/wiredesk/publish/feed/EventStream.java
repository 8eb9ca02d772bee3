package io.wiredesk.publish.feed;

import io.wiredesk.publish.index.Position;
import io.wiredesk.publish.index.PublicIndex;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events: what is wanted of every public state as it comes, to any number of
 * subscribers up to a limit, each with a queue and a thread of its own, so that a slow one harms
 * nobody else. Thread-safe; close it with the service, before the HTTP server.
 */
public final class EventStream implements AutoCloseable {

  /** Five minutes of the heaviest wire. */
  public static final int MOST_QUEUED = 5_000;

  private final PublicIndex index;
  private final int mostSubscribers;
  private final Duration heartbeat;
  private final int mostQueued;
  private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "stream-subscriber");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * A stream over the index.
   *
   * @param mostSubscribers at one time
   * @param heartbeat pause after which a comment shows that the line is alive
   * @param mostQueued events that a reader may be behind before it is dropped
   */
  public EventStream(PublicIndex index, int mostSubscribers, Duration heartbeat, int mostQueued) {
    this.index = index;
    this.mostSubscribers = mostSubscribers;
    this.heartbeat = heartbeat;
    this.mostQueued = mostQueued;
  }

  /** Subscribers now. */
  public int size() {
    return subscribers.size();
  }

  /** True if nobody more is taken. */
  public boolean isFull() {
    return subscribers.size() >= mostSubscribers;
  }

  /**
   * Takes a subscriber in.
   *
   * @param from where it was, null: from now on
   * @param filter what it wants
   * @param out where events go; written and flushed by one thread
   * @param end called once when the subscriber is gone, from whatever side
   */
  public void subscribe(
      @Nullable Position from, StreamFilter filter, OutputStream out, Runnable end) {
    Subscriber subscriber =
        new Subscriber(index, filter, out, new Subscriber.Limits(heartbeat, mostQueued));
    subscribers.add(subscriber);
    threads.execute(
        () -> {
          try {
            subscriber.run(from);
          } finally {
            subscribers.remove(subscriber);
            end.run();
          }
        });
  }

  /** Writes that event to every subscriber who asked for marks. */
  public void tell(String event) {
    subscribers.forEach(subscriber -> subscriber.tell(event));
  }

  @Override
  public void close() {
    subscribers.forEach(Subscriber::drop);
    threads.shutdownNow();
  }
}
