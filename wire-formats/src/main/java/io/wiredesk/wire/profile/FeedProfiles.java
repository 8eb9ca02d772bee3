package io.wiredesk.wire.profile;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;

/** What is known of the providers of all feeds at this moment. Thread-safe. */
public final class FeedProfiles implements Function<String, FeedProfile> {

  private final ZoneId node;
  private volatile Known known = new Known(Map.of(), Claims.NONE);

  /** Profiles by feed, and what they claim. */
  private record Known(Map<String, FeedProfile> profiles, Claims claims) {}

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
    known = new Known(Map.copyOf(byFeed), new Claims(byFeed.values()));
  }

  /** The profile of a feed; the standards' own where nothing is known of it. */
  @Override
  public FeedProfile apply(String feed) {
    Known now = known;
    FeedProfile own = now.profiles().get(feed);
    return (own == null ? FeedProfile.standard(feed) : own).in(node, now.claims());
  }
}
