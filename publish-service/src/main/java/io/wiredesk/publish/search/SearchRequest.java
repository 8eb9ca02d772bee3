package io.wiredesk.publish.search;

import io.wiredesk.publish.query.NewsQuery;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search. Immutable.
 *
 * @param query what is looked for
 * @param narrowed for each facet with values, one of them must be had
 * @param facets to count by
 * @param order of the results
 * @param after only results behind this place, null for the head
 * @param limit most results
 */
public record SearchRequest(
    NewsQuery query,
    Map<Facet, Set<String>> narrowed,
    Set<Facet> facets,
    Order order,
    @Nullable Place after,
    int limit) {

  /** Order of results. */
  public enum Order {
    TIME,
    RELEVANCE
  }
}
