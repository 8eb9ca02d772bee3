package io.wiredesk.wire.parse.web;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * What a page holds beside its article and readers do not take for it: hidden elements, readers'
 * comments, banners about cookies. Their text stays, as paragraphs that are marked as boilerplate.
 * Stateless.
 */
final class PageUnseen {

  private static final Evaluator CANDIDATES =
      QueryParser.parse(
          "[hidden], [style], [aria-hidden=true], #comments, #comment-list, #respond,"
              + " #disqus_thread, .comments, .comments-area, .comment-list, .commentlist,"
              + " [id*=cookie], [class*=cookie], [id*=consent], [class*=consent], #onetrust-banner-sdk");

  private static final Pattern NOT_SHOWN =
      Pattern.compile("(?i)(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

  /** An element with a larger share of the text is the article, shown by a script. */
  private static final double ARTICLE = 0.5;

  private PageUnseen() {}

  /**
   * Puts marked paragraphs in the place of such elements below this one.
   *
   * @param repairs gets hidden words within a paragraph, which are left out
   */
  static void mark(Element body, List<String> repairs) {
    int whole = body.text().length();
    for (Element element : body.select(CANDIDATES)) {
      boolean within = element != body && element.closest("p.boilerplate") == null;
      boolean shown = element.hasAttr("style") && isStyleAlone(element);
      if (within && !shown && element.text().length() <= ARTICLE * whole) {
        replace(element, repairs);
      }
    }
  }

  /** A style that hides nothing, on an element that is none of the others. */
  private static boolean isStyleAlone(Element element) {
    boolean other =
        element.hasAttr("hidden")
            || element.is("[aria-hidden=true]")
            || NOT_SHOWN.matcher(element.attr("style")).find();
    String names = element.id() + " " + element.className();
    return !other
        && !names.contains("comment")
        && !names.contains("cookie")
        && !names.contains("consent");
  }

  private static void replace(Element element, List<String> repairs) {
    String text = element.text().strip();
    if (text.isEmpty() || element.parent() == null) {
      return;
    }
    // within a paragraph a block would end it
    boolean inline = element.parent().closest("p, h1, h2, h3, h4, h5, h6") != null;
    if (inline) {
      repairs.add("hidden words left out of a paragraph: " + text);
      element.remove();
    } else {
      element.replaceWith(new Element("p").addClass("boilerplate").text(text));
    }
  }
}
