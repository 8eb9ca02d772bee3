package io.wiredesk.enrich;

import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.NewsItem;
import java.util.List;
import java.util.Map;

/** Names the entities of an item. Pure and safe to share between threads. */
@FunctionalInterface
public interface EntitySource {

  /**
   * Entities of the item's text, most salient first, offsets into {@code item.text}, none within
   * site furniture.
   *
   * @param language primary tag of the text's language, {@code und} where undecided
   */
  List<Entity> find(NewsItem item, String language);

  /**
   * Name and version of what takes part in a language, and what is not recognised there, for {@code
   * Enrichment.models}.
   */
  default Map<String, String> versions(String language) {
    return Map.of();
  }
}
