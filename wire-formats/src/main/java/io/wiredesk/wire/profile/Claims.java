package io.wiredesk.wire.profile;

import io.wiredesk.wire.normalise.provider.Spaces;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which uris the profiles of all feeds claim, and for whom: the beginnings under {@code
 * speaks-for}, and the space in which Wiredesk makes uris for the provider of a feed. Immutable.
 */
final class Claims {

  /** Nobody claims anything. */
  static final Claims NONE = new Claims(Set.of());

  private static final String DELIMITERS = ":/,#?";

  /** Longest first, so that the first that fits is the closest. */
  private final TreeMap<String, Set<String>> providers =
      new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));

  Claims(Collection<FeedProfile> profiles) {
    for (FeedProfile profile : profiles) {
      String provider = profile.canonicalProvider();
      if (provider != null) {
        claim(Spaces.of(provider), provider);
        profile.authority().spaces().forEach(space -> claim(space, provider));
      }
    }
  }

  private void claim(String space, String provider) {
    providers.computeIfAbsent(space, any -> new TreeSet<>()).add(provider);
  }

  /**
   * The provider to whom a uri belongs by a claim; of several the one of these, else the first by
   * name; null where nobody claims it.
   *
   * @param speaksFor providers that are preferred
   */
  @Nullable String of(String uri, Collection<String> speaksFor) {
    return providers.entrySet().stream()
        .filter(entry -> isWithin(uri, entry.getKey()))
        .findFirst()
        .map(
            entry ->
                entry.getValue().stream()
                    .filter(speaksFor::contains)
                    .findFirst()
                    .orElseGet(() -> entry.getValue().iterator().next()))
        .orElse(null);
  }

  /** "urn:newsml:agency.example" has agency.example and nothing that only begins so. */
  static boolean isWithin(String uri, String space) {
    return uri.startsWith(space)
        && (uri.length() == space.length()
            || DELIMITERS.indexOf(space.charAt(space.length() - 1)) >= 0
            || DELIMITERS.indexOf(uri.charAt(space.length())) >= 0);
  }
}
