package io.wiredesk.ingest.parse.web;

import io.wiredesk.ingest.parse.Field;
import io.wiredesk.ingest.parse.Parsed;
import io.wiredesk.ingest.parse.Parsed.Reason;
import io.wiredesk.ingest.parse.WireFormat;
import io.wiredesk.ingest.parse.WireInput;
import io.wiredesk.ingest.parse.WireItem;
import io.wiredesk.ingest.parse.WireParser;
import io.wiredesk.ingest.parse.text.WireText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dankito.readability4j.Readability4J;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
  private static final Pattern CHARSET =
      Pattern.compile("(?i)<meta[^>]+charset\\s*=\\s*[\"']?([\\w.:-]+)|encoding=[\"']([\\w.-]+)");
  private static final String NO_COPY =
      "script, style, noscript, template, iframe, svg, nav, form, button, input, select, object";

  @Override
  public Parsed parse(WireInput input) {
    WireText decoded = WireText.of(input.bytes(), charset(input));
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

  private static void body(Document page, WireItem item) {
    Element whole = page.clone().body();
    whole.select(NO_COPY).remove();
    Element article = article(page);
    String kept = article == null ? "" : letters(article.text());
    boolean enough = article != null && kept.length() >= KEPT * copy(whole);
    Element body = enough && article != null ? article : whole;
    withoutHeadline(body, item);
    Document owner = body.ownerDocument();
    if (owner != null) {
      owner.outputSettings().prettyPrint(false);
    }
    if (!letters(body.text()).isEmpty()) {
      item.html(body.html(), "main", enough ? "readability" : "body");
    }
  }

  /** The headline above the copy is a field of its own. */
  private static void withoutHeadline(Element body, WireItem item) {
    Element first = body.selectFirst("h1");
    if (first != null
        && item.headlines.stream()
            .anyMatch(h -> letters(h.getValue()).equalsIgnoreCase(letters(first.text())))) {
      first.remove();
    }
  }

  /** Readability's choice; null where it makes none, or there is no furniture to leave out. */
  private static @Nullable Element article(Document page) {
    if (page.select("p").size() < 2 || page.selectFirst("a[href]") == null) {
      return null;
    }
    Readability4J readability = new Readability4JExtended(PageAddresses.NOWHERE, page.clone());
    Element content = readability.parse().getArticleContent();
    if (content == null || content.text().isBlank()) {
      return null;
    }
    PageAddresses.withoutNowhere(content);
    return content;
  }

  /** Letters and digits of everything in the page that reads like a paragraph of copy. */
  private static int copy(Element whole) {
    int letters = 0;
    for (Element paragraph : whole.select("p, h2, h3, blockquote:not(:has(p)), pre, td, li")) {
      boolean menu =
          paragraph.closest("nav, footer, aside, header") != null
              || (paragraph.text().length() < 80 && paragraph.is("li"));
      letters += menu ? 0 : letters(paragraph.ownText().isBlank() ? "" : paragraph.text()).length();
    }
    return letters;
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints().filter(HtmlParser::isLetterOrNumber).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static boolean isLetterOrNumber(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private static String source(WireInput input) {
    String name = input.sourceName();
    return name != null && name.matches("https?://\\S+") ? name : "";
  }

  private static @Nullable String charset(WireInput input) {
    String stated = WireText.label(input.contentType());
    int length = Math.min(4096, input.bytes().length);
    String head = new String(input.bytes(), 0, length, StandardCharsets.ISO_8859_1);
    Matcher declared = CHARSET.matcher(head);
    if (stated != null || !declared.find()) {
      return stated;
    }
    return declared.group(1) == null ? declared.group(2) : declared.group(1);
  }

  private static Parsed rejected(Reason reason, String message) {
    return new Parsed.Rejected(WireFormat.HTML, reason, message);
  }
}
