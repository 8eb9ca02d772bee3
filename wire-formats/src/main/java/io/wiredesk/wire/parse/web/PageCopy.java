package io.wiredesk.wire.parse.web;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** How much copy there is, counted in letters and digits. Stateless. */
final class PageCopy {

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Evaluator PARAGRAPHS =
      Selector.evaluatorOf("p, h2, h3, blockquote:not(:has(p)), pre, td, li");
  private static final Evaluator FURNITURE = Selector.evaluatorOf("nav, footer, aside, header");
  private static final int MENU_ITEM = 80;

  private PageCopy() {}

  /** Letters and digits of everything below an element that reads like a paragraph of copy. */
  static int inParagraphs(Element whole) {
    return whole.select(PARAGRAPHS).stream()
        .filter(PageCopy::isCopy)
        .mapToInt(PageCopy::letters)
        .sum();
  }

  private static boolean isCopy(Element paragraph) {
    boolean menu = paragraph.nameIs("li") && paragraph.text().length() < MENU_ITEM;
    return !menu && !paragraph.ownText().isBlank() && paragraph.closest(FURNITURE) == null;
  }

  /** Letters and digits of all text below an element. */
  static int letters(Element element) {
    return only(element.text()).length();
  }

  /** True where two texts have the same letters and digits, whatever their case. */
  static boolean isSame(@Nullable String one, String other) {
    return one != null && only(one).equalsIgnoreCase(only(other));
  }

  private static String only(String text) {
    return NO_LETTERS.matcher(text).replaceAll("");
  }
}
