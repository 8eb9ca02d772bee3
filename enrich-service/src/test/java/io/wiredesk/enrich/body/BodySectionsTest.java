package io.wiredesk.enrich.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.enrich.NewsItems;
import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.BlockType;
import io.wiredesk.schemas.BodySection;
import io.wiredesk.schemas.NewsItem;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodySectionsTest {
  private static List<String> contents(NewsItem item) {
    return BodySections.of(item).stream()
        .map(s -> s.getTitle() + "|" + item.getText().substring(s.getStart(), s.getEnd()))
        .toList();
  }

  @Test
  void dividesAtCrossheadsWithTheLeadFirst() {
    NewsItem item =
        new NewsItems.Body()
            .add(BlockType.PARAGRAPH, "Lead.")
            .add(BlockType.PARAGRAPH, "More.")
            .add(BlockType.CROSSHEAD, "First")
            .add(BlockType.PARAGRAPH, "One.")
            .add(BlockType.CROSSHEAD, "Second")
            .add(BlockType.QUOTE, "Two.")
            .item()
            .build();

    assertThat(contents(item))
        .containsExactly("null|Lead.\n\nMore.", "First|First\n\nOne.", "Second|Second\n\nTwo.");
  }

  @Test
  void hasNoLeadWhereTheBodyBeginsWithACrosshead() {
    NewsItem item =
        new NewsItems.Body()
            .add(BlockType.CROSSHEAD, "First")
            .add(BlockType.PARAGRAPH, "One.")
            .item()
            .build();

    assertThat(BodySections.of(item)).extracting(BodySection::getTitle).containsExactly("First");
  }

  @Test
  void leavesSiteFurnitureOutOfTheLastPart() {
    NewsItem item =
        new NewsItems.Body()
            .add(BlockType.PARAGRAPH, "Lead.")
            .add(BlockType.CROSSHEAD, "First")
            .add(BlockType.PARAGRAPH, "One.")
            .add(BlockType.BOILERPLATE, "Leave a Reply")
            .item()
            .build();

    assertThat(contents(item)).containsExactly("null|Lead.", "First|First\n\nOne.");
  }

  @Test
  void takesTwoCrossheadsInARowAsTitleAndSubtitle() {
    NewsItem item =
        new NewsItems.Body()
            .add(BlockType.CROSSHEAD, "First")
            .add(BlockType.CROSSHEAD, "and more")
            .add(BlockType.PARAGRAPH, "One.")
            .item()
            .build();

    assertThat(contents(item)).containsExactly("First|First\n\nand more\n\nOne.");
  }

  @Test
  void dividesNothingWithoutCrosshead() {
    NewsItem item = new NewsItems.Body().add(BlockType.PARAGRAPH, "Lead.").item().build();

    assertThat(BodySections.of(item)).isEmpty();
  }

  @Test
  void ignoresBlocksOutsideTheText() {
    NewsItem item =
        NewsItems.of("", "Lead.")
            .setBlocks(
                List.of(
                    new Block(BlockType.CROSSHEAD, 3, 99, null),
                    new Block(BlockType.CROSSHEAD, 0, 4, null),
                    new Block(BlockType.PARAGRAPH, 4, 4, null)))
            .build();

    assertThat(contents(item)).containsExactly("Lead|Lead");
  }
}
