package io.wiredesk.publish.query;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.ProviderNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Feeds and providers that items were seen of: these lists are open, so that an unknown one is a
 * warning and no error. Thread-safe.
 */
public final class KnownSources {

  private final Set<String> feeds = ConcurrentHashMap.newKeySet();
  private final Set<String> providers = ConcurrentHashMap.newKeySet();

  /** Takes over what the item says of itself. */
  public void meet(NewsItem item) {
    feeds.add(Folding.fold(item.getSource().getFeed()));
    ProviderNames.of(item).forEach(name -> providers.add(Folding.fold(name)));
  }

  /** A sentence for each feed or provider that the query names and no item came from. */
  public List<String> warnings(NewsQuery query) {
    List<String> warnings = new ArrayList<>();
    warn(warnings, "feed", query.values(QueryField.FEED), feeds);
    warn(warnings, "provider", query.values(QueryField.PROVIDER), providers);
    return warnings;
  }

  private static void warn(
      List<String> warnings, String what, Set<String> asked, Set<String> known) {
    for (String value : asked) {
      if (!known.contains(value)) {
        String nearest = Nearest.question(value, known);
        warnings.add(
            "No item came from a "
                + what
                + " "
                + value
                + " yet"
                + (nearest.isEmpty() ? "." : nearest));
      }
    }
  }
}
