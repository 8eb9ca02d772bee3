package io.wiredesk.wire.parse.json;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A dateline that stands apart from the text, put back before the first paragraph. Stateless. */
final class ApartDateline {

  private ApartDateline() {}

  /** The HTML with the dateline, as it was where its first paragraph starts with that already. */
  static @Nullable String before(@Nullable String html, @Nullable String dateline) {
    if (html == null || dateline == null) {
      return html;
    }
    String line = dateline.strip();
    String simple = simple(html, line);
    return simple == null ? parsed(html, line) : simple;
  }

  /** The same without a parser for the usual fragment; null where it takes one. */
  static @Nullable String simple(String html, String line) {
    String printed = SimpleHtml.isText(line) ? SimpleHtml.printed(html) : null;
    if (printed == null) {
      return null;
    }
    int text = firstParagraph(printed);
    if (text < 0) {
      return html;
    }
    char first = printed.charAt(text);
    boolean other = Character.isLetterOrDigit(first) && first != line.charAt(0);
    return other
        ? printed.substring(0, text) + SimpleHtml.escaped(line) + " " + printed.substring(text)
        : null;
  }

  private static int firstParagraph(String html) {
    int plain = html.indexOf("<p>");
    int other = html.indexOf("<p ");
    int start = plain < 0 || (other >= 0 && other < plain) ? other : plain;
    return start < 0 ? -1 : html.indexOf('>', start) + 1;
  }

  static String parsed(String html, String line) {
    Document fragment = Jsoup.parseBodyFragment(html);
    fragment.outputSettings().prettyPrint(false);
    Element first = fragment.selectFirst("p");
    if (first == null || first.text().startsWith(line)) {
      return html;
    }
    first.prependText(line + " ");
    return fragment.body().html();
  }
}
