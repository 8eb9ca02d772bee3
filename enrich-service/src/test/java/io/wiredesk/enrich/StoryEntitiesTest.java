package io.wiredesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.enrich.entity.EntityFinder;
import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.BlockType;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.NewsItem;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryEntitiesTest {
  private final StoryEntities entities = new StoryEntities(EntityFinder.withGazetteerOnly());

  private List<String> names(NewsItem item) {
    return entities.find(item, "en").stream().map(Entity::getName).toList();
  }

  @Test
  void findsWhatTheStoryNames() {
    NewsItem item =
        new NewsItems.Body()
            .add(BlockType.PARAGRAPH, "The ministers of Norway and Uzbekistan met on Monday.")
            .item()
            .build();

    assertThat(names(item)).contains("Norway", "Uzbekistan");
  }

  @Test
  void searchesCreditsButNoFurnitureBylineAndNotes() {
    NewsItem item =
        new NewsItems.Body()
            .add(BlockType.BYLINE, "By Ann Other in Uzbekistan")
            .add(BlockType.PARAGRAPH, "The minister of Norway spoke.")
            .add(BlockType.CREDIT, "Australia Press")
            .add(BlockType.NOTE, "Contact: desk in Iran")
            .add(BlockType.BOILERPLATE, "More news from China")
            .item()
            .build();

    assertThat(names(item)).containsExactlyInAnyOrder("Norway", "Australia");
  }

  @Test
  void looksNoFurtherThanItsLimitAndTakesBlocksOutsideTheText() {
    String text = "Norway. ".repeat(StoryEntities.LONGEST / 4);
    NewsItem item =
        NewsItems.of("", text)
            .setBlocks(List.of(new Block(BlockType.BOILERPLATE, -5, 900_000_000, null)))
            .build();

    assertThat(names(item)).isEmpty();
    assertThat(entities.find(NewsItems.of("", text).build(), "en"))
        .flatExtracting(Entity::getMentions)
        .isNotEmpty()
        .allMatch(mention -> mention.getEnd() <= StoryEntities.LONGEST);
  }
}
