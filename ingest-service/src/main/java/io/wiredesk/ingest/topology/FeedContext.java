package io.wiredesk.ingest.topology;

import io.wiredesk.ingest.feed.FeedProfile;
import java.time.Instant;
import java.util.function.Function;

/**
 * What the parse stage is told of feeds. Immutable.
 *
 * @param profiles what is known of a feed's provider, by name
 * @param since start of the process: what was received before is counted as such
 */
public record FeedContext(Function<String, FeedProfile> profiles, Instant since) {

  /** Nothing is known of any feed. */
  public static final FeedContext STANDARD =
      new FeedContext(FeedProfile::standard, Instant.EPOCH);
}
