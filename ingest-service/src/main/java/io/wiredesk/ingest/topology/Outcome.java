package io.wiredesk.ingest.topology;

import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.NewsItem;

/**
 * What becomes of a raw record, or of one of its items. Lives between two nodes, never on a topic.
 */
sealed interface Outcome {

  /** An item, ready for {@code news.items} but for the check against all lines. */
  record Item(NewsItem item) implements Outcome {}

  /** Why there is none. */
  record Letter(DeadLetter letter) implements Outcome {}

  /** What it orders, beside the one place in which it ends. */
  record Order(GateOrder order) implements Outcome {}

  /** What it repeats. */
  record Repeat(Duplicate duplicate) implements Outcome {}
}
