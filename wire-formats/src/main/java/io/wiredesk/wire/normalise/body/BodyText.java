package io.wiredesk.wire.normalise.body;

import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.TextValue;
import java.util.List;

/**
 * A body, read. Immutable.
 *
 * @param bodies sanitised HTML first, then plain text, each in wire order
 * @param text canonical plain text, paragraphs separated by one blank line; empty where there is no
 *     body
 * @param blocks over {@code text}, in order, not overlapping, UTF-16 offsets
 * @param nonPublic what stood in the bodies for the newsroom alone, each once
 * @param repairs what had to be repaired, one sentence each
 */
public record BodyText(
    List<TextValue> bodies,
    String text,
    List<Block> blocks,
    List<String> nonPublic,
    List<String> repairs) {
  public BodyText {
    bodies = List.copyOf(bodies);
    blocks = List.copyOf(blocks);
    nonPublic = List.copyOf(nonPublic);
    repairs = List.copyOf(repairs);
  }
}
