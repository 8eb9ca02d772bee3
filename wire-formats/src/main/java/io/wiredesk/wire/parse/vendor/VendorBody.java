package io.wiredesk.wire.parse.vendor;

import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.PlainText;
import io.wiredesk.wire.parse.xml.XmlNode;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** A body that stands as text in an element: plain, or mark-up put in escaped. Stateless. */
final class VendorBody {

  private static final Pattern TWICE =
      Pattern.compile("&amp;(?:apos|quot|amp|lt|gt|nbsp|#\\d{1,6});");

  private VendorBody() {}

  static void offer(WireItem item, XmlNode body) {
    String text = body.text().strip();
    if (!PlainText.looksLikeHtml(text)) {
      if (text.contains("&lt;p") || text.contains("&lt;P")) {
        item.repairs.add("mark-up escaped twice: unescaped");
        item.html(Parser.unescapeEntities(text, false), null, body.origin());
      } else {
        item.text(PlainText.paragraphs(text), null, body.origin());
      }
      return;
    }
    String html = text;
    if (TWICE.matcher(html).find()) {
      html = html.replaceAll("&amp;(apos|quot|amp|lt|gt|nbsp|#\\d{1,6});", "&$1;");
      item.repairs.add("characters escaped twice: unescaped");
    }
    item.html(html, null, body.origin());
  }
}
