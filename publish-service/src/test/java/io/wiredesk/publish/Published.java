package io.wiredesk.publish;

import io.wiredesk.publish.gate.PublicCopy;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import java.util.List;

/** Public states to test with, released at noon and that many minutes. */
public final class Published {

  private Published() {}

  public static PublishedItem story(String uri, int minute) {
    NewsItem item = PublicCopy.of(NewsItems.story(uri, 1).build());
    return of(item, PublicState.PUBLISHED, minute);
  }

  public static PublishedItem story(String uri, int minute, String section) {
    PublishedItem story = story(uri, minute);
    story
        .getItem()
        .getEnrichment()
        .setSections(
            List.of(
                new NewsSection(
                    section,
                    "http://cv.iptc.org/newscodes/mediatopic/11000000",
                    section,
                    0.9,
                    Creator.MODEL)));
    return story;
  }

  /** The second state of the item, taken back. */
  public static PublishedItem takenBack(String uri, PublicState state, int minute) {
    NewsItem item =
        PublicCopy.stripped(
            NewsItems.story(uri, 2).build(),
            state == PublicState.CANCELED ? PubStatus.CANCELED : PubStatus.WITHHELD);
    PublishedItem back = of(item, state, minute);
    back.setReason("Because.");
    back.setSequence(2);
    return back;
  }

  private static PublishedItem of(NewsItem item, PublicState state, int minute) {
    return PublishedItem.newBuilder()
        .setUri(item.getUri())
        .setState(state)
        .setItem(item)
        .setSequence(1)
        .setReleasedAt(NewsItems.NOON.plusSeconds(60L * minute))
        .build();
  }
}
