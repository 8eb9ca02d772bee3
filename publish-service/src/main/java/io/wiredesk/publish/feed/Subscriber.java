package io.wiredesk.publish.feed;

import io.wiredesk.publish.index.Position;
import io.wiredesk.publish.index.PublicIndex;
import io.wiredesk.publish.index.Shown;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader of the event stream. Its own thread writes; the index's thread only queues, and drops
 * the reader when the queue is full: it comes back with its last event id and misses nothing. A
 * state that was replaced while it waited in the queue is not sent: no copy after its kill.
 */
final class Subscriber {

  private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);
  private final PublicIndex index;
  private final OutputStream out;
  private final StreamFilter filter;
  private final Duration heartbeat;
  private final BlockingQueue<Told> queue;
  private volatile boolean dropped;
  private volatile @Nullable Thread writer;

  /** What waits: a state, or an event as it is written. */
  private record Told(@Nullable Shown shown, String event) {}

  /**
   * How long and how much.
   *
   * @param heartbeat pause after which a comment shows that the line is alive
   * @param queued events that the reader may be behind before it is dropped
   */
  record Limits(Duration heartbeat, int queued) {}

  Subscriber(PublicIndex index, StreamFilter filter, OutputStream out, Limits limits) {
    this.queue = new ArrayBlockingQueue<>(limits.queued());
    this.index = index;
    this.filter = filter;
    this.out = out;
    this.heartbeat = limits.heartbeat();
  }

  /** Writes until the reader goes or is dropped. */
  void run(@Nullable Position from) {
    writer = Thread.currentThread();
    PublicIndex.Subscription subscription = index.subscribe(from, this::queue);
    try {
      catchUp(subscription);
      follow(subscription.position());
    } catch (IOException e) {
      LOG.debug("A stream's reader has gone: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      subscription.cancel().run();
    }
  }

  /** Ends the writing, also where it hangs on a full line. */
  void drop() {
    dropped = true;
    Thread thread = writer;
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** An event that is no state, for those who asked for it; it has no place in the order. */
  void tell(String event) {
    if (filter.wantsMarks()) {
      queue(new Told(null, event));
    }
  }

  private void queue(Shown shown) {
    queue(new Told(shown, ""));
  }

  private void queue(Told told) {
    if (!dropped && !queue.offer(told)) {
      LOG.warn("A stream's reader is {} events behind and is dropped.", queue.size());
      drop();
    }
  }

  /** Missed states carry no id: who breaks off among them gets all of them again. */
  private void catchUp(PublicIndex.Subscription subscription) throws IOException {
    write("retry: 2000\n\n");
    if (subscription.gap()) {
      write(
          "event: resync\ndata: {\"error\":\"Some states since then are no longer kept here: read"
              + " /items or the topic news.published, then go on from here.\"}\n\n");
    }
    for (Shown shown : subscription.missed()) {
      if (dropped) {
        return;
      }
      if (index.isCurrent(shown)) {
        write(filter.event(shown));
      }
    }
    write("id: " + subscription.position() + "\n\n");
  }

  private void follow(Position start) throws IOException, InterruptedException {
    Position position = start;
    while (!dropped) {
      Told told = queue.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
      Shown shown = told == null ? null : told.shown();
      if (shown == null) {
        write(told == null ? ": alive\n\n" : told.event());
        continue;
      }
      position = position.with(shown.partition(), shown.offset());
      String event = index.isCurrent(shown) ? filter.event(shown) : "";
      write("id: " + position + "\n" + (event.isEmpty() ? "\n" : event));
    }
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
