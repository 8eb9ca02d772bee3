package io.wiredesk.wire.parse.text;

import io.wiredesk.wire.parse.WireItem;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a text wire as paragraphs and tables. A paragraph ends at an empty line; where a text
 * has indented starts instead, at these; where every line is long and there are neither, at every
 * line; also where a line stops long before the margin. Lines that hold columns (figures, runs of
 * spaces, tabs) stay lines of a table. No visible character is lost. Immutable.
 */
public final class TextBlocks {

  private static final int LONG_LINE = 100;
  private static final int SHORT_LINE = 60;

  private record Block(boolean table, List<String> lines) {

    /** A paragraph as one line, a table as it stands. */
    void appendTo(StringBuilder text) {
      if (table) {
        for (int i = 0; i < lines.size(); i++) {
          text.append(i == 0 ? "" : "\n").append(lines.get(i));
        }
        return;
      }
      boolean wide = false;
      for (int i = 0; i < lines.size(); i++) {
        String next = lines.get(i).strip();
        boolean joined = wide && LineShape.isWide(next.codePointAt(0));
        text.append(i == 0 || joined ? "" : " ").append(next);
        wide = LineShape.isWide(next.codePointBefore(next.length()));
      }
    }
  }

  private final List<Block> blocks;
  private final int size;

  private TextBlocks(List<Block> blocks, int size) {
    this.blocks = blocks;
    this.size = size;
  }

  public static TextBlocks of(List<String> lines) {
    boolean byIndent = indented(lines);
    boolean byLine = !byIndent && longLines(lines);
    int width = 0;
    int size = 0;
    for (String line : lines) {
      width = line.length() <= LONG_LINE ? Math.max(width, line.length()) : width;
      size += line.length() + 2;
    }
    List<Block> blocks = new ArrayList<>();
    List<String> open = new ArrayList<>();
    int rows = 0;
    boolean parted = false; // the line before stands by itself
    for (String line : lines) {
      boolean blank = line.isBlank();
      boolean row = !blank && LineShape.isTabular(line);
      boolean parts = NonPublicLine.is(line);
      boolean starts =
          blank
              || byLine
              || parts
              || parted
              || (byIndent && LineShape.isIndented(line))
              || LineShape.hasWideIndent(line);
      parted = parts;
      if (starts && !open.isEmpty() && !(row && rows == open.size())) {
        close(open, rows, width, blocks);
        open = new ArrayList<>();
        rows = 0;
      }
      if (!blank) {
        rows += row ? 1 : 0;
        open.add(line.stripTrailing());
      }
    }
    close(open, rows, width, blocks);
    return new TextBlocks(blocks, size);
  }

  /** True where some lines form a table. */
  public boolean hasTable() {
    for (Block block : blocks) {
      if (block.table) {
        return true;
      }
    }
    return false;
  }

  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  /** Paragraphs on one line each, tables on theirs, an empty line between them. */
  public String text() {
    StringBuilder text = new StringBuilder(size);
    for (Block block : blocks) {
      text.append(text.isEmpty() ? "" : "\n\n");
      block.appendTo(text);
    }
    return text.toString();
  }

  /** True where one of the text's first lines, those between blocks counted, is longer. */
  boolean hasLonger(int length, int within) {
    return text().lines().limit(within).anyMatch(line -> line.length() > length);
  }

  /** Gives the item its dateline and its body: HTML where there is a table, else text. */
  void offer(WireItem item, String origin) {
    String text = text();
    Dateline.offer(item, text, "dateline");
    if (hasTable()) {
      item.html(html(), "main", origin);
    } else {
      item.text(text, "main", origin);
    }
  }

  /** Paragraphs as {@code p}, tables as {@code pre}. */
  public String html() {
    StringBuilder out = new StringBuilder(size + size / 8 + 8 * blocks.size());
    StringBuilder text = new StringBuilder();
    for (Block block : blocks) {
      text.setLength(0);
      block.appendTo(text);
      out.append(block.table ? "<pre>" : "<p>");
      Markup.append(text.toString(), out);
      out.append(block.table ? "</pre>\n" : "</p>\n");
    }
    return out.toString();
  }

  private static void close(List<String> open, int rows, int width, List<Block> blocks) {
    if (open.size() > 1 && (rows * 2 > open.size() || isList(open))) {
      blocks.add(new Block(true, open));
    } else if (!open.isEmpty()) {
      paragraphs(open, width, blocks);
    }
  }

  private static boolean isList(List<String> lines) {
    for (String line : lines) {
      if (line.length() >= SHORT_LINE || LineShape.isPoint(line) || LineShape.isWide(line)) {
        return false;
      }
    }
    return lines.size() > 2;
  }

  /** A line that ends long before the margin, although the next word had room, ends a paragraph. */
  private static void paragraphs(List<String> lines, int width, List<Block> blocks) {
    int from = 0;
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      int last = lines.get(i - 1).length();
      boolean ended = last < 0.6 * width && last + 1 + LineShape.firstWord(line) <= width;
      if (ended || LineShape.isPoint(line)) {
        blocks.add(new Block(false, lines.subList(from, i)));
        from = i;
      }
    }
    blocks.add(new Block(false, lines.subList(from, lines.size())));
  }

  /** Paragraph starts are indented while their further lines are not. */
  private static boolean indented(List<String> lines) {
    int indented = 0;
    int flush = 0;
    for (String line : lines) {
      if (!line.isEmpty() && !Character.isWhitespace(line.charAt(0))) {
        flush++; // not blank
      } else if (LineShape.isIndented(line)) {
        indented++;
      }
    }
    return indented > 0 && flush >= indented;
  }

  private static boolean longLines(List<String> lines) {
    int visible = 0;
    int ended = 0;
    for (String line : lines) {
      visible += line.isBlank() ? 0 : 1;
      ended += line.length() > LONG_LINE ? 1 : 0;
    }
    return visible > 0 && ended * 3 > visible;
  }
}
