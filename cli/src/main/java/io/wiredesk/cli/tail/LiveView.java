package io.wiredesk.cli.tail;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Prints published items as they arrive, from a thread of its own. Close it before the broker. */
public final class LiveView implements AutoCloseable {

  private final AtomicBoolean open = new AtomicBoolean(true);
  private final Thread thread;

  private LiveView(Map<String, Object> clientConfig) {
    TopicReader reader = new TopicReader(clientConfig);
    ItemLine lines = ItemLine.standard();
    this.thread =
        new Thread(
            () ->
                reader.read(
                    "news.published",
                    false,
                    open::get,
                    record -> System.out.println(lines.of(record))),
            "live-view");
    thread.setDaemon(true);
  }

  /** Starts to show what arrives from now on; silent unless {@code visible}. */
  public static LiveView start(Map<String, Object> clientConfig, boolean visible) {
    LiveView view = new LiveView(clientConfig);
    if (visible) {
      view.thread.start();
    }
    return view;
  }

  @Override
  public void close() {
    open.set(false);
    try {
      thread.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
