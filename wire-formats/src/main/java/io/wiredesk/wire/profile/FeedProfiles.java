package io.wiredesk.wire.profile;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;

/** What is known of the providers of all feeds at this moment. Thread-safe. */
public final class FeedProfiles implements Function<String, FeedProfile> {

  private final ZoneId node;
  private volatile Map<String, FeedProfile> profiles = Map.of();

  /** Times without a zone are of UTC where a profile does not say it. */
  public FeedProfiles() {
    this(ZoneOffset.UTC);
  }

  /**
   * @param node zone of times without one, where a profile states none
   */
  public FeedProfiles(ZoneId node) {
    this.node = node;
  }

  /** From now on, these are known. */
  public void know(Map<String, FeedProfile> byFeed) {
    profiles = Map.copyOf(byFeed);
  }

  /** The profile of a feed; the standards' own where nothing is known of it. */
  @Override
  public FeedProfile apply(String feed) {
    FeedProfile known = profiles.get(feed);
    return (known == null ? FeedProfile.standard(feed) : known).orIn(node);
  }
}
