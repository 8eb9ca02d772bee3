package io.wiredesk.ingest.push;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts wrong keys and signatures by feed: after ten within a minute each further one gets 429
 * until the minute is over, and the log has one line. The right key passes all the while: whoever
 * guesses must not be able to shut a feed to the one that knows. Thread-safe.
 */
final class WrongKeys {

  private static final Logger LOG = LoggerFactory.getLogger(WrongKeys.class);
  private static final int MOST = 10;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private record Count(Instant until, int wrong) {}

  private final Supplier<Instant> now;
  private final Map<String, Count> counts = new HashMap<>(); // of feeds in feeds.yml alone

  WrongKeys(Supplier<Instant> now) {
    this.now = now;
  }

  /**
   * Looks at a key.
   *
   * @param look throws an {@link HttpResponseException} of 401 or 403 for a wrong one
   * @throws HttpResponseException what it throws, or 429 where there were too many
   */
  void counting(Context ctx, String feed, Runnable look) {
    try {
      look.run();
    } catch (HttpResponseException wrong) {
      if (wrong.getStatus() != 401 && wrong.getStatus() != 403) {
        throw wrong;
      }
      Count count = count(feed);
      if (count.wrong() <= MOST) {
        throw wrong;
      }
      long seconds = Math.max(1, Duration.between(now.get(), count.until()).toSeconds());
      ctx.header("Retry-After", Long.toString(seconds));
      throw new HttpResponseException(
          429, "Too many wrong keys for feed " + feed + "; try again later.", Map.of());
    }
  }

  private synchronized Count count(String feed) {
    Instant at = now.get();
    Count before = counts.get(feed);
    Count count =
        before == null || !before.until().isAfter(at)
            ? new Count(at.plus(WINDOW), 1)
            : new Count(before.until(), Math.min(MOST + 2, before.wrong() + 1));
    if (count.wrong() == MOST + 1) {
      LOG.warn("Feed {}: more than {} wrong keys or signatures within a minute", feed, MOST);
    }
    counts.put(feed, count);
    return count;
  }
}
