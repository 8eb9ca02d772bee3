package io.wiredesk.wire.normalise.body;

import io.wiredesk.schemas.Block;
import io.wiredesk.wire.normalise.body.PlainText.Span;
import java.util.ArrayList;
import java.util.List;

/** Blocks over a text. Stateless. */
public final class Blocks {

  private Blocks() {}

  /**
   * Blocks over a text that must stay as it is: paragraphs, headings that nobody marked, lists,
   * tables, and the furniture of a web page at its head and tail. In order, not overlapping; UTF-16
   * offsets, end exclusive; white space between paragraphs belongs to no block.
   */
  public static List<Block> ofPlainText(String text) {
    List<Span> spans = PlainText.spans(text);
    List<Paragraph> types =
        BlockTyper.settle(spans.stream().map(span -> Paragraph.plain(span.in(text))).toList());
    List<Block> blocks = new ArrayList<>(spans.size());
    for (int i = 0; i < spans.size(); i++) {
      Paragraph paragraph = types.get(i);
      Span span = spans.get(i);
      blocks.add(new Block(paragraph.type(), span.start(), span.end(), paragraph.level()));
    }
    return blocks;
  }

  /** Blocks over the paragraphs joined by {@code separator}. */
  static List<Block> over(List<Paragraph> paragraphs, String separator) {
    List<Block> blocks = new ArrayList<>(paragraphs.size());
    int start = 0;
    for (Paragraph paragraph : paragraphs) {
      int end = start + paragraph.text().length();
      blocks.add(new Block(paragraph.type(), start, end, paragraph.level()));
      start = end + separator.length();
    }
    return blocks;
  }
}
