package io.wiredesk.publish.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found. Immutable.
 *
 * @param hits public items, in the order that was asked for
 * @param notices of items taken back, newest first, from the same stretch of time; never counted
 * @param total public items that match
 * @param facets most frequent values of each facet asked for, with how many items have them
 * @param next where the next stretch begins, null at the end
 */
public record Found(
    List<Hit> hits,
    List<Hit> notices,
    long total,
    Map<Facet, List<Count>> facets,
    @Nullable Place next) {

  /** How many items have a value. */
  public record Count(String value, long items) {}
}
