package io.wiredesk.ingest.parse.xml;

import io.wiredesk.ingest.parse.Field;
import io.wiredesk.ingest.parse.WireItem;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Bylines that stand in the body, as its own paragraph at the top ("By Jane Doe", "Von Max
 * Muster"). Where the item has no byline, the paragraph becomes it; where it says the same, the
 * paragraph is left out, since it stands in the field; where another name stands there, it is added
 * to the people. A body that would be empty without the paragraph keeps it. Stateless.
 */
public final class BodyByline {

  private static final int PARAGRAPHS = 4;
  private static final Pattern PARAGRAPH = Pattern.compile("<p>(.{1,300}?)</p>", Pattern.DOTALL);
  private static final String NAME =
      "\\p{Lu}[\\p{L}.'\u2019-]*(?: (?:de|del|di|da|du|van|von|der|den|la|le|bin|al|el|[A-Z]\\.)){0,2}"
          + "(?: \\p{Lu}[\\p{L}.'\u2019-]*){1,3}";
  private static final Pattern BYLINE =
      Pattern.compile(
          "(?:By|BY|Von|Par|Por|Di|Door|Af|Av) ("
              + NAME
              + "(?:(?:,| and| und| et| y| e| &| en| og|, and) "
              + NAME
              + "){0,4})(?:, [^.]{2,60})?");

  private BodyByline() {}

  /** Looks at the first HTML body. */
  public static void settle(WireItem item) {
    for (int i = 0; i < item.bodies.size(); i++) {
      WireItem.WireBody body = item.bodies.get(i);
      if (body.html()) {
        String content = without(item, body.content());
        item.bodies.set(i, new WireItem.WireBody(true, content, body.role()));
        return;
      }
    }
  }

  private static String without(WireItem item, String html) {
    Matcher paragraph = PARAGRAPH.matcher(html);
    int from = 0;
    for (int n = 0; n < PARAGRAPHS && paragraph.find(); n++) {
      if (n == 0) {
        from = paragraph.start();
      }
      String text =
          Parser.unescapeEntities(paragraph.group(1).replaceAll("<[^>]*>", ""), false).strip();
      if (isByline(item, text)) {
        String rest = html.substring(0, paragraph.start()) + html.substring(paragraph.end());
        return rest.substring(Math.min(from, rest.length())).isBlank() ? html : rest;
      }
    }
    return html;
  }

  private static boolean isByline(WireItem item, String text) {
    Optional<String> by = Optional.ofNullable(item.get(Field.BY));
    if (by.isPresent() && bare(by.get()).equals(bare(text))) {
      return true;
    }
    Matcher byline = BYLINE.matcher(text);
    if (!byline.matches()) {
      return false;
    }
    if (by.isEmpty()) {
      item.set(Field.BY, text, "paragraph at the top of the body");
      return true;
    }
    item.people.add(NewsCodes.named(byline.group(1), "author"));
    return false;
  }

  private static String bare(String byline) {
    return byline
        .toLowerCase(Locale.ROOT)
        .replaceAll("^(by|von|par|por|di|door)\\s+", "")
        .replaceAll("[\\s,]+", " ")
        .strip();
  }
}
