package io.wiredesk.ingest.feed;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider's own conventions on one feed. Everything has a default that follows the standards
 * alone, so that an unknown line can be read too. Immutable.
 *
 * @param feed name of the feed
 * @param provider provider (agency) where the item does not say it; null: unknown
 * @param zone zone of times that are written without one
 * @param language language where the item does not say it, BCP 47; null: unknown
 * @param urgencies urgency or priority as the provider writes it (letter or number, upper case) →
 *     ninjs urgency 1–9
 * @param categories the provider's category codes (upper case) → Media Topic URI or house section
 *     name
 * @param killPhrases further phrases, any case, that mark a kill in a headline or slugline of this
 *     line
 */
public record FeedProfile(
    String feed,
    @Nullable String provider,
    ZoneId zone,
    @Nullable String language,
    Map<String, Integer> urgencies,
    Map<String, String> categories,
    List<String> killPhrases) {

  public FeedProfile {
    urgencies = Map.copyOf(urgencies);
    categories = Map.copyOf(categories);
    killPhrases = List.copyOf(killPhrases);
  }

  /** A feed of which nothing but the name is known: UTC, the standards' own scales. */
  public static FeedProfile standard(String feed) {
    return new FeedProfile(feed, null, ZoneOffset.UTC, null, Map.of(), Map.of(), List.of());
  }
}
