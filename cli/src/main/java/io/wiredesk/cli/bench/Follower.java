package io.wiredesk.cli.bench;

import io.wiredesk.cli.tail.TopicReader;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublishedItem;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic from now on, committed records only, and tells the ledger of the moment. A thread
 * of its own; close it.
 */
final class Follower implements AutoCloseable {

  private final AtomicReference<@Nullable Ledger> ledger = new AtomicReference<>();
  private final CountDownLatch following = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean open = true;

  private Follower(Map<String, Object> client, String topic, Ticks ticks) {
    thread =
        new Thread(
            () ->
                new TopicReader(client)
                    .read(
                        topic,
                        false,
                        this::goesOn,
                        record -> {
                          Ledger now = ledger.get();
                          NewsItem item =
                              record.value() instanceof PublishedItem published
                                  ? published.getItem()
                                  : record.value() instanceof NewsItem plain ? plain : null;
                          if (now != null && item != null) {
                            now.seen(item, ticks.now());
                          }
                        }),
            "follow-" + topic);
    thread.setDaemon(true);
  }

  /** Starts; returns when what comes from now on is seen. */
  static Follower of(Map<String, Object> client, String topic, Ticks ticks)
      throws InterruptedException {
    Follower follower = new Follower(client, topic, ticks);
    follower.thread.start();
    while (!follower.following.await(100, TimeUnit.MILLISECONDS)) {
      if (!follower.thread.isAlive()) {
        throw new io.wiredesk.cli.CommandFailure(
            "Nothing can be read from "
                + topic
                + ": start `wiredesk up`, or name its ports with --port and --kafka-port.");
      }
    }
    return follower;
  }

  /** Whom to tell from now on. */
  void tell(Ledger next) {
    ledger.set(next);
  }

  private boolean goesOn() {
    following.countDown();
    return open;
  }

  @Override
  public void close() {
    open = false;
  }
}
