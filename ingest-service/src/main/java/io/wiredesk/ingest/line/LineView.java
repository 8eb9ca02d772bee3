package io.wiredesk.ingest.line;

import io.wiredesk.ingest.feeds.FeedSpec;
import io.wiredesk.ingest.feeds.WrongFeed;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of one feed of {@code feeds.yml}. Immutable.
 *
 * @param name empty where a refused entry has none
 * @param kind empty for a refused entry
 * @param state {@code running}, {@code failing}, {@code paused} or {@code refused}
 * @param lastError one sentence; empty: none so far
 * @param retryAt when a failing feed is tried again
 * @param refusal where the file's entry is wrong; a feed that ran before runs on as it was
 * @param trouble of a feed that runs, and somebody should see; empty: none
 */
public record LineView(
    String name,
    String kind,
    String state,
    String lastError,
    @Nullable Instant lastErrorAt,
    @Nullable Instant retryAt,
    @Nullable String refusal,
    String trouble) {

  static LineView of(
      FeedSpec spec, LineState.View view, Optional<WrongFeed> refusal, String trouble) {
    String state = spec.paused() ? "paused" : view.failing() ? "failing" : "running";
    return new LineView(
        spec.name(),
        spec.kind().word(),
        state,
        view.lastError(),
        view.lastErrorAt(),
        view.failing() ? view.notBefore() : null,
        refusal.map(WrongFeed::toString).orElse(null),
        trouble);
  }

  static LineView refused(WrongFeed entry) {
    return new LineView(
        entry.name(), "", "refused", entry.reason(), null, null, entry.toString(), "");
  }
}
