package io.wiredesk.wire.parse.xml;

import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireBody;
import io.wiredesk.wire.parse.WireItem;
import java.util.List;
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
  private static final int LONGEST = 300;
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern BY = Pattern.compile("^(by|von|par|por|di|door)\\s+");
  private static final Pattern GAPS = Pattern.compile("[\\s,]+");
  private static final String NAME =
      "\\p{Lu}[\\p{L}.'\u2019-]*(?: (?:de|del|di|da|du|van|von|der|den|la|le|bin|al|el|[A-Z]\\.)){0,2}"
          + "(?: \\p{Lu}[\\p{L}.'\u2019-]*){1,3}";
  private static final List<String> OPENINGS =
      List.of("By ", "BY ", "Von ", "Par ", "Por ", "Di ", "Door ", "Af ", "Av ");
  private static final Pattern BYLINE =
      Pattern.compile(
          "(?:"
              + String.join("|", OPENINGS)
              + ")("
              + NAME
              + "(?:(?:,| and| und| et| y| e| &| en| og|, and) "
              + NAME
              + "){0,4})(?:, [^.]{2,60})?");

  private BodyByline() {}

  /** Looks at the first HTML body. */
  public static void settle(WireItem item) {
    for (int i = 0; i < item.bodies.size(); i++) {
      WireBody body = item.bodies.get(i);
      if (body.html()) {
        String content = without(item, body.content());
        item.bodies.set(i, new WireBody(true, content, body.role()));
        return;
      }
    }
  }

  private static String without(WireItem item, String html) {
    int first = -1;
    int seen = 0;
    int start = html.indexOf("<p>");
    while (start >= 0 && seen < PARAGRAPHS) {
      int end = html.indexOf("</p>", start);
      if (end < 0) {
        return html;
      }
      if (end > start + 3 && end - start - 3 <= LONGEST) {
        seen++;
        first = first < 0 ? start : first;
        if (isByline(item, text(html.substring(start + 3, end)))) {
          String rest = html.substring(0, start) + html.substring(end + 4);
          return rest.substring(Math.min(first, rest.length())).isBlank() ? html : rest;
        }
      }
      start = html.indexOf("<p>", start + 3);
    }
    return html;
  }

  private static String text(String paragraph) {
    String bare = paragraph.indexOf('<') < 0 ? paragraph : TAG.matcher(paragraph).replaceAll("");
    return (bare.indexOf('&') < 0 ? bare : Parser.unescapeEntities(bare, false)).strip();
  }

  private static boolean isByline(WireItem item, String text) {
    Optional<String> by = Optional.ofNullable(item.get(Field.BY));
    boolean near = by.isPresent() && text.length() < by.get().length() + 20;
    if (near && bare(by.get()).equals(bare(text))) {
      return true;
    }
    Matcher byline = opens(text) ? BYLINE.matcher(text) : null;
    if (byline == null || !byline.matches()) {
      return false;
    }
    if (by.isEmpty()) {
      item.set(Field.BY, text, "paragraph at the top of the body");
      return true;
    }
    item.people.add(NewsCodes.named(byline.group(1), "author"));
    return false;
  }

  private static boolean opens(String text) {
    for (String word : OPENINGS) {
      if (text.startsWith(word)) {
        return true;
      }
    }
    return false;
  }

  private static String bare(String byline) {
    String name = BY.matcher(byline.toLowerCase(Locale.ROOT)).replaceFirst("");
    return GAPS.matcher(name).replaceAll(" ").strip();
  }
}
