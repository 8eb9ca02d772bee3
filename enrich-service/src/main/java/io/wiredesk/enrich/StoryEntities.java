package io.wiredesk.enrich;

import io.wiredesk.enrich.entity.EntityFinder;
import io.wiredesk.enrich.entity.TextRange;
import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.BlockType;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.NewsItem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The entities of an item's story: site furniture, bylines and notes are not searched, nor what
 * lies behind {@link #LONGEST}. Safe to share between threads.
 *
 * @param finder does the work
 */
record StoryEntities(EntityFinder finder) implements EntitySource {
  /**
   * No entity is looked for further into a text, in UTF-16 code units: some 17,000 words, ten times
   * a long read.
   */
  static final int LONGEST = 100_000;

  private static final Set<BlockType> APART =
      EnumSet.of(BlockType.BOILERPLATE, BlockType.BYLINE, BlockType.NOTE);

  @Override
  public List<Entity> find(NewsItem item, String language) {
    String headline = item.getHeadlines().isEmpty() ? null : item.getHeadlines().get(0).getValue();
    return finder.find(
        new EntityFinder.Document(
            item.getText(), headline, language, skip(item), item.getLocated()));
  }

  private static List<TextRange> skip(NewsItem item) {
    int length = item.getText().length();
    List<TextRange> skip = new ArrayList<>();
    for (Block block : item.getBlocks()) {
      int start = Math.max(0, block.getStart());
      int end = Math.min(length, block.getEnd());
      if (APART.contains(block.getType()) && start < end) {
        skip.add(new TextRange(start, end));
      }
    }
    if (length > LONGEST) {
      skip.add(new TextRange(LONGEST, length));
    }
    return skip;
  }

  @Override
  public Map<String, String> versions(String language) {
    return finder.versions(language);
  }
}
