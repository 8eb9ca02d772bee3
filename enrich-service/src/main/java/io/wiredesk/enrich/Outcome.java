package io.wiredesk.enrich;

import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.NewsItem;

/** What becomes of a record of news.items. Lives between two nodes, never on a topic. */
sealed interface Outcome {

  /** The item with its enrichment. */
  record Enriched(NewsItem item) implements Outcome {}

  /** Why there is none. */
  record Refused(DeadLetter letter) implements Outcome {}
}
