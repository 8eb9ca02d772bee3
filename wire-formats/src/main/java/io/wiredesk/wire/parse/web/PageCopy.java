package io.wiredesk.wire.parse.web;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** How much copy there is, counted in letters and digits. Stateless. */
final class PageCopy {

  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h2", "h3", "blockquote", "pre", "td", "li");
  private static final Set<String> FURNITURE = Set.of("nav", "footer", "aside", "header");
  private static final int MENU_ITEM = 80;

  private PageCopy() {}

  /** Letters and digits of everything below an element that reads like a paragraph of copy. */
  static int inParagraphs(Element whole) {
    int letters = 0;
    for (Element element : whole.getAllElements()) {
      if (isParagraph(element) && hasOwnText(element) && !isFurniture(element)) {
        letters += letters(element);
      }
    }
    return letters;
  }

  /** Letters and digits of all text below a node. */
  static int letters(Node node) {
    if (node instanceof TextNode text) {
      return letters(text.getWholeText());
    }
    int letters = 0;
    for (int i = 0; i < node.childNodeSize(); i++) {
      letters += letters(node.childNode(i));
    }
    return letters;
  }

  private static boolean hasOwnText(Element element) {
    for (int i = 0; i < element.childNodeSize(); i++) {
      if (element.childNode(i) instanceof TextNode text && hasLetter(text.getWholeText())) {
        return true;
      }
    }
    return !element.ownText().isBlank();
  }

  private static boolean isParagraph(Element element) {
    String name = element.normalName();
    return PARAGRAPHS.contains(name)
        && !(name.equals("blockquote") && !element.getElementsByTag("p").isEmpty())
        && !(name.equals("li") && element.text().length() < MENU_ITEM);
  }

  private static boolean isFurniture(Element paragraph) {
    for (Element at = paragraph.parent(); at != null; at = at.parent()) {
      if (FURNITURE.contains(at.normalName())) {
        return true;
      }
    }
    return false;
  }

  /** True where some text below an element has a letter or digit. */
  static boolean isIn(Element body) {
    return body.nodeStream(TextNode.class).anyMatch(text -> hasLetter(text.getWholeText()));
  }

  private static boolean hasLetter(String text) {
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      if (isLetterOrNumber(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** How many letters and digits a text has, in units of UTF-16. */
  private static int letters(String text) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isHighSurrogate(c)) {
        letters += isLetterOrNumber(c) ? 1 : 0;
      } else if (isLetterOrNumber(text.codePointAt(i))) {
        letters += 2;
      }
    }
    return letters;
  }

  /** True where two texts have the same letters and digits, whatever their case. */
  static boolean isSame(@Nullable String one, String other) {
    return one != null && only(one).equalsIgnoreCase(only(other));
  }

  private static String only(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints().filter(PageCopy::isLetterOrNumber).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static boolean isLetterOrNumber(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
