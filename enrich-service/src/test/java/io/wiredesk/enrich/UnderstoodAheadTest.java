package io.wiredesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.TrailEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnderstoodAheadTest {
  private final UnderstoodAhead ahead = new UnderstoodAhead();
  private final Enrichment found = Enrichment.newBuilder().setLanguage("fr").build();

  private static NewsItem item(String uri, String text) {
    return NewsItems.of("", text).setUri(uri).build();
  }

  @Test
  void theItemThatFollowsTakesItOverOnce() {
    ahead.keep(item("urn:a", "text"), found);
    NewsItem follows = item("urn:a", "text");
    follows.setTrail(List.of(new TrailEntry(Stage.PARSE, "other", NewsItems.NOON, NewsItems.NOON)));

    assertThat(ahead.take(follows)).containsSame(found);
    assertThat(ahead.take(follows)).isEmpty();
  }

  @Test
  void anItemThatDiffersIsUnderstoodAnew() {
    ahead.keep(item("urn:a", "text"), found);

    assertThat(ahead.take(item("urn:a", "text, corrected"))).isEmpty();
    assertThat(ahead.take(item("urn:b", "text"))).isEmpty();
  }

  @Test
  void theOldestIsForgottenWhenThereAreTooMany() {
    for (int i = 0; i <= UnderstoodAhead.MOST; i++) ahead.keep(item("urn:" + i, "text"), found);

    assertThat(ahead.take(item("urn:0", "text"))).isEmpty();
    assertThat(ahead.take(item("urn:1", "text"))).containsSame(found);
    assertThat(ahead.take(item("urn:" + UnderstoodAhead.MOST, "text"))).containsSame(found);
  }
}
