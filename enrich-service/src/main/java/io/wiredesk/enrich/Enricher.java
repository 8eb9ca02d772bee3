package io.wiredesk.enrich;

import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.NewsItem;

/**
 * Adds one part to what is understood of an item. Pure: the same item, the same models, the same
 * part; neither argument is changed. Safe to share between threads.
 */
@FunctionalInterface
public interface Enricher {

  /** What was known, and this enricher's part. */
  Enrichment enrich(NewsItem item, Enrichment soFar);

  /** This one first, then the other, which sees what this one found. */
  default Enricher then(Enricher next) {
    return (item, soFar) -> next.enrich(item, enrich(item, soFar));
  }
}
