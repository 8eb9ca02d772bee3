package io.wiredesk.wire.normalise.body;

import io.wiredesk.schemas.BlockType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Says of paragraphs that the wire left unmarked what they are. Types that the wire gave stay,
 * except that furniture is furniture however it was marked up. Stateless.
 */
final class BlockTyper {

  private static final int HEAD_PARAGRAPHS = 4;

  private static final Pattern BYLINE =
      Pattern.compile(
          "^(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|DI|Door)\\s+\\p{Lu}[\\p{L}.'’-]*(?:[ ,]+(?:and|und|et|y|e|"
              + "en|de|da|di|van|von|der|AND|UND|ET|\\p{Lu}[\\p{L}.'’-]*|\\([^)]{1,30}\\)|/)){0,11}$");
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?iu)^[(\\[]?(?:(?:additional |further )?(?:reporting|writing|editing|compiled) by\\b|"
              + "(?:photo|picture|image|foto|bild|grafik|graphic|video|fotos|photos|crédits?|"
              + "credits?|source|quelle|fuente|fonte)(?: by|\\s*:|\\s*©)|©\\s*(?:photo|foto|dpa|afp|ap|reuters))[^\\n]{0,240}$");
  private static final Pattern NOTE =
      Pattern.compile(
          "(?iu)^[(\\[*# ]{0,3}(?:eds?:|editors?:|editor['’]s notes?\\s*:|editors['’] notes?\\s*:|"
              + "notes? to editors\\b|notes? for editors\\b|notizblock|redaktioneller hinweis|"
              + "hinweis an die redaktion|note aux? rédactions?|nota (?:a|para) (?:los )?"
              + "(?:editores|redactores)|nota (?:ai|per i) redattori)[^\\n]*");

  private BlockTyper() {}

  /** The same paragraphs in the same order, with their types settled. */
  static List<Paragraph> settle(List<Paragraph> paragraphs) {
    List<Paragraph> settled = new ArrayList<>(paragraphs);
    markFurniture(settled);
    SignOffs.mark(settled);
    markKnownLines(settled);
    markLists(settled);
    markCrossheads(settled);
    markHeadline(settled);
    return settled;
  }

  /** A page's title above its copy heads the whole, not a section of it. */
  private static void markHeadline(List<Paragraph> paragraphs) {
    if (!paragraphs.isEmpty() && Integer.valueOf(1).equals(paragraphs.get(0).level())) {
      paragraphs.set(0, paragraphs.get(0).as(BlockType.OTHER));
    }
  }

  private static void markFurniture(List<Paragraph> paragraphs) {
    boolean[] furniture = new boolean[paragraphs.size()];
    Furniture.markHead(paragraphs, furniture);
    int tail = Furniture.tailStart(paragraphs);
    int copy = 0;
    for (int i = 0; i < furniture.length; i++) {
      furniture[i] |= i >= tail || Furniture.isInline(paragraphs.get(i));
      copy += furniture[i] ? 0 : 1;
    }
    for (int i = 0; copy > 0 && i < furniture.length; i++) {
      if (furniture[i]) {
        paragraphs.set(i, paragraphs.get(i).as(BlockType.BOILERPLATE));
      }
    }
  }

  private static void markKnownLines(List<Paragraph> paragraphs) {
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph paragraph = paragraphs.get(i);
      if (paragraph.is(BlockType.PARAGRAPH)) {
        paragraphs.set(i, paragraph.as(known(paragraph.text(), i, paragraphs.size())));
      }
    }
  }

  private static BlockType known(String text, int at, int size) {
    boolean head = at < HEAD_PARAGRAPHS;
    if (head && text.length() <= 120 && BYLINE.matcher(text).matches()) {
      return BlockType.BYLINE;
    }
    if (Lines.isTable(text)) {
      return BlockType.TABLE;
    }
    if (CREDIT.matcher(text).find()) {
      return BlockType.CREDIT;
    }
    boolean edge = head || at >= size - HEAD_PARAGRAPHS;
    return edge && NOTE.matcher(text).find() ? BlockType.NOTE : BlockType.PARAGRAPH;
  }

  /** Bulleted paragraphs are a list where two of them stand together. */
  private static void markLists(List<Paragraph> paragraphs) {
    boolean[] bullet = new boolean[paragraphs.size() + 2];
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph p = paragraphs.get(i);
      bullet[i + 1] = p.is(BlockType.PARAGRAPH) && Lines.isListItem(p.text());
    }
    for (int i = 0; i < paragraphs.size(); i++) {
      if (bullet[i + 1] && (bullet[i] || bullet[i + 2])) {
        paragraphs.set(i, paragraphs.get(i).as(BlockType.LIST_ITEM));
      }
    }
  }

  /** Unmarked headings are looked for only where the wire marked none. */
  private static void markCrossheads(List<Paragraph> paragraphs) {
    if (paragraphs.stream().anyMatch(p -> p.is(BlockType.CROSSHEAD))) {
      return;
    }
    List<Paragraph> before = List.copyOf(paragraphs);
    for (int i = 0; i < before.size(); i++) {
      if (Crossheads.at(before, i)) {
        paragraphs.set(i, new Paragraph(before.get(i).text(), BlockType.CROSSHEAD, 2));
      }
    }
  }
}
