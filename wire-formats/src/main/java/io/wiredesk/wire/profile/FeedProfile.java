package io.wiredesk.wire.profile;

import io.wiredesk.schemas.Entitlement;
import io.wiredesk.wire.normalise.provider.Agencies;
import io.wiredesk.wire.normalise.provider.Agency;
import io.wiredesk.wire.time.TimeRules;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A provider's own conventions on one feed. Everything has a default that follows the standards
 * alone, so that an unknown line can be read too. Immutable.
 *
 * @param feed name of the feed
 * @param provider provider (agency) where the item does not say it; null: unknown
 * @param time how times are written; its zone is also that of the provider's day
 * @param language language where the item does not say it, BCP 47; null: unknown
 * @param urgencies urgency or priority as the provider writes it (letter or number, upper case) →
 *     ninjs urgency 1–9
 * @param categories the provider's category codes and section names (upper case) → Media Topic,
 *     subject code or house section
 * @param killPhrases further phrases, any case, that mark a kill in a headline or slugline of this
 *     line
 * @param idRule how the provider's identifiers become the item's; null: the standard rules
 * @param takesWait for which a story in takes waits for all of them; null: as the service says
 * @param providers the feed's own spellings of providers → name, before the table of agencies
 * @param authority for whose items the feed may speak
 * @param claims of the profiles of all feeds
 */
public record FeedProfile(
    String feed,
    @Nullable String provider,
    TimeRules time,
    @Nullable String language,
    Map<String, Integer> urgencies,
    Map<String, String> categories,
    List<String> killPhrases,
    @Nullable IdRule idRule,
    @Nullable Duration takesWait,
    Map<String, String> providers,
    FeedAuthority authority,
    Claims claims) {

  public FeedProfile {
    urgencies = Map.copyOf(urgencies);
    categories = Map.copyOf(categories);
    killPhrases = List.copyOf(killPhrases);
    providers = Map.copyOf(providers);
  }

  /** A feed of which nothing but the name is known: UTC, the standards' own scales. */
  public static FeedProfile standard(String feed) {
    return new FeedProfile(
        feed,
        null,
        TimeRules.STANDARD,
        null,
        Map.of(),
        Map.of(),
        List.of(),
        null,
        null,
        Map.of(),
        FeedAuthority.NONE,
        Claims.NONE);
  }

  /**
   * A feed with the settings of {@link ProfileSettings}, as a YAML or JSON reader gives them.
   *
   * @throws IllegalArgumentException with the key and what may stand there
   */
  public static FeedProfile of(String feed, Map<String, ?> settings) {
    return new ProfileSettings(settings).profile(feed);
  }

  /** Zone of times that are written without one, and of the provider's day. */
  public ZoneId zone() {
    return time.timeZone();
  }

  /** The provider by its one name; null: unknown. */
  @Nullable String canonicalProvider() {
    return provider == null
        ? null
        : Agencies.table().find(provider, language).map(Agency::name).orElse(provider);
  }

  /** True for a uri that this profile, or that of another feed of its provider, claims for it. */
  public boolean claims(String uri) {
    String own = canonicalProvider();
    return authority.spaces().stream().anyMatch(space -> Claims.isWithin(uri, space))
        || (own != null && own.equals(claims.of(uri, List.of(own))));
  }

  /**
   * For whose items the feed may speak, and whose the given uris are by a claim; null where no
   * profile says anything.
   */
  public @Nullable Entitlement entitlement(List<String> uris) {
    Set<String> speaksFor = new LinkedHashSet<>();
    Stream.ofNullable(canonicalProvider()).forEach(speaksFor::add);
    authority.providers().stream().sorted().forEach(speaksFor::add);
    Map<String, String> claimed = new TreeMap<>();
    for (String uri : uris) {
      String owner = claims.of(uri, speaksFor);
      if (owner != null) {
        claimed.put(uri, owner);
      }
    }
    List<String> killsFor = authority.killsFor().stream().sorted().toList();
    return speaksFor.isEmpty() && killsFor.isEmpty() && claimed.isEmpty()
        ? null
        : new Entitlement(feed, List.copyOf(speaksFor), killsFor, claimed);
  }

  /** The same with the node's zone where the profile states none, and with all feeds' claims. */
  FeedProfile in(ZoneId node, Claims all) {
    return new FeedProfile(
        feed,
        provider,
        time.orIn(node),
        language,
        urgencies,
        categories,
        killPhrases,
        idRule,
        takesWait,
        providers,
        authority,
        all);
  }

  /**
   * The ninjs urgency, 1 (highest) – 9, for what the wire has written: by the provider's scale
   * where it has that entry, else the number itself; null for what is neither.
   */
  public @Nullable Integer urgency(String written) {
    String value = written.strip();
    Integer own = urgencies.get(value.toUpperCase(Locale.ROOT));
    boolean digit = value.length() == 1 && value.charAt(0) >= '1' && value.charAt(0) <= '9';
    return own == null && digit ? Integer.valueOf(value) : own;
  }
}
