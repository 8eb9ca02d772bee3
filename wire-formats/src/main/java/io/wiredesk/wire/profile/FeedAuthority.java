package io.wiredesk.wire.profile;

import java.util.Set;

/**
 * For whose items a feed may speak, beside those of its own provider. Immutable.
 *
 * @param providers whose items it may revise
 * @param spaces beginnings of the uris that are its provider's, whoever sends one first
 * @param killsFor providers whose items it may take back, or hold
 */
public record FeedAuthority(Set<String> providers, Set<String> spaces, Set<String> killsFor) {

  /** Of a feed whose profile says nothing of it. */
  public static final FeedAuthority NONE = new FeedAuthority(Set.of(), Set.of(), Set.of());

  public FeedAuthority {
    providers = Set.copyOf(providers);
    spaces = Set.copyOf(spaces);
    killsFor = Set.copyOf(killsFor);
  }
}
