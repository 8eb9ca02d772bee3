package io.wiredesk.ingest.feed;

import java.util.Map;
import java.util.function.Function;

/** What is known of the providers of all feeds at this moment. Thread-safe. */
public final class FeedProfiles implements Function<String, FeedProfile> {

  private volatile Map<String, FeedProfile> profiles = Map.of();

  /** From now on, these are known. */
  public void know(Map<String, FeedProfile> byFeed) {
    profiles = Map.copyOf(byFeed);
  }

  /** The profile of a feed; the standards' own where nothing is known of it. */
  @Override
  public FeedProfile apply(String feed) {
    FeedProfile known = profiles.get(feed);
    return known == null ? FeedProfile.standard(feed) : known;
  }
}
