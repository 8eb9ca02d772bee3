package io.wiredesk.wire.parse.web;

import io.wiredesk.wire.charset.DeclaredCharset;
import io.wiredesk.wire.charset.WireText;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.Parsed.Reason;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.WireParser;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article page, or a fragment of HTML, as one item. What the page says about itself counts
 * in this order: JSON-LD, then OpenGraph and other meta elements, then the visible page. The body
 * is readability's; where that keeps less than {@value #KEPT} of the text in the page's paragraphs,
 * the whole body counts, so that no copy is lost (furniture is set apart later). Stateless.
 */
public final class HtmlParser implements WireParser {

  static final double KEPT = 0.5;

  private static final int MAX_CHARS = 8 * 1024 * 1024;
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Evaluator NO_COPY =
      Selector.evaluatorOf(
          "script, style, noscript, template, iframe, svg, nav, form, button, input, select, object");
  private static final Evaluator HEADLINE = new Evaluator.Tag("h1");

  @Override
  public Parsed parse(WireInput input) {
    WireText decoded =
        WireText.labelled(
            input.bytes(),
            Arrays.asList(
                WireText.label(input.contentType()), DeclaredCharset.ofHtml(input.bytes())));
    String html = decoded.value();
    if (html.length() > MAX_CHARS) {
      return rejected(Reason.REFUSED, "a page of " + html.length() + " characters");
    }
    if (HtmlDepth.exceeds(html)) {
      return rejected(Reason.REFUSED, "elements nested deeper than " + HtmlDepth.LIMIT);
    }
    Document page = Jsoup.parse(html, source(input));
    if (HtmlDepth.exceeds(page)) {
      return rejected(Reason.REFUSED, "elements nested deeper than " + HtmlDepth.TREE);
    }
    PageAddresses.complete(page);
    WireItem item = new WireItem();
    item.set(Field.TYPE, "text", "html");
    if (decoded.repair() != null) {
      item.repairs.add(decoded.repair());
    }
    JsonLd.read(page, item, input);
    PageMeta.read(page, item, input);
    body(page, item);
    return item.bodies.isEmpty() && item.headlines.isEmpty()
        ? rejected(Reason.NO_ITEM, "a page without headline or text")
        : new Parsed.Accepted(WireFormat.HTML, List.of(item));
  }

  /** The page is used up. */
  private static void body(Document page, WireItem item) {
    Element whole = page.clone().body();
    whole.select(NO_COPY).remove();
    Element article = article(page);
    Element body = article == null || !isEnough(article, whole) ? whole : article;
    withoutHeadline(body, item);
    PageUnseen.mark(body, item.repairs);
    Document owner = body.ownerDocument();
    if (owner != null) {
      owner.outputSettings().prettyPrint(false);
    }
    if (PageCopy.letters(body) > 0) {
      item.html(body.html(), "main", body == article ? "readability" : "body");
    }
  }

  private static boolean isEnough(Element article, Element whole) {
    int letters = PageCopy.letters(article);
    return letters >= KEPT * PageCopy.inParagraphs(whole)
        && (letters > 0 || !article.text().isBlank());
  }

  /** The headline above the copy is a field of its own. */
  private static void withoutHeadline(Element body, WireItem item) {
    Element first = body.selectFirst(HEADLINE);
    if (first != null
        && item.headlines.stream().anyMatch(h -> PageCopy.isSame(h.getValue(), first.text()))) {
      first.remove();
    }
  }

  /** Readability's choice; null where it makes none, or there is no furniture to leave out. */
  private static @Nullable Element article(Document page) {
    if (page.select("p").size() < 2 || page.selectFirst("a[href]") == null) {
      return null;
    }
    Element content =
        new Readability4JExtended(PageAddresses.NOWHERE, page).parse().getArticleContent();
    if (content != null) {
      PageAddresses.withoutNowhere(content);
    }
    return content;
  }

  private static String source(WireInput input) {
    String name = input.sourceName();
    return name != null && ADDRESS.matcher(name).matches() ? name : "";
  }

  private static Parsed rejected(Reason reason, String message) {
    return new Parsed.Rejected(WireFormat.HTML, reason, message);
  }
}
