package io.wiredesk.publish.output;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.TextValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The texts of an item that most formats have one place for. Stateless. */
final class Texts {

  private static final String HTML = "text/html";

  private Texts() {}

  /** The main headline, else the title, else the slug; null where the item has none of them. */
  static @Nullable String headline(NewsItem item) {
    if (!item.getHeadlines().isEmpty()) {
      return item.getHeadlines().get(0).getValue();
    }
    return item.getTitle() == null ? item.getSlugline() : item.getTitle();
  }

  /** The first summary; null where there is none. */
  static @Nullable String summary(NewsItem item) {
    return item.getDescriptions().isEmpty() ? null : item.getDescriptions().get(0).getValue();
  }

  /** The body as sanitised HTML, where the item has one. */
  static Optional<String> html(NewsItem item) {
    return item.getBodies().stream()
        .filter(body -> HTML.equals(body.getContentType()))
        .map(TextValue::getValue)
        .findFirst();
  }

  /** Who made it: the byline, else the provider, else the feed, for formats that ask for a name. */
  static String author(NewsItem item) {
    if (item.getBy() != null) {
      return item.getBy();
    }
    String provider = item.getSource().getProvider();
    return provider == null ? item.getSource().getFeed() : provider;
  }
}
