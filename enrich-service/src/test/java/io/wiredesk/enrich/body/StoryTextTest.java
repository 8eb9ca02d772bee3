package io.wiredesk.enrich.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.enrich.NewsItems;
import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.BlockType;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTextTest {
  @Test
  void isTheStoryWithoutFurnitureBylineCreditAndNotes() {
    var item =
        new NewsItems.Body()
            .add(BlockType.BYLINE, "By Ann Other")
            .add(BlockType.PARAGRAPH, "Lead.")
            .add(BlockType.CROSSHEAD, "Why")
            .add(BlockType.CREDIT, "Agency")
            .add(BlockType.BOILERPLATE, "Subscribe")
            .item()
            .build();

    assertThat(StoryText.of(item).text()).isEqualTo("Lead.\nWhy");
  }

  @Test
  void isTheWholeTextOfAnItemWithoutBlocks() {
    assertThat(StoryText.of(NewsItems.of("", "Lead.").build()).text()).isEqualTo("Lead.");
  }

  @Test
  void saysTheHeadlineOnce() {
    assertThat(StoryText.of(NewsItems.of("Ferry sinks", "Ferry sinks Many died.").build()))
        .extracting(StoryText::withHeadline)
        .isEqualTo("Ferry sinks Many died.");
    assertThat(StoryText.of(NewsItems.of("Ferry sinks", "Many died.").build()))
        .extracting(StoryText::withHeadline)
        .isEqualTo("Ferry sinks. Many died.");
    assertThat(StoryText.of(NewsItems.of("Why?", "So.").build()).withHeadline())
        .isEqualTo("Why? So.");
  }

  @Test
  void endsAtItsLimit() {
    String text = "x".repeat(StoryText.LONGEST * 3);
    var plain = NewsItems.of("", text).build();
    var blocks =
        NewsItems.of("", text)
            .setBlocks(
                List.of(
                    new Block(BlockType.PARAGRAPH, 0, 15_000, null),
                    new Block(BlockType.PARAGRAPH, 15_000, 40_000, null),
                    new Block(BlockType.PARAGRAPH, 40_000, 900_000, null)))
            .build();

    assertThat(StoryText.of(plain).text()).hasSize(StoryText.LONGEST);
    assertThat(StoryText.of(blocks).text()).hasSize(StoryText.LONGEST);
  }
}
