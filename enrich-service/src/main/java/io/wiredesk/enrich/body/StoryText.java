package io.wiredesk.enrich.body;

import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.BlockType;
import io.wiredesk.schemas.NewsItem;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a model that needs no offsets is to read of an item: its story without site furniture,
 * bylines, credits and notes. Immutable.
 *
 * @param headline main headline, empty where there is none
 * @param text the beginning of the story, {@link #LONGEST} UTF-16 code units at most
 */
public record StoryText(String headline, String text) {
  /** No model looks further than this into a text, in UTF-16 code units. */
  public static final int LONGEST = 20_000;

  private static final Set<BlockType> APART =
      EnumSet.of(
          BlockType.BOILERPLATE,
          BlockType.BYLINE,
          BlockType.CREDIT,
          BlockType.NOTE,
          BlockType.DATELINE);

  /** The story of an item; the whole text where the item has no blocks. */
  public static StoryText of(NewsItem item) {
    String headline =
        item.getHeadlines().isEmpty() ? "" : item.getHeadlines().get(0).getValue().strip();
    return new StoryText(cut(headline), story(item));
  }

  /** Headline and text as one, the headline once where the text begins with it. */
  public String withHeadline() {
    if (headline.isEmpty() || text.stripLeading().startsWith(headline)) {
      return text;
    }
    return headline + (endsSentence(headline) ? " " : ". ") + text;
  }

  private static String story(NewsItem item) {
    if (item.getBlocks().isEmpty()) {
      return cut(item.getText());
    }
    StringBuilder story = new StringBuilder();
    int length = item.getText().length();
    for (Block block : item.getBlocks()) {
      int start = Math.max(0, block.getStart());
      int end = Math.min(length, block.getEnd());
      if (!APART.contains(block.getType()) && start < end && story.length() < LONGEST) {
        story.append(story.isEmpty() ? "" : "\n");
        story.append(item.getText(), start, Math.min(end, start + LONGEST - story.length()));
      }
    }
    return story.toString();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private static boolean endsSentence(String headline) {
    return ".!?…".indexOf(headline.charAt(headline.length() - 1)) >= 0;
  }
}
