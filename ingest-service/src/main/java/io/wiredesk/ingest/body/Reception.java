package io.wiredesk.ingest.body;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One body on its way in. The server calls it when bytes have come; the watch over the pace may end
 * it at any time from another thread.
 */
final class Reception implements ReadListener {

  private static final int PIECE = 8192;

  /**
   * Bytes of a refused body that are read away: a client that is still sending would not see the
   * answer.
   */
  private static final long MOST_DROPPED = 100L << 20;

  private final ServletInputStream in;
  private final GrowingBody body;
  private final CompletableFuture<Void> done;
  private final Consumer<byte[]> use;
  private long windowBegan;
  private long inWindow;
  private boolean ended;

  Reception(
      HttpServletRequest request,
      GrowingBody body,
      CompletableFuture<Void> done,
      Consumer<byte[]> use,
      long now)
      throws IOException {
    this.in = request.getInputStream();
    this.body = body;
    this.done = done;
    this.use = use;
    this.windowBegan = now;
  }

  void begin() {
    in.setReadListener(this);
  }

  @Override
  public void onDataAvailable() throws IOException {
    boolean enough = false;
    synchronized (this) {
      byte[] piece = new byte[PIECE];
      while (!ended && !enough && in.isReady()) {
        int count = in.read(piece);
        if (count < 0) {
          break;
        }
        inWindow += count;
        body.add(piece, count);
        enough = body.dropped() > MOST_DROPPED;
      }
    }
    if (enough) {
      finish();
    }
  }

  @Override
  public void onAllDataRead() {
    finish();
  }

  @Override
  public void onError(Throwable failure) {
    if (end()) {
      fail(new BadRequestResponse("The body broke off; nothing was taken."));
    }
  }

  /** True when too little has come in the window that is over; begins the next where it is. */
  synchronized boolean isBehind(long now, Pace pace) {
    if (ended || now - windowBegan < pace.window().toNanos()) {
      return false;
    }
    boolean behind = inWindow < pace.bytes();
    windowBegan = now;
    inWindow = 0;
    return behind;
  }

  void cutOff(Pace pace) {
    if (end()) {
      fail(
          new HttpResponseException(
              408,
              "The body came too slowly: less than "
                  + pace.bytes()
                  + " bytes within "
                  + pace.window().toMillis()
                  + " ms; nothing was taken.",
              Map.of()));
    }
  }

  private void finish() {
    if (!end()) {
      return;
    }
    HttpResponseException refusal = body.refusal();
    if (refusal != null) {
      fail(refusal);
      return;
    }
    try {
      use.accept(body.content());
    } catch (RuntimeException | Error e) {
      fail(e);
      return;
    }
    body.release();
    done.complete(null);
  }

  private void fail(Throwable why) {
    body.release();
    done.completeExceptionally(why);
  }

  /** True once: for whoever ends it first. */
  private synchronized boolean end() {
    boolean first = !ended;
    ended = true;
    return first;
  }
}
