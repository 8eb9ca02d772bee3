package io.wiredesk.wire.normalise.body;

import io.wiredesk.schemas.BlockType;
import io.wiredesk.wire.charset.CleanCharacters;
import org.jspecify.annotations.Nullable;

/**
 * One paragraph of copy before its place in the text is known. Immutable.
 *
 * @param text never blank, without white space at its ends
 * @param type PARAGRAPH where the wire did not mark it as something else
 * @param level heading level 1–6 of a CROSSHEAD, null otherwise
 */
record Paragraph(String text, BlockType type, @Nullable Integer level) {

  Paragraph {
    text = CleanCharacters.bounded(text);
  }

  static Paragraph plain(String text) {
    return new Paragraph(text, BlockType.PARAGRAPH, null);
  }

  static Paragraph of(BlockType type, String text) {
    return new Paragraph(text, type, null);
  }

  Paragraph as(BlockType other) {
    return new Paragraph(text, other, other == BlockType.CROSSHEAD ? level : null);
  }

  boolean is(BlockType other) {
    return type == other;
  }
}
