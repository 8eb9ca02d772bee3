package io.wiredesk.enrich.body;

import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.BlockType;
import io.wiredesk.schemas.BodySection;
import io.wiredesk.schemas.NewsItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Divides a body at its crossheads. Stateless. */
public final class BodySections {
  /** Recorded in {@code Enrichment.models}. */
  public static final String VERSION = "1";

  private BodySections() {}

  /**
   * The parts of the body in text order: the lead (no title) where anything stands before the first
   * crosshead, then one part a crosshead, which reaches to the next one and begins with its own
   * title. Site furniture at the end of a part is left out of it. Crossheads that follow each other
   * directly are a title and a subtitle: one part. Empty where the body has no crosshead; blocks
   * outside the text count for nothing.
   */
  public static List<BodySection> of(NewsItem item) {
    List<Block> story =
        item.getBlocks().stream()
            .filter(block -> block.getType() != BlockType.BOILERPLATE)
            .filter(block -> isWithin(block, item.getText()))
            .toList();
    if (story.stream().noneMatch(BodySections::isCrosshead)) {
      return List.of();
    }
    List<BodySection> sections = new ArrayList<>();
    boolean afterCrosshead = false;
    for (Block block : story) {
      if (sections.isEmpty() || (isCrosshead(block) && !afterCrosshead)) {
        sections.add(
            new BodySection(title(block, item.getText()), block.getStart(), block.getEnd()));
      } else {
        sections.get(sections.size() - 1).setEnd(block.getEnd());
      }
      afterCrosshead = isCrosshead(block);
    }
    return sections;
  }

  private static boolean isCrosshead(Block block) {
    return block.getType() == BlockType.CROSSHEAD;
  }

  private static @Nullable String title(Block block, String text) {
    return isCrosshead(block) ? text.substring(block.getStart(), block.getEnd()).strip() : null;
  }

  private static boolean isWithin(Block block, String text) {
    return block.getStart() >= 0
        && block.getStart() < block.getEnd()
        && block.getEnd() <= text.length();
  }
}
