package io.wiredesk.ingest.parse.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines of a text wire as paragraphs and tables. A paragraph ends at an empty line; where a text
 * has indented starts instead, at these; where every line is long and there are neither, at every
 * line; also where a line stops long before the margin. Lines that hold columns (figures, runs of
 * spaces, tabs) stay lines of a table. No visible character is lost. Immutable.
 */
public final class TextBlocks {

  private static final Pattern COLUMNS =
      Pattern.compile("\\S(?: {3,}|\\t+| \\.{3,})\\S|;[^;\\s]*;[^;]*;");
  private static final Pattern FIGURE = Pattern.compile("\\d+[.,]\\d+ +\\S");
  private static final Pattern INDENT = Pattern.compile("^(?: {2,}|\\t)\\s*\\S.*");
  private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*•–] |#{1,4} |\\d{1,2}[.)] )");
  private static final int LONG_LINE = 100;
  private static final int SHORT_LINE = 60;

  private record Block(boolean table, List<String> lines) {}

  private final List<Block> blocks;

  private TextBlocks(List<Block> blocks) {
    this.blocks = blocks;
  }

  public static TextBlocks of(List<String> lines) {
    boolean byIndent = indented(lines);
    boolean byLine = !byIndent && longLines(lines);
    int width = lines.stream().mapToInt(String::length).filter(l -> l <= LONG_LINE).max().orElse(0);
    List<Block> blocks = new ArrayList<>();
    List<String> open = new ArrayList<>();
    boolean rows = true;
    for (String line : lines) {
      boolean starts = line.isBlank() || byLine || (byIndent && isIndented(line));
      if (starts && !open.isEmpty() && !(rows && tabular(line))) {
        close(open, width, blocks);
        rows = true;
      }
      if (!line.isBlank()) {
        rows &= tabular(line);
        open.add(line.stripTrailing());
      }
    }
    close(open, width, blocks);
    return new TextBlocks(blocks);
  }

  /** True where some lines form a table. */
  public boolean hasTable() {
    return blocks.stream().anyMatch(Block::table);
  }

  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  /** Paragraphs on one line each, tables on theirs, an empty line between them. */
  public String text() {
    List<String> parts = new ArrayList<>();
    for (Block block : blocks) {
      parts.add(block.table ? String.join("\n", block.lines) : flowing(block.lines));
    }
    return String.join("\n\n", parts);
  }

  /** Paragraphs as {@code p}, tables as {@code pre}. */
  public String html() {
    StringBuilder out = new StringBuilder();
    for (Block block : blocks) {
      if (block.table) {
        out.append("<pre>").append(Markup.escape(String.join("\n", block.lines)));
        out.append("</pre>\n");
      } else {
        out.append("<p>").append(Markup.escape(flowing(block.lines))).append("</p>\n");
      }
    }
    return out.toString();
  }

  private static void close(List<String> open, int width, List<Block> blocks) {
    if (open.isEmpty()) {
      return;
    }
    long rows = open.stream().filter(TextBlocks::tabular).count();
    boolean list = open.size() > 2 && open.stream().allMatch(TextBlocks::isShortRow);
    if (open.size() > 1 && (rows * 2 > open.size() || list)) {
      blocks.add(new Block(true, List.copyOf(open)));
    } else {
      paragraphs(open, width, blocks);
    }
    open.clear();
  }

  /** A line that ends long before the margin, although the next word had room, ends a paragraph. */
  private static void paragraphs(List<String> lines, int width, List<Block> blocks) {
    List<String> paragraph = new ArrayList<>();
    for (String line : lines) {
      boolean starts = !paragraph.isEmpty() && BULLET.matcher(line).find();
      if (!paragraph.isEmpty()) {
        String last = paragraph.get(paragraph.size() - 1);
        int room = last.length() + 1 + firstWord(line.strip());
        starts |= last.length() < 0.6 * width && room <= width;
      }
      if (starts) {
        blocks.add(new Block(false, List.copyOf(paragraph)));
        paragraph.clear();
      }
      paragraph.add(line);
    }
    blocks.add(new Block(false, List.copyOf(paragraph)));
  }

  /** Length of a line up to its first space. */
  private static int firstWord(String line) {
    int end = 0;
    while (end < line.length() && !isSpace(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean tabular(String line) {
    int indent = 0;
    while (indent < line.length() && isSpace(line.charAt(indent))) {
      indent++;
    }
    String row = line.substring(indent);
    return isFigure(row.stripLeading()) || (mayHaveColumns(row) && COLUMNS.matcher(row).find());
  }

  private static boolean isFigure(String row) {
    return !row.isEmpty() && Character.isDigit(row.charAt(0)) && FIGURE.matcher(row).lookingAt();
  }

  /** Without one of these no pattern of columns is found: most lines are done with here. */
  private static boolean mayHaveColumns(String line) {
    return line.indexOf(';') >= 0
        || line.indexOf('\t') >= 0
        || line.contains("   ")
        || line.contains(" ...");
  }

  private static boolean isShortRow(String line) {
    return line.length() < SHORT_LINE && !BULLET.matcher(line).find() && !wide(line);
  }

  /** Chinese, Japanese: no space where lines were broken, and lines are short. */
  private static boolean wide(String line) {
    return line.codePoints().anyMatch(TextBlocks::isWide);
  }

  private static boolean isWide(int c) {
    return Character.isIdeographic(c)
        || (c >= 0x3000 && c <= 0x30ff)
        || (c >= 0xff00 && c <= 0xffef);
  }

  private static String flowing(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      String next = line.strip();
      boolean joined =
          !text.isEmpty()
              && isWide(text.codePointBefore(text.length()))
              && isWide(next.codePointAt(0));
      text.append(text.isEmpty() || joined ? "" : " ").append(next);
    }
    return text.toString();
  }

  /** Paragraph starts are indented while their further lines are not. */
  private static boolean indented(List<String> lines) {
    long indented = lines.stream().filter(TextBlocks::isIndented).count();
    long flush =
        lines.stream()
            .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
            .count();
    return indented > 0 && flush >= indented;
  }

  private static boolean isIndented(String line) {
    return !line.isEmpty() && line.charAt(0) <= ' ' && INDENT.matcher(line).matches();
  }

  private static boolean longLines(List<String> lines) {
    long visible = lines.stream().filter(line -> !line.isBlank()).count();
    long ended = lines.stream().filter(line -> line.length() > LONG_LINE).count();
    return visible > 0 && ended * 3 > visible;
  }
}
