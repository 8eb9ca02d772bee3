package io.wiredesk.wire.normalise.provider;

import java.util.List;
import java.util.Set;

/**
 * One row of the table of agencies. Immutable.
 *
 * @param name the one name, as newsrooms know it: "AFP", "dpa"
 * @param uri the one uri: Wikidata's, else one of Wiredesk's own
 * @param signs how others write it
 * @param domains hosts that are its own, with all below them
 */
public record Agency(String name, String uri, List<Sign> signs, List<String> domains) {

  public Agency {
    signs = List.copyOf(signs);
    domains = List.copyOf(domains);
  }

  /**
   * A spelling.
   *
   * @param key as {@link Agencies} folds it
   * @param languages in which it means this agency, primary subtags; empty: in all
   */
  record Sign(String key, Set<String> languages) {

    Sign {
      languages = Set.copyOf(languages);
    }
  }

  /** True where it is written so in some language. */
  boolean isWritten(String key) {
    return signs.stream().anyMatch(sign -> sign.key().equals(key));
  }
}
