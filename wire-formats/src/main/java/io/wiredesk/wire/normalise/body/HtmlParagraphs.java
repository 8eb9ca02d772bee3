package io.wiredesk.wire.normalise.body;

import io.wiredesk.schemas.BlockType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Clean HTML to paragraphs. Used by one thread, once. */
final class HtmlParagraphs {

  private static final Map<String, BlockType> HINTS =
      Map.of(
          "byline", BlockType.BYLINE,
          "dateline", BlockType.DATELINE,
          "credit", BlockType.CREDIT,
          "caption", BlockType.CAPTION,
          "note", BlockType.NOTE,
          "tagline", BlockType.CREDIT,
          "boilerplate", BlockType.BOILERPLATE);
  private static final int MAX_HEADING = 120;

  private final List<Paragraph> paragraphs = new ArrayList<>();

  private HtmlParagraphs() {}

  /** Paragraphs in document order. */
  static List<Paragraph> of(Element body) {
    HtmlParagraphs reader = new HtmlParagraphs();
    reader.children(body, BlockType.PARAGRAPH);
    return reader.paragraphs;
  }

  private void children(Element parent, BlockType type) {
    StringBuilder inline = new StringBuilder();
    for (Node node : parent.childNodes()) {
      if (node instanceof Element element && isBlock(element)) {
        flush(inline, type);
        block(element, type);
      } else {
        inline(node, inline);
      }
    }
    flush(inline, type);
  }

  private void block(Element element, BlockType type) {
    String tag = element.normalName();
    switch (tag) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, tag.charAt(1) - '0');
      case "ul", "ol" -> children(element, BlockType.LIST_ITEM);
      case "blockquote" -> children(element, BlockType.QUOTE);
      case "figure", "figcaption", "caption" -> children(element, BlockType.CAPTION);
      case "table" -> table(element);
      case "pre" -> preformatted(element);
      case "p" -> paragraph(element, type);
      default -> children(element, type);
    }
  }

  private void heading(Element element, int level) {
    String text = textOf(element);
    if (!text.isEmpty()) {
      paragraphs.add(new Paragraph(text, BlockType.CROSSHEAD, level));
    }
  }

  private void paragraph(Element element, BlockType type) {
    BlockType hint = HINTS.get(element.className());
    String text = textOf(element);
    if (text.isEmpty()) {
      return;
    }
    if (hint != null) {
      paragraphs.add(Paragraph.of(hint, text));
    } else if (type == BlockType.PARAGRAPH && isBoldTitle(element, text)) {
      paragraphs.add(new Paragraph(text, BlockType.CROSSHEAD, 3));
    } else {
      paragraphs.add(Paragraph.of(type, text));
    }
  }

  /** A paragraph all in bold that reads as a title is a heading, save at the very top. */
  private boolean isBoldTitle(Element paragraph, String text) {
    boolean bold = false;
    for (Node child : paragraph.childNodes()) {
      if (child instanceof Element e
          && ("b".equals(e.normalName()) || "strong".equals(e.normalName()))) {
        bold = true;
      } else if (!(child instanceof TextNode blank && blank.isBlank())) {
        return false;
      }
    }
    return bold
        && !paragraphs.isEmpty()
        && text.length() <= MAX_HEADING
        && paragraph.nextElementSibling() != null
        && Crossheads.isTitle(text);
  }

  private void preformatted(Element element) {
    String text = element.wholeText().strip();
    if (!text.isEmpty()) {
      paragraphs.addAll(PlainText.paragraphs(text));
    }
  }

  private void table(Element table) {
    String captions = bare(table.select("> caption"));
    String text = isLayout(table) ? "" : rows(table);
    if (!Lines.bare(captions + text).equals(Lines.bare(table.wholeText()))) {
      children(table, BlockType.PARAGRAPH); // copy astray between the cells, or no table at all
      return;
    }
    table.select("> caption").forEach(caption -> children(caption, BlockType.CAPTION));
    if (!text.isEmpty()) {
      paragraphs.add(Paragraph.of(BlockType.TABLE, text));
    }
  }

  private static String bare(List<Element> elements) {
    StringBuilder text = new StringBuilder();
    elements.forEach(element -> text.append(textOf(element)));
    return text.toString();
  }

  private static String rows(Element table) {
    StringBuilder rows = new StringBuilder();
    for (Element row : table.select("tr")) {
      StringBuilder cells = new StringBuilder();
      row.children().forEach(cell -> cells.append('\t').append(textOf(cell).replace('\n', ' ')));
      if (!cells.toString().isBlank()) {
        rows.append(rows.length() == 0 ? "" : "\n").append(cells.substring(1));
      }
    }
    return rows.toString().strip();
  }

  /** A table that only arranges copy on a page: cells with several paragraphs or tables in them. */
  private static boolean isLayout(Element table) {
    boolean stray = table.children().stream().anyMatch(c -> "p".equals(c.normalName()));
    return stray
        || table
                .select("table table, td > p + p, td > ul, td > ol, td > h1, td > h2, td > h3")
                .size()
            > 0
        || table.select("td").stream().anyMatch(cell -> textOf(cell).length() > 600);
  }

  private void flush(StringBuilder inline, BlockType type) {
    String text = tidy(inline);
    inline.setLength(0);
    if (!text.isEmpty()) {
      paragraphs.add(Paragraph.of(type, text));
    }
  }

  private static boolean isBlock(Element element) {
    return HtmlCleaner.BLOCKS.contains(element.normalName());
  }

  /** Text of an element in one paragraph; line breaks of the mark-up are kept as such. */
  static String textOf(Element element) {
    StringBuilder text = new StringBuilder();
    inline(element, text);
    return tidy(text);
  }

  private static void inline(Node node, StringBuilder into) {
    NodeTraversor.traverse(new Inline(into), node);
  }

  /** Runs of white space become one space, empty lines go, lines lose the space at their ends. */
  private static String tidy(CharSequence raw) {
    StringBuilder tidy = new StringBuilder(raw.length());
    boolean space = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean atStart = tidy.length() == 0 || tidy.charAt(tidy.length() - 1) == '\n';
      if (c == '\n') {
        tidy.append(atStart ? "" : "\n");
        space = false;
      } else if (Lines.isBlank(c)) {
        space = !atStart;
      } else if (!Lines.isInvisible(c)) {
        tidy.append(space ? " " : "").append(c);
        space = false;
      }
    }
    return tidy.toString().stripTrailing();
  }

  /** Collects text; source line breaks are spaces, {@code br} and inner blocks are line breaks. */
  private record Inline(StringBuilder into) implements NodeVisitor {
    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        into.append(text.getWholeText().replace('\n', ' '));
      } else if (node instanceof Element element && (isBlock(element) || isBreak(element))) {
        into.append('\n');
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element && isBlock(element)) {
        into.append('\n');
      }
    }

    private static boolean isBreak(Element element) {
      return "br".equals(element.normalName());
    }
  }
}
