package io.wiredesk.enrich;

import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.NewsItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was understood of the latest urgent copies, for the items that follow them in the ordinary
 * lane. Counts only for an item that is the same in everything but its trail, and once. Safe to
 * share between threads.
 */
final class UnderstoodAhead {
  /** A stall's worth of alerts; what is dropped is understood again. */
  static final int MOST = 256;

  private final Map<String, Known> byUri = new LinkedHashMap<>();

  private record Known(NewsItem item, Enrichment enrichment) {}

  synchronized void keep(NewsItem item, Enrichment enrichment) {
    byUri.remove(item.getUri());
    byUri.put(item.getUri(), new Known(withoutTrail(item), enrichment));
    if (byUri.size() > MOST) {
      byUri.remove(byUri.keySet().iterator().next());
    }
  }

  /** What was kept for this item, which is forgotten; empty where it differs. */
  synchronized Optional<Enrichment> take(NewsItem item) {
    Known known = byUri.get(item.getUri());
    if (known == null || !known.item().equals(withoutTrail(item))) {
      return Optional.empty();
    }
    byUri.remove(item.getUri());
    return Optional.of(known.enrichment());
  }

  private static NewsItem withoutTrail(NewsItem item) {
    NewsItem bare = NewsItem.newBuilder(item).build();
    bare.setTrail(List.of());
    return bare;
  }
}
