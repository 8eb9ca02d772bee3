package io.wiredesk.publish.output;

import io.wiredesk.publish.gate.PublicView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of items: a desk's, a query's.
 *
 * @param id the list's own identifier, a URN that stays the same whatever host serves it
 * @param title for people
 * @param self path and query of this stretch, from the root
 * @param next path and query of the stretch that follows, null at the end
 * @param views newest state first, each item once
 */
public record OutputList(
    String id, String title, String self, @Nullable String next, List<PublicView> views) {

  public OutputList {
    views = List.copyOf(views);
  }

  /** When the newest state became public; the epoch for an empty list, so that it stays stable. */
  Instant updated() {
    return views.stream().map(PublicView::since).max(Instant::compareTo).orElse(Instant.EPOCH);
  }
}
