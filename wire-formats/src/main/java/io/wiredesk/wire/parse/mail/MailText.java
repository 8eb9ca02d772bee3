package io.wiredesk.wire.parse.mail;

import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.text.CopyLines;
import io.wiredesk.wire.parse.text.TextBlocks;
import io.wiredesk.wire.parse.text.TextParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** A mail's own text as an item's body. Stateless. */
final class MailText {

  /** Share of the plain part's letters that the HTML part must carry to be taken. */
  private static final double CARRIES = 0.9;

  private static final Evaluator UNSEEN = QueryParser.parse("script, style, head, title");

  private MailText() {}

  static void fill(WireItem item, MailParts parts, WireInput input) {
    String plain = parts.text();
    String html = parts.html();
    if (html != null) {
      Document page = Jsoup.parse(html);
      page.select(UNSEEN).remove();
      page.outputSettings().prettyPrint(false);
      if (plain == null || letters(page.wholeText()) >= CARRIES * letters(plain)) {
        item.html(page.body().html(), "main", "text/html");
        return;
      }
    }
    if (plain != null) {
      TextBlocks copy = TextBlocks.of(TextParser.labelled(CopyLines.of(plain), item, input));
      if (copy.hasTable()) {
        item.html(copy.html(), "main", "text/plain");
      } else {
        item.text(copy.text(), "main", "text/plain");
      }
    }
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit).count();
  }
}
