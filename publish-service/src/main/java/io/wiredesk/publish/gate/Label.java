package io.wiredesk.publish.gate;

import io.wiredesk.schemas.Authority;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.TakenBack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an item that is taken back: of its last PUBLISHED state alone. Once a headline is
 * left out it stays so until the item is public again. Stateless.
 */
final class Label {

  private Label() {}

  /** Of the state that is taken back. */
  static TakenBack of(PublishedItem before, Authority by, boolean withoutHeadline) {
    TakenBack known = known(before);
    return TakenBack.newBuilder(known)
        .setHeadline(withoutHeadline ? null : known.getHeadline())
        .setBy(by)
        .build();
  }

  /** Kept with a public state whose copy is no longer kept. */
  static TakenBack known(PublishedItem state) {
    TakenBack kept = state.getTakenBack();
    if (kept != null) {
      return kept;
    }
    return state.getState() == PublicState.PUBLISHED
        ? of(state.getItem())
        : TakenBack.newBuilder().build(); // taken back before labels were written
  }

  static @Nullable String headline(@Nullable NewsItem item) {
    return item == null || item.getHeadlines().isEmpty()
        ? null
        : item.getHeadlines().get(0).getValue();
  }

  private static TakenBack of(NewsItem item) {
    List<String> sections =
        item.getEnrichment() == null
            ? List.of()
            : item.getEnrichment().getSections().stream()
                .map(NewsSection::getSection)
                .distinct()
                .toList();
    return TakenBack.newBuilder()
        .setHeadline(headline(item))
        .setSlugline(item.getSlugline())
        .setProvider(item.getSource().getProvider())
        .setSections(sections)
        .build();
  }
}
