package io.wiredesk.publish.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.publish.NewsItems;
import io.wiredesk.schemas.Change;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.TextValue;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChangesTest {

  private final NewsItem before = NewsItems.story(1).build();

  @Test
  void sameCopyIsNoChange() {
    Change change = Changes.between(before, NewsItems.story(2).build());
    assertThat(change.getTextChanged()).isZero();
    assertThat(change.getLeadChanged()).isFalse();
    assertThat(change.getSummary()).isEqualTo("no change in headline or text");
  }

  @Test
  void newHeadlineKeepsTheOldOne() {
    NewsItem after = NewsItems.story(2).build();
    after.setHeadlines(List.of(new TextValue("main", null, "Ferry sinks")));
    Change change = Changes.between(before, after);
    assertThat(change.getPreviousHeadline()).isEqualTo("Ferrovia sinks, 12 dead");
    assertThat(change.getSummary()).isEqualTo("new headline");
  }

  @Test
  void namesComeAndGo() {
    NewsItem after = NewsItems.story(2).build();
    after.getEnrichment().setEntities(List.of(NewsItems.entity("Ann Lee", 0)));
    Change change = Changes.between(before, after);
    assertThat(change.getNamesAdded()).containsExactly("Ann Lee");
    assertThat(change.getNamesRemoved()).containsExactly("Ferrovia");
    assertThat(change.getSummary()).isEqualTo("now names Ann Lee; no longer names Ferrovia");
  }

  @Test
  void shareCountsWordsWithoutPartner() {
    assertThat(Words.shareChanged("one two three four", "one two three five")).isEqualTo(0.25);
    assertThat(Words.shareChanged("a b", "b a")).isZero();
    assertThat(Words.shareChanged("", "")).isZero();
    assertThat(Words.shareChanged("", "new")).isEqualTo(1.0);
  }

  @Test
  void copyWithoutBlocksHasItsFirstLineAsLead() {
    NewsItem plain = NewsItems.story(1).setText("First.\n\nSecond.").setBlocks(List.of()).build();
    NewsItem next = NewsItems.story(2).setText("First.\n\nThird.").setBlocks(List.of()).build();
    assertThat(Changes.between(plain, next).getLeadChanged()).isFalse();
  }
}
