package io.wiredesk.ingest;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.wiredesk.ingest.intake.ReceivedLog;
import io.wiredesk.ingest.line.LineView;
import io.wiredesk.ingest.line.Lines;
import io.wiredesk.ingest.topology.Account;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.schemas.Transport;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /feeds}: every feed of {@code feeds.yml}, and every other over which something came,
 * with state and counts since the start of this process (see {@link Account}): received + further =
 * items + joined + duplicates + dead letters + waiting. Thread-safe.
 */
final class FeedsPage {

  private final Lines lines;
  private final ReceivedLog log;
  private final Account account;
  private final Metrics metrics;
  private final Instant since;

  FeedsPage(Lines lines, ReceivedLog log, Account account, Metrics metrics, Clock clock) {
    this.lines = lines;
    this.log = log;
    this.account = account;
    this.metrics = metrics;
    this.since = clock.instant();
  }

  void addTo(JavalinConfig config) {
    config.routes.get("/feeds", this::answer);
  }

  private void answer(Context ctx) {
    Map<String, ReceivedLog.Received> received = log.received();
    account
        .foreign()
        .forEach((feed, last) -> received.merge(feed, straight(last), FeedsPage::later));
    List<Map<String, Object>> feeds = new ArrayList<>();
    Set<String> others = new TreeSet<>(received.keySet());
    for (LineView view : lines.views()) {
      others.remove(view.name());
      feeds.add(feed(view, received.get(view.name())));
    }
    for (String name : others) {
      ReceivedLog.Received came = received.get(name);
      String kind = kind(came == null ? Transport.OTHER : came.transport());
      feeds.add(feed(new LineView(name, kind, "running", "", null, null, null, ""), came));
    }
    ctx.json(Map.of("since", since.toString(), "feeds", feeds));
  }

  private Map<String, Object> feed(LineView view, ReceivedLog.@Nullable Received came) {
    String name = view.name();
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("name", name);
    feed.put("kind", view.kind());
    feed.put("state", view.state());
    put(feed, "lastItemAt", came == null ? null : came.last());
    counts(name, feed);
    put(feed, "lastError", view.lastError().isEmpty() ? null : view.lastError());
    put(feed, "lastErrorAt", view.lastErrorAt());
    put(feed, "retryAt", view.retryAt());
    put(feed, "trouble", view.trouble().isEmpty() ? null : view.trouble());
    put(feed, "refused", view.refusal());
    return feed;
  }

  /**
   * What came out is read before what came in, so that nothing looks as if it came from nowhere.
   */
  private void counts(String name, Map<String, Object> feed) {
    long items = sum(name, "items");
    long joined = sum(name, "joined");
    long duplicates = sum(name, "duplicates");
    long letters = count(name, "wiredesk.dead.letters");
    long further = sum(name, "further");
    long received =
        count(name, "wiredesk.intake.received") + sum(name, "earlier") + sum(name, "foreign");
    feed.put("received", received);
    feed.put("further", further);
    feed.put("items", items);
    feed.put("joined", joined);
    feed.put("duplicates", duplicates);
    feed.put("deadLetters", letters);
    feed.put("waiting", received + further - items - joined - duplicates - letters);
  }

  /** What a program wrote onto the topic. */
  private static ReceivedLog.Received straight(Instant last) {
    return new ReceivedLog.Received(last, Transport.OTHER);
  }

  /** The transport of what came in at a door says more. */
  private static ReceivedLog.Received later(ReceivedLog.Received came, ReceivedLog.Received other) {
    Instant last = came.last().isAfter(other.last()) ? came.last() : other.last();
    return new ReceivedLog.Received(last, came.transport());
  }

  private static void put(Map<String, Object> feed, String name, @Nullable Object value) {
    if (value != null) {
      feed.put(name, value.toString());
    }
  }

  private long sum(String feed, String what) {
    return count(feed, "wiredesk.parse." + what);
  }

  private long count(String feed, String name) {
    return Math.round(
        metrics.registry().find(name).tag("feed", feed).counters().stream()
            .mapToDouble(Counter::count)
            .sum());
  }

  private static String kind(Transport transport) {
    return switch (transport) {
      case FILE -> "folder";
      case HTTP_PUSH -> "push";
      case OTHER -> "kafka";
      default -> transport.name().toLowerCase(Locale.ROOT);
    };
  }
}
